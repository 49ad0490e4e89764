// SPDX-License-Identifier: GPL-3.0-or-later
// The one look before sending: who, what, when, how many SMS, everything left out, every guard that
// objects. Above 500 recipients their number is typed.
#pragma once

#include "engine/draft.h"
#include "gui/widgets/form.h"
#include "gui/widgets/translated.h"

#include <QDialog>

class QPushButton;

namespace Ui {
class ReviewDialog;
}

namespace gui {

class ReviewDialog final : public Translated<QDialog>
{
    Q_OBJECT
public:
    ReviewDialog(const engine::PlanSummary &plan, const engine::Draft &draft, QWidget *parent = nullptr);

    // Since the page that led here counted so many.
    void sayChanged(qint64 shownBefore);
    // Accepted with a time: quiet hours object, and the person lets it begin when they are over.
    std::optional<QDateTime> movedTo() const { return m_movedTo; }

private:
    void retranslate() override;
    void fitSkipped();
    void settle();

    const engine::PlanSummary m_plan;
    const engine::Draft m_draft;
    Form<Ui::ReviewDialog> m_ui;
    QPushButton *m_sendButton;
    QList<std::pair<QPushButton *, QDateTime>> m_later; // what it offers when quiet hours object
    bool m_forbidden = false;                           // by a guard that nobody can confirm away
    bool m_typed = false;                               // the number must be typed
    std::optional<QDateTime> m_movedTo;
    std::optional<qint64> m_shownBefore;
};

} // namespace gui
