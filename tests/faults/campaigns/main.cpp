// SPDX-License-Identifier: GPL-3.0-or-later
// The fault campaign's run of many campaigns: ten of one account at once, started, paused and carried on
// with at random moments. Passes when the account's requests in flight, rate and daily cap hold over all of
// them together, an address is asked once before it has answered, and everybody gets one message at most.
#include "faults/campaigns/countinggateway.h"

#include "base/clock.h"
#include "engine/campaigns.h"
#include "engine/engine.h"
#include "engine/planning.h"
#include "storage/campaignrepository.h"
#include "support/fakesecrets.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTextStream>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int campaignCount = 10;
constexpr int patienceMs = 60'000;
constexpr int arrivalSlackMs = 250; // between leaving here and being read there, on a busy machine

domain::Account anAccount(const QUrl &gateway, QRandomGenerator &random)
{
    domain::Account account;
    account.name = u"default"_s;
    account.serviceId = 1234;
    account.baseUrl = gateway;
    account.authentication = domain::Authentication::IpAddress;
    account.sending.inFlight = random.bounded(1, 7);
    account.sending.bulkInFlight = random.bounded(1, 4);
    account.sending.bulkSize = random.bounded(1, 10);
    account.sending.ratePerSecond = random.bounded(2) == 0 ? 0 : random.bounded(30, 80);
    account.sending.dailyCap = random.bounded(20, 200);
    return account;
}

engine::Draft aDraft(int place, QRandomGenerator &random)
{
    engine::Draft draft;
    draft.account = u"default"_s;
    draft.sender = u"Firmanavn"_s;
    draft.text = QString(random.bounded(3) == 0 ? 200 : 20, u'a'); // two SMS, or one
    draft.mergeFields = false;
    draft.mode = random.bounded(2) == 0 ? domain::SendMode::Bulk : domain::SendMode::Single;
    const int recipients = random.bounded(3, 25);
    for (int i = 0; i < recipients; ++i)
        draft.recipients.typed.append(u"+47%1"_s.arg(90000000 + place * 1000 + i));
    return draft;
}

class Trial
{
public:
    explicit Trial(quint32 seed)
        : m_random(seed)
        , m_gateway(seed)
        , m_account(anAccount(m_gateway.baseUrl(), m_random))
    {
        auto profile = engine::Profile::at(m_folder.path());
        if (!profile)
            qFatal("No profile");
        m_profile = std::move(profile).value();
        auto opened = engine::Engine::open(*m_profile, m_secrets, m_clock);
        if (!opened)
            qFatal("The engine cannot be opened");
        m_engine = std::move(opened).value();
        if (!m_engine->settings().save(m_account))
            qFatal("The account cannot be stored");
    }

    QStringList violations()
    {
        for (int i = 0; i < campaignCount; ++i)
            plan(i);
        QEventLoop loop;
        QObject::connect(&m_engine->campaigns(), &engine::Campaigns::stopped, &loop,
                         [&](qint64 id, domain::CampaignState state, const domain::PauseReason &) {
                             if (state == domain::CampaignState::Paused && !m_carriedOn.contains(id)) {
                                 m_carriedOn.insert(id);
                                 start(id, loop);
                             } else {
                                 end(id, loop);
                             }
                         });
        for (const qint64 id : std::as_const(m_campaigns)) {
            QTimer::singleShot(m_random.bounded(150), &loop, [this, id, &loop] { start(id, loop); });
            if (m_random.bounded(3) == 0) {
                QTimer::singleShot(m_random.bounded(100, 400), &loop, [this, id] {
                    if (m_engine->campaigns().isRunning(id))
                        (void)m_engine->campaigns().pause(id);
                });
            }
        }
        QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
        if (!m_waiting.isEmpty())
            loop.exec();
        return judged();
    }

private:
    void plan(int place)
    {
        const auto planned = m_engine->planning().planTyped(aDraft(place, m_random));
        if (!planned || planned->campaign == 0)
            qFatal("A campaign cannot be planned");
        m_campaigns.append(planned->campaign);
        m_waiting.insert(planned->campaign);
        m_segments += planned->totals.segments;
        m_recipients += planned->totals.recipients;
    }

    void start(qint64 id, QEventLoop &loop)
    {
        m_engine->campaigns().start(id, true, [this, id, &loop](const base::Result<void> &begun) {
            if (begun)
                return;
            ++m_refused;
            if (begun.error().code != base::ErrorCode::OverDailyCap)
                m_problems.append(u"campaign %1 did not start: %2"_s.arg(
                    QString::number(id), base::identifier(begun.error().code)));
            end(id, loop);
        });
    }

    void end(qint64 id, QEventLoop &loop)
    {
        m_waiting.remove(id);
        if (m_waiting.isEmpty())
            loop.quit();
    }

    QStringList judged()
    {
        QStringList list = m_problems;
        const domain::SendingRules &rules = m_account.sending;
        const auto more = [&list](const char *what, qint64 found, qint64 allowed) {
            if (found > allowed)
                list.append(u"%1: %2, allowed %3"_s.arg(QString::fromLatin1(what), QString::number(found),
                                                        QString::number(allowed)));
        };
        if (!m_waiting.isEmpty())
            list.append(u"%1 campaigns never ended"_s.arg(m_waiting.size()));
        more("singles in flight", m_gateway.mostSingles, rules.inFlight);
        more("bulk requests in flight", m_gateway.mostBulk, rules.bulkInFlight);
        more("requests before the first answer", m_gateway.beforeFirstAnswer, 1);
        for (auto number = m_gateway.numbers.cbegin(); number != m_gateway.numbers.cend(); ++number)
            more("messages to one number", number.value(), 1);
        judgeRate(list);
        const auto sent = storage::CampaignRepository(m_engine->database())
                              .segmentsSentSince(m_account.name, m_clock.nowMs() - 24LL * 3600 * 1000);
        more("SMS of the day", sent ? *sent : -1, rules.dailyCap);
        if (m_segments <= rules.dailyCap && m_gateway.numbers.size() != m_recipients)
            list.append(u"%1 of %2 recipients were sent to, though the cap holds all"_s.arg(
                QString::number(m_gateway.numbers.size()), QString::number(m_recipients)));
        if (m_segments > rules.dailyCap && m_refused == 0)
            list.append(u"nothing was refused, though the cap does not hold all"_s);
        return list;
    }

    // From any request to any later one the rate's intervals must have passed.
    void judgeRate(QStringList &list) const
    {
        const double rate = m_account.sending.ratePerSecond;
        if (rate <= 0)
            return;
        const QList<qint64> &at = m_gateway.arrivals;
        for (qsizetype first = 0; first < at.size(); ++first) {
            const qsizetype last = at.size() - 1;
            const double needed = static_cast<double>(last - first) * 1000.0 / rate;
            if (static_cast<double>(at[last] - at[first]) + arrivalSlackMs < needed) {
                list.append(u"%1 requests in %2 ms, %3 a second allowed"_s.arg(
                    QString::number(last - first + 1), QString::number(at[last] - at[first]),
                    QString::number(rate)));
                return;
            }
        }
    }

    QRandomGenerator m_random;
    faults::CountingGateway m_gateway;
    const domain::Account m_account;
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    support::FakeSecrets m_secrets;
    std::optional<engine::Profile> m_profile;
    std::unique_ptr<engine::Engine> m_engine;
    QList<qint64> m_campaigns;
    QSet<qint64> m_waiting;
    QSet<qint64> m_carriedOn; // after a pause, once
    QStringList m_problems;
    qint64 m_segments = 0;
    qint64 m_recipients = 0;
    int m_refused = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"seed"_s, u"First seed."_s, u"N"_s, u"1"_s});
    parser.addOption({u"seeds"_s, u"How many."_s, u"N"_s, u"20"_s});
    parser.process(application);
    const quint32 first = parser.value(u"seed"_s).toUInt();
    const int seeds = parser.value(u"seeds"_s).toInt();
    QTextStream out(stdout);
    if (seeds < 1) {
        out << "faults_campaigns: --seeds wants a whole number\n";
        return 2;
    }
    int failed = 0;
    for (int i = 0; i < seeds; ++i) {
        const quint32 seed = first + static_cast<quint32>(i);
        Trial trial(seed);
        const QStringList wrong = trial.violations();
        if (!wrong.isEmpty())
            out << "seed " << seed << ": " << wrong.join(u"; "_s) << Qt::endl;
        failed += wrong.isEmpty() ? 0 : 1;
    }
    out << seeds << " times ten campaigns at once: " << failed << " wrong" << Qt::endl;
    return failed == 0 ? 0 : 1;
}
