// SPDX-License-Identifier: GPL-3.0-or-later
// What whoever manages this computer has fixed for everybody who uses it. It comes before a profile's own
// settings, which are read with it, and nothing that differs from it is saved; with a service ID there is
// always an account. docs/cli.md has its places and its form.
#pragma once

#include "base/result.h"
#include "base/words.h"
#include "domain/account.h"

#include <QHash>
#include <QList>
#include <QVariant>

#include <optional>

class QSettings;

namespace engine {
using base::identifier;

struct ReceiverSettings;
struct RetentionSettings;

enum class Fixed {
    ServiceId,
    BaseUrl,
    Authentication,
    Method,
    Senders,
    AllowedCountries,
    DailyCap,
    QuietHours,
    TextDays,
    LogMonths,
    ReceiverEnabled,
    ListenAddress,
    Port,
    PublicUrl,
    AllowedCallers,
    TrustedProxies,
    CertificateFile,
    KeyFile,
    MailboxUrl,
};
constexpr auto wordsOf(Fixed) // cli.md
{
    return base::Words<Fixed::MailboxUrl>(
        {"account/serviceId", "account/baseUrl", "account/authentication", "account/method",
         "account/senders", "account/allowedCountries", "account/dailyCap", "account/quietHours",
         "privacy/textDays", "privacy/logMonths", "receiver/enabled", "receiver/listenAddress",
         "receiver/port", "receiver/publicUrl", "receiver/allowed", "receiver/trustedProxies",
         "receiver/certificateFile", "receiver/keyFile", "mailbox/url"});
}

class CentralSettings
{
public:
    // Of this computer, read anew each time. A file that BUDSTIKKE_CENTRAL_SETTINGS names adds to it, so that
    // one can be tried out; it changes nothing that the computer's own fix.
    CentralSettings();

    bool isFixed(Fixed setting) const { return m_values.contains(setting); }
    QList<Fixed> all() const; // in the order of the enum
    // InvalidField with field "central" and the entry and its file as detail: one that is not understood. A
    // limit that is misspelt must not be none.
    base::Result<void> check() const;

    void apply(domain::Account &account) const; // every one but the demo's
    void apply(ReceiverSettings &receiver) const;
    void apply(RetentionSettings &retention) const;
    std::optional<QUrl> mailboxUrl() const;
    // WrongState with field "central" and the settings' identifiers as detail: what it fixes would be
    // changed.
    base::Result<void> permits(const domain::Account &account) const;
    base::Result<void> permits(const ReceiverSettings &receiver) const;
    base::Result<void> permits(const RetentionSettings &retention) const;
    base::Result<void> permits(const QUrl &mailbox) const; // empty: none

private:
    void read(const QSettings &settings);
    void readFile(const QString &file);

    QHash<Fixed, QVariant> m_values;
    QString m_misunderstood; // the first entry, and where it is
};

// The file of this system: /etc/budstikke/settings.ini, or the like of macOS and Windows.
QString centralSettingsFile();

} // namespace engine
