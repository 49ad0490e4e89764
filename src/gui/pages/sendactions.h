// SPDX-License-Identifier: GPL-3.0-or-later
// From the Send button to an approved campaign, the test to oneself, and a campaign's message again.
#pragma once

#include "engine/drafts.h"
#include "gui/context.h"
#include "gui/sentence.h"

#include <QObject>

#include <functional>
#include <optional>

class QWidget;

namespace gui {

class SendActions final : public QObject
{
    Q_OBJECT
public:
    SendActions(Context &context, QWidget *page);

    // Plans it, and shows what was planned; and says so where that is not what the page showed.
    void review(engine::Draft draft, const campaign::PlanTotals &shown);
    // rendered: the text as the recipient that is previewed gets it.
    void sendTest(engine::Draft test, const std::optional<QString> &rendered);

    // Who gets a campaign's message again; nothing: it was thought better of.
    std::optional<engine::Again> askWhom(qint64 campaign);
    // A list that is not where it was is asked for; without it, its numbers are taken.
    using Use = std::function<void(const engine::Reused &)>;
    void reuse(qint64 campaign, engine::Again again, const Use &then, const QString &list = {});

Q_SIGNALS:
    void approved(qint64 campaign, qint64 recipients, bool scheduled);
    void recipientsChanged(); // the list or a group is not what the page read
    void putOff();            // looked over, and not sent now
    void refused(const gui::Sentence &why);
    void testBegun(const QString &number);

private:
    void planAndReview(const engine::Draft &wanted);
    void askForApproval(const engine::PlanSummary &plan, const engine::Draft &wanted);
    void beginTest(qint64 campaign, const QString &number);
    void offerToFind(const engine::Reused &reused, const Use &then,
                     const std::function<void(const QString &)> &found);

    Context &m_context;
    QWidget *m_page;
    campaign::PlanTotals m_shown; // before what is being planned
};

} // namespace gui
