// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "campaign/statusprojector.h"
#include "engine/accounts.h"
#include "engine/campaigns.h"
#include "engine/care.h"
#include "engine/centralsettings.h"
#include "engine/changes.h"
#include "engine/contactbook.h"
#include "engine/decisions.h"
#include "engine/demogateway.h"
#include "engine/drafts.h"
#include "engine/gatewaycontact.h"
#include "engine/history.h"
#include "engine/importjob.h"
#include "engine/job.h"
#include "engine/lockcheck.h"
#include "engine/mailbox.h"
#include "engine/owntime.h"
#include "engine/pacers.h"
#include "engine/planning.h"
#include "engine/programlog.h"
#include "engine/reception.h"
#include "engine/replies.h"
#include "engine/soundness.h"
#include "engine/texts.h"
#include "engine/timetable.h"
#include "engine/upkeep.h"
#include "storage/groupcommit.h"
#include "storage/jobrows.h"
#include "storage/transaction.h"

namespace engine {

Engine::Engine(Profile &profile, Secrets &secrets, const base::Clock &clock, OwnedDatabase opened)
    : m_clock(clock)
    , m_settings(profile.settingsFile())
    , m_database(std::move(opened.database))
    , m_copyGuard(std::move(opened.guard))
    , m_held(opened.held)
    , m_ownTime(std::make_unique<OwnTime>(*m_database, clock))
    , m_commits(std::make_unique<storage::GroupCommit>(*m_database))
    , m_upkeep(std::make_unique<Upkeep>(profile.databaseFile(), clock))
    , m_changes(std::make_unique<Changes>())
    , m_statuses(std::make_unique<campaign::StatusProjector>(*m_database, *m_commits, clock))
    , m_history(std::make_unique<History>(*m_database, *m_commits, clock))
    , m_jobs(std::make_unique<Jobs>(*m_database, *m_commits, clock))
    , m_soundness(std::make_unique<Soundness>(*m_database, *m_commits, m_settings, *m_upkeep, clock))
    , m_reception(std::make_unique<Reception>(
          ReceptionContext{profile, *m_database, *m_commits, m_settings, clock, *m_changes, *m_statuses}))
    , m_mailbox(std::make_unique<Mailbox>(
          MailboxContext{profile, m_settings, clock, *m_ownTime, [this] { return m_reception->sink(); }}))
    , m_demoGateway(std::make_unique<DemoGateway>(m_settings, *m_reception))
    , m_gatewayContact(std::make_unique<GatewayContact>(clock))
    , m_accounts(std::make_unique<Accounts>(AccountsContext{profile, *m_database, *m_commits, m_settings,
                                                            secrets, clock, *m_ownTime, *m_changes,
                                                            *m_demoGateway, *m_gatewayContact}))
    , m_pacers(std::make_unique<Pacers>(clock))
    , m_planning(std::make_unique<Planning>(PlanningContext{
          {*m_database, *m_commits, m_settings, clock}, *m_pacers, *m_changes, *m_history, *m_jobs}))
    , m_campaigns(std::make_unique<Campaigns>(CampaignsContext{{*m_database, *m_commits, m_settings, clock},
                                                               *m_ownTime,
                                                               *m_accounts,
                                                               *m_pacers,
                                                               *m_planning,
                                                               *m_soundness,
                                                               *m_mailbox,
                                                               *m_changes,
                                                               *m_history,
                                                               *m_statuses,
                                                               *m_gatewayContact}))
    , m_decisions(std::make_unique<Decisions>(
          DecisionsContext{*m_database, *m_commits, clock, *m_mailbox, *m_changes, *m_history, *m_statuses}))
    , m_timetable(std::make_unique<Timetable>(TimetableContext{{*m_database, *m_commits, m_settings, clock},
                                                               *m_mailbox,
                                                               *m_planning,
                                                               *m_campaigns,
                                                               *m_changes,
                                                               *m_history}))
    , m_lockCheck(std::make_unique<LockCheck>(*m_database, m_settings, *m_planning, *m_campaigns))
    , m_replies(std::make_unique<Replies>(*m_database, *m_commits, clock, *m_planning, *m_campaigns))
    , m_care(std::make_unique<Care>(CareContext{{*m_database, *m_commits, m_settings, clock},
                                                profile,
                                                *m_ownTime,
                                                *m_changes,
                                                *m_upkeep,
                                                *m_soundness,
                                                *m_campaigns}))
    , m_texts(std::make_unique<Texts>(*m_database, *m_commits, clock))
    , m_drafts(std::make_unique<Drafts>(*m_database, *m_commits, clock, *m_jobs))
    , m_contactBook(std::make_unique<ContactBook>(*m_database, *m_commits, clock, *m_jobs))
{
    m_commits->setCommitted([this] { m_copyGuard->noteAttempts(); });
    joinParts();
    endLeftJobs();
}

// Where one part has news for another that it does not know.
void Engine::joinParts()
{
    connect(m_statuses.get(), &campaign::StatusProjector::messageChanged, m_changes.get(),
            &Changes::noteMessages);
    connect(m_statuses.get(), &campaign::StatusProjector::sentTwice, m_campaigns.get(),
            &Campaigns::noteSentTwice);
    connect(m_reception.get(), &Reception::replyWanted, m_replies.get(), &Replies::answer);
    connect(m_campaigns.get(), &Campaigns::progressed, m_mailbox.get(), &Mailbox::expectStatuses);
    connect(m_campaigns.get(), &Campaigns::stopped, m_mailbox.get(), &Mailbox::expectStatuses);
    connect(m_reception.get(), &Reception::receivingChanged, this,
            [](bool receiving) { qCInfo(events, "receiver %s", receiving ? "on" : "off"); });
    connect(m_soundness.get(), &Soundness::storageFailed, this, [](const base::Error &error) {
        qCInfo(events, "storage failed: %s (%s)", qUtf8Printable(base::identifier(error.code)),
               qUtf8Printable(error.detail));
    });
    connect(m_mailbox.get(), &Mailbox::stateChanged, this,
            [former = QString()](const MailboxState &state) mutable {
                const QString problem = state.problem ? base::identifier(state.problem->code) : QString();
                if (std::exchange(former, problem) != problem)
                    qCInfo(events, "mailbox: %s", problem.isEmpty() ? "answers" : qUtf8Printable(problem));
            });
    connect(m_timetable.get(), &Timetable::storageFailed, m_soundness.get(), &Soundness::storageFailed);
}

// What an earlier process left goes before any other job: each of those sees it ended.
void Engine::endLeftJobs()
{
    const auto left = storage::JobRows(*m_database).left();
    if (!left)
        return; // damaged: the check tells
    removeUnusedSpools(m_database->file(), *left);
    for (const storage::JobRow &row : *left) {
        switch (row.kind) {
        case storage::JobKind::Plan:
            m_planning->endLeft(row);
            break;
        case storage::JobKind::Import:
        case storage::JobKind::Erase:
            m_contactBook->endLeft(row);
            break;
        }
    }
}

// What still waits to be committed tells its parts, so all of them live until it is.
Engine::~Engine()
{
    m_jobs->stop();
    m_timetable->stop();
    m_care->stop();
    m_mailbox->stopAsking();
    m_reception->close();
    m_campaigns->stop();
    (void)m_statuses->drain(); // where that fails, the next opening does it
    m_commits->flush();
    if (m_ownTime->isWorthKeeping()) // where that fails, the time will be found to lag
        (void)storage::inTransaction(*m_database, [this] { return m_ownTime->keep(); });
}

base::Result<std::unique_ptr<Engine>> Engine::open(Profile &profile, Secrets &secrets,
                                                   const base::Clock &clock)
{
    if (auto understood = CentralSettings().check(); !understood)
        return understood.error();
    auto opened = openAsOwner(profile, clock);
    if (!opened)
        return opened.error();
    std::unique_ptr<Engine> engine(new Engine(profile, secrets, clock, std::move(opened).value()));
    (void)engine->m_statuses->drain(); // a damaged database is opened all the same; what decides drains again
    return engine;
}

storage::Database &Engine::database()
{
    return *m_database;
}

storage::GroupCommit &Engine::commits()
{
    return *m_commits;
}

Settings &Engine::settings()
{
    return m_settings;
}

const base::Clock &Engine::clock() const
{
    return m_clock;
}

Changes &Engine::changes()
{
    return *m_changes;
}

OwnTime &Engine::ownTime()
{
    return *m_ownTime;
}

Soundness &Engine::soundness()
{
    return *m_soundness;
}

Reception &Engine::reception()
{
    return *m_reception;
}

Mailbox &Engine::mailbox()
{
    return *m_mailbox;
}

DemoGateway &Engine::demoGateway()
{
    return *m_demoGateway;
}

GatewayContact &Engine::gatewayContact()
{
    return *m_gatewayContact;
}

Accounts &Engine::accounts()
{
    return *m_accounts;
}

Planning &Engine::planning()
{
    return *m_planning;
}

Campaigns &Engine::campaigns()
{
    return *m_campaigns;
}

Decisions &Engine::decisions()
{
    return *m_decisions;
}

Timetable &Engine::timetable()
{
    return *m_timetable;
}

LockCheck &Engine::lockCheck()
{
    return *m_lockCheck;
}

Replies &Engine::replies()
{
    return *m_replies;
}

Care &Engine::care()
{
    return *m_care;
}

Texts &Engine::texts()
{
    return *m_texts;
}

Drafts &Engine::drafts()
{
    return *m_drafts;
}

ContactBook &Engine::contactBook()
{
    return *m_contactBook;
}

} // namespace engine
