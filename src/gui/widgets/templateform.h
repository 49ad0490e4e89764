// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a pre-approved template, each checked beside its input (TPL-02 to TPL-11).
#pragma once

#include "gateway/template.h"

#include <QMap>
#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace gui {

class TemplateForm final : public QWidget
{
    Q_OBJECT
public:
    explicit TemplateForm(QWidget *parent = nullptr);

    void setType(const QString &type); // empty: no template, nothing shown
    QString type() const { return m_type; }
    QMap<QString, QString> fields() const;
    void setFields(const QMap<QString, QString> &fields);
    QWidget *input(const QString &field) const; // as the gateway names it; nullptr: not of this template
    bool isUsable() const;                      // no field is refused
    void retranslate();

    static QString typeInWords(const QString &type);

Q_SIGNALS:
    void fieldsChanged();

private:
    void showProblems();
    QList<gateway::FieldProblem> judged() const;

    struct Row
    {
        QLabel *label;
        QLineEdit *edit;
        QLabel *problem;
    };
    QString m_type;
    QFormLayout *m_layout;
    QMap<QString, Row> m_rows;
};

} // namespace gui
