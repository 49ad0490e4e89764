// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/sendactions.h"

#include "engine/campaigns.h"
#include "engine/examination.h"
#include "engine/language.h"
#include "engine/planning.h"
#include "engine/settings.h"
#include "engine/wording.h"
#include "gui/dialogs/passworddialog.h"
#include "gui/dialogs/reviewdialog.h"
#include "gui/pages/recipientsmenu.h"
#include "gui/pages/sendcounter.h"
#include "gui/question.h"
#include "storage/campaignrepository.h"

#include <QDateTime>
#include <QTimeZone>

#include <utility>

namespace gui {
using namespace Qt::StringLiterals;

namespace {
constexpr int quietCatchUpMinutes = 120;
} // namespace

SendActions::SendActions(Context &context, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_page(page)
{
}

void SendActions::review(engine::Draft draft, const campaign::PlanTotals &shown)
{
    // The page may have stood there until the time had passed.
    if (const auto fault = engine::examinable(draft, QDateTime::currentMSecsSinceEpoch()).fault) {
        Q_EMIT refused(*fault);
        return;
    }
    draft.name = engine::suggestedName(
        draft, engine::language::locale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat));
    m_shown = shown;
    planAndReview(draft);
}

void SendActions::planAndReview(const engine::Draft &wanted)
{
    m_context.engine.callAsync<base::Result<engine::PlanSummary>>(
        this,
        [wanted](engine::Planning &planning, const engine::JobDone<engine::PlanSummary> &done) {
            planning.planForReview(wanted, done);
        },
        [this, wanted](const base::Result<engine::PlanSummary> &plan) {
            if (plan)
                askForApproval(*plan, wanted);
            else
                Q_EMIT refused(plan.error());
        });
}

void SendActions::askForApproval(const engine::PlanSummary &plan, const engine::Draft &wanted)
{
    const campaign::PlanTotals shown = std::exchange(m_shown, plan.totals);
    const bool changed = shown.recipients != plan.totals.recipients || shown.segments != plan.totals.segments;
    if (changed)
        Q_EMIT recipientsChanged();
    ReviewDialog dialog(plan, wanted, m_page);
    if (changed)
        dialog.sayChanged(shown.recipients);
    const bool accepted = dialog.exec() == QDialog::Accepted;
    if (accepted && !dialog.movedTo()) {
        Q_EMIT approved(plan.campaign, plan.totals.recipients, isScheduled(wanted));
        return;
    }
    engine::Draft later = wanted;
    if (accepted) {
        later.startAtMs = dialog.movedTo()->toMSecsSinceEpoch();
        later.startZone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
        later.catchUpMinutes = quietCatchUpMinutes;
    }
    m_context.engine.call(
        this, [id = plan.campaign](engine::Planning &planning) { return planning.discard(id); },
        [this, accepted, later](const base::Result<void> &) {
            if (accepted)
                planAndReview(later); // looked over once more, with its new time
            else
                Q_EMIT putOff();
        });
}

void SendActions::sendTest(engine::Draft test, const std::optional<QString> &rendered)
{
    const QString number = askForLine(m_page, tr("Send a test"), tr("Your own number"),
                                      m_context.settings.value(u"testNumber"_s), tr("Send the test"))
                               .value_or(QString());
    if (number.trimmed().isEmpty())
        return;
    test.name = tr("Test: %1").arg(test.text.simplified().left(30));
    test.recipients = {};
    test.recipients.typed = {number};
    test.recipients.strict = true;
    test.startAtMs.reset();
    test.repeat = domain::Repeat::Once;
    if (rendered) {
        test.text = *rendered;
        test.mergeFields = false;
    }
    m_context.engine.call(
        this,
        [test, number](engine::Planning &planning, engine::Settings &settings) {
            auto plan = planning.planTyped(test);
            if (plan && plan->campaign != 0) {
                if (auto kept = settings.setValue(u"testNumber"_s, number); !kept)
                    qWarning("The test number could not be kept");
            }
            return plan;
        },
        [this, number](const base::Result<engine::PlanSummary> &plan) {
            if (!plan)
                Q_EMIT refused(plan.error());
            else if (plan->campaign == 0)
                Q_EMIT refused([skipped = plan->skipped] {
                    return skipped.isEmpty()
                               ? engine::wording::sentence({base::ErrorCode::NoRecipients, {}, {}})
                               : engine::wording::skipped(skipped.constFirst());
                });
            else
                beginTest(plan->campaign, number);
        });
}

void SendActions::beginTest(qint64 campaign, const QString &number)
{
    startCampaign(m_context, m_page, campaign, [this, campaign, number](const base::Result<void> &begun) {
        if (begun) {
            Q_EMIT testBegun(number);
            return;
        }
        if (!isPasswordMissing(begun.error()))
            Q_EMIT refused(begun.error());
        // What did not go out now does not go out later by surprise.
        m_context.engine.call(
            this, [campaign](engine::Campaigns &campaigns) { return campaigns.cancel(campaign); },
            [](const base::Result<void> &) {});
    });
}

std::optional<engine::Again> SendActions::askWhom(qint64 id)
{
    const auto campaign = storage::CampaignRepository(m_context.reader).campaign(id);
    if (!campaign)
        return std::nullopt;
    qint64 missed = 0;
    for (const domain::MessageState state : domain::allMessageStates())
        missed += engine::isReached(state) ? 0 : campaign->counts[static_cast<size_t>(state)];
    Question question;
    question.title = tr("Use again");
    question.words = tr("Who should get it?");
    question.answers.append({tr("All (%n)", nullptr, static_cast<int>(campaign->recipients))});
    QList<engine::Again> meanings{engine::Again::Everybody};
    if (missed > 0) {
        question.answers.append({tr("Those who did not get it (%n)", nullptr, static_cast<int>(missed))});
        meanings.append(engine::Again::NotReached);
    }
    question.answers.append({tr("Choose again")});
    meanings.append(engine::Again::Nobody);
    question.answers.append({tr("Cancel"), Answer::Leave});
    const int answer = ask(m_page, question);
    return answer >= 0 && answer < meanings.size() ? std::optional(meanings.at(answer)) : std::nullopt;
}

void SendActions::reuse(qint64 campaign, engine::Again again, const Use &then, const QString &list)
{
    m_context.engine.callAsync<base::Result<engine::Reused>>(
        this,
        [campaign, again, list](engine::Drafts &drafts, const engine::JobDone<engine::Reused> &done) {
            drafts.reuse(campaign, again, list, done);
        },
        [this, campaign, again, then](const base::Result<engine::Reused> &reused) {
            if (!reused)
                return warn(m_page, engine::wording::sentence(reused.error()));
            if (reused->goneList.isEmpty())
                return then(*reused);
            offerToFind(*reused, then, [this, campaign, again, then](const QString &found) {
                reuse(campaign, again, then, found);
            });
        });
}

void SendActions::offerToFind(const engine::Reused &reused, const Use &then,
                              const std::function<void(const QString &)> &found)
{
    Question question;
    question.title = tr("Use again");
    question.words =
        tr("The list “%1” is not where it was, or is another now.").arg(listName(reused.goneList));
    question.more = tr("Find it, so that its columns are there; or take its numbers alone.");
    question.answers = {{tr("&Find the list…")}, {tr("Take the &numbers")}, {tr("Cancel"), Answer::Leave}};
    const int answer = ask(m_page, question);
    if (answer == 1)
        return then(reused);
    const QString file = answer == 0 ? askForList(m_page) : QString();
    if (!file.isEmpty())
        found(file);
}

} // namespace gui
