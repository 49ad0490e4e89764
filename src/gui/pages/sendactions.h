// SPDX-License-Identifier: GPL-3.0-or-later
// From the Send button to an approved campaign, the test to oneself, and a campaign's message again.
#pragma once

#include "engine/drafts.h"
#include "gui/context.h"

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

    void review(engine::Draft draft); // plans it, and shows what was planned
    // rendered: the text as the recipient that is previewed gets it.
    void sendTest(engine::Draft test, const std::optional<QString> &rendered);

    // Who gets a campaign's message again; nothing: it was thought better of.
    std::optional<engine::Again> askWhom(qint64 campaign);
    void reuse(qint64 campaign, engine::Again again, const std::function<void(const engine::Reused &)> &then);

Q_SIGNALS:
    void approved(qint64 campaign, qint64 recipients, bool scheduled);
    void putOff(); // looked over, and not sent now
    void refused(const QString &why);
    void testBegun(qint64 campaign);

private:
    void planAndReview(const engine::Draft &wanted);
    void askForApproval(const engine::PlanSummary &plan, const engine::Draft &wanted);
    void beginTest(qint64 campaign);

    Context &m_context;
    QWidget *m_page;
};

} // namespace gui
