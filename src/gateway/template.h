// SPDX-License-Identifier: GPL-3.0-or-later
// The five pre-approved templates: which fields each has, their checks, and the preview (TPL).
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace gateway {

struct TemplateField
{
    QString name; // as the gateway names it ("orderno")
    bool required = false;
    int maxLength = 0; // characters; 0: no limit of its own
};

struct FieldProblem
{
    QString field;
    QString
        code; // identifier: "required", "tooLong", "invalidCharacters", "tooShort", "url", "invalidDate" …
    bool warning = false; // TPL-05: capitals pass with a warning
};

struct TemplatePreview
{
    QString sender; // FrontOTP, FrontOrder, FrontConf
    QString text;
};

QStringList templateTypes(); // TPL-01, in its order
QList<TemplateField> templateFields(const QString &type);
QList<FieldProblem> checkedFields(const QString &type, const QMap<QString, QString> &fields);
TemplatePreview templatePreview(const QString &type, const QMap<QString, QString> &fields); // TPL-12, TPL-13

} // namespace gateway
