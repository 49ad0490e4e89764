// SPDX-License-Identifier: GPL-3.0-or-later
// What goes to the gateway: pure builders of the JSON bodies and of the GET query (OUT, BLK, TPL).
#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "domain/sendoptions.h"

#include <QByteArray>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace gateway {

// One request for one number (push.php) or for many (push_bulk.php).
struct PushRequest
{
    qint64 serviceId = 0;
    std::optional<QString> password; // none with IP authentication (ACC-01)
    QStringList numbers;             // E.164 or 00 form; sent with 00 (OUT-03)
    QString group;                   // bulk only, instead of numbers (BLK-02)
    QString sender;                  // replaced by 2401 when options.priceOre is set (OUT-08)
    QString text;
    QString ref;                 // complete: as made for this attempt
    domain::SendOptions options; // .reference is not used here, `ref` is
};

// Every rule that can be judged before anything is sent; the error's field is cli.md's name of the
// input. Texts are the rendered ones. nowMs judges OUT-13.
base::Result<void> checked(const PushRequest &request, bool bulk, qint64 nowMs);
// The parts of it that concern one input, for the window to show beside that input.
base::Result<void> checkedSender(const QString &sender);
bool isNumberSender(const QString &sender); // recipients can answer it; any other is a text
base::Result<void> checkedText(const QString &text, const domain::SendOptions &options);
// withFields false: a template's fields are judged elsewhere, once their merge fields are filled in.
base::Result<void> checkedOptions(const domain::SendOptions &options, bool bulk, qint64 nowMs,
                                  bool withFields = true);

// Budstikke always sends numbers with 00 (OUT-03); the description's own examples also use +.
enum class NumberForm { International00, AsGiven };
// Automatic: ISO-8859-1 wherever it can hold every parameter (OUT-11).
enum class QueryEncoding { Automatic, Utf8 };

QByteArray singleBody(const PushRequest &request,
                      NumberForm form = NumberForm::International00);                           // JSON, UTF-8
QByteArray bulkBody(const PushRequest &request, NumberForm form = NumberForm::International00); // JSON, UTF-8
// The query of the GET interface, without '?' (OUT-10, OUT-11).
QByteArray singleQuery(const PushRequest &request, NumberForm form = NumberForm::International00,
                       QueryEncoding encoding = QueryEncoding::Automatic);
// Service ID and password alone: push.php answers it with an error code and can send nothing.
QByteArray checkBody(qint64 serviceId, const std::optional<QString> &password);
// SHA-256 of the request without its password: the journal's body hash.
QByteArray bodyHash(const PushRequest &request, bool bulk);

QUrl singleUrl(const QUrl &baseUrl);
QUrl bulkUrl(const QUrl &baseUrl);

// ref of one attempt: the person's reference, '~', 22 characters of 128 random bits (OUT-12).
QString newRef(const QString &reference);

} // namespace gateway
