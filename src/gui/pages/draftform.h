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
    engine::StoredDraft stored() const; // as it is to be kept: open, and not numbered yet
    bool isEmpty() const;               // neither recipients nor text
    void set(const engine::StoredDraft &stored);
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
