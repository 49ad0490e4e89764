// SPDX-License-Identifier: GPL-3.0-or-later
// The Send page's fields as the one draft that they hold.
#pragma once

#include "engine/drafts.h"

#include <QObject>

namespace Ui {
class SendPage;
}

namespace gui {

class TemplateForm;

class DraftForm final : public QObject
{
    Q_OBJECT
public:
    DraftForm(Ui::SendPage &ui, TemplateForm &templateForm, QObject *parent);

    engine::Draft draft() const;
    QString pasted() const; // what a pasted list was pasted from
    bool isEmpty() const;   // neither recipients nor text
    // A list that was pasted comes back from `pasted`.
    void set(const engine::Draft &draft, const QString &pasted);
    void clear();

    // Of the recipients: not this one, this one again, and another number in a row.
    void remove(const QStringList &numbers);
    void restore(const QStringList &numbers);
    void retype(const domain::Skipped &skipped, const QString &number);

Q_SIGNALS:
    void changed();

private:
    void forgetAdjustments();

    Ui::SendPage &m_ui;
    TemplateForm &m_templateForm;
    QStringList m_removed; // E.164
    QList<engine::RetypedNumber> m_retyped;
    QString m_retypedList; // which those are of
};

} // namespace gui
