// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lockcheck.h"

#include "engine/campaigns.h"
#include "engine/planning.h"
#include "engine/settings.h"
#include "storage/journal.h"

#include <QTimer>

#include <utility>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

bool isTaken(domain::MessageState state)
{
    return state == domain::MessageState::Accepted || state == domain::MessageState::WithOperator ||
           state == domain::MessageState::Delivered || state == domain::MessageState::Failed;
}

} // namespace

LockCheck::LockCheck(storage::Database &database, Settings &settings, Planning &planning,
                     Campaigns &campaigns)
    : m_database(database)
    , m_settings(settings)
    , m_planning(planning)
    , m_campaigns(campaigns)
{
    connect(&campaigns, &Campaigns::stopped, this, [this](qint64 campaign) {
        if (m_done && campaign == m_campaign)
            judge();
    });
}

void LockCheck::begin(const QString &sender, const QString &number, const QString &text, const Done &done)
{
    if (m_done)
        return done(base::Error{base::ErrorCode::WrongState, {}, u"campaign"_s});
    const auto account = m_settings.account({});
    if (!account)
        return done(base::Error{base::ErrorCode::NoAccount, {}, u"account"_s});
    m_draft = {};
    m_draft.name = text;
    m_draft.account = account->name;
    m_draft.sender = sender;
    m_draft.text = text;
    m_draft.mergeFields = false;
    m_draft.mode = domain::SendMode::Single;
    m_draft.recipients.typed = {number};
    m_draft.recipients.strict = true;
    m_second = false;
    m_done = done;
    send();
}

void LockCheck::send()
{
    const auto summary = m_planning.planTyped(m_draft);
    if (!summary)
        return end(summary.error());
    m_campaign = summary->campaign;
    if (auto approved = m_planning.approve(m_campaign); !approved)
        return end(approved.error());
    m_campaigns.start(
        m_campaign, true,
        [this](const base::Result<void> &begun) {
            if (!begun)
                end(begun.error());
        },
        Unfetched::GoOn);
}

void LockCheck::judge()
{
    storage::MessageFilter filter;
    filter.campaign = m_campaign;
    const auto messages = storage::Journal(m_database).messages(filter);
    if (!messages)
        return end(messages.error());
    const auto state = messages->isEmpty() ? domain::MessageState::Uncertain : messages->constFirst().state;
    if (m_second && state == domain::MessageState::Duplicate)
        return end(DuplicateLock::Present);
    if (m_second && isTaken(state))
        return end(DuplicateLock::Absent);
    if (m_second || !isTaken(state))
        return end(DuplicateLock::Unclear);
    m_second = true;
    // The runner that has just stopped is on the stack.
    QTimer::singleShot(0, this, &LockCheck::send);
}

void LockCheck::end(const base::Result<DuplicateLock> &answer)
{
    m_campaign = 0;
    const Done done = std::exchange(m_done, {});
    if (answer && *answer != DuplicateLock::Unclear) {
        if (auto kept = keep(*answer); !kept)
            return done(kept.error());
    }
    done(answer);
}

base::Result<void> LockCheck::keep(DuplicateLock found)
{
    auto account = m_settings.account(m_draft.account);
    if (!account)
        return {};
    account->sending.duplicateLockSeen = found == DuplicateLock::Present;
    if (!account->sending.duplicateLockSeen)
        account->sending.retryByDuplicateLock = false;
    return m_settings.save(*account);
}

} // namespace engine
