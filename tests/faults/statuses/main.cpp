// SPDX-License-Identifier: GPL-3.0-or-later
// Run 3 of the fault campaign: the same statuses and answers in many orders, each status three times,
// some of them unknown. Passes when every order ends in one and the same state.
#include "campaign/runjournal.h"
#include "campaign/sendingplace.h"
#include "campaign/statusprojector.h"

#include <QCommandLineParser>
#include <QCryptographicHash>
#include <QTextStream>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr int bulkSize = 100;
constexpr int tripled = 3;

struct Place : support::SendingPlace
{
    QList<campaign::Request> requests;
};

QString refOf(int place, bool bulk)
{
    return bulk ? u"bulk~%1"_s.arg(place / bulkSize) : u"single~%1"_s.arg(place);
}

qint64 idOf(int place, bool bulk)
{
    return (bulk ? 500'000 : 100'000) + place;
}

// What the gateway answers a request; the same in every order.
gateway::Outcome answerTo(int request, bool bulk)
{
    gateway::Outcome outcome;
    outcome.httpStatus = bulk ? 201 : 200;
    outcome.verdict = gateway::Verdict::Accepted;
    if (request % 20 == 7)
        outcome.verdict = gateway::Verdict::Uncertain;
    else if (!bulk && request % 20 == 9) {
        outcome.verdict = gateway::Verdict::Refused;
        outcome.errorCode = 9;
    } else {
        outcome.errorCode = 0;
        if (!bulk)
            outcome.gatewayId = idOf(request, false);
    }
    return outcome;
}

domain::StatusEvent statusOf(int place, bool bulk, int value)
{
    domain::StatusEvent event;
    event.status = domain::DeliveryStatus(value);
    event.origId = idOf(place, bulk);
    event.receivedMs = 1'900'000'000'500;
    // Every third single was sent to an account whose statuses name the id alone (DLR-01).
    const bool idAlone = !bulk && place % 3 == 0 && answerTo(place, bulk).gatewayId;
    if (!idAlone) {
        event.ref = refOf(place, bulk);
        event.number = support::numberAt(place);
    }
    return event;
}

// 5 % match nothing; of the others each message gets -1, 4 or 5, some of them 4 and 5.
QList<domain::StatusEvent> allStatuses(int wanted)
{
    QList<domain::StatusEvent> events;
    const int unknown = wanted / 20;
    for (int i = 0; i < unknown; ++i) {
        domain::StatusEvent event = statusOf(i, true, 4);
        event.ref = u"unknown~%1"_s.arg(i);
        event.origId = 900'000 + i;
        events.append(event);
    }
    static const QList<QList<int>> courses{{-1, 4}, {-1, 4}, {-1, 5}, {4}, {-1}, {-1, 4, 5}, {5}, {}};
    for (int place = 0; events.size() < wanted; ++place) {
        for (const int value : courses.at(place % courses.size())) {
            for (const bool bulk : {false, true}) {
                if (events.size() < wanted)
                    events.append(statusOf(place, bulk, value));
            }
        }
    }
    return events;
}

void send(Place &place, int messages, bool bulk)
{
    const auto campaign =
        place.planned(messages, bulk ? domain::SendMode::Bulk : domain::SendMode::Single, {}, !bulk);
    const QList<domain::Message> all = place.messages(campaign.id);
    place.write([&] {
        const int step = bulk ? bulkSize : 1;
        for (int first = 0; first < all.size(); first += step) {
            campaign::Request request;
            request.messages = all.mid(first, step);
            request.attempt.campaign = campaign.id;
            request.attempt.endpoint = bulk ? domain::Endpoint::Bulk : domain::Endpoint::Single;
            request.attempt.ref = refOf(first, bulk);
            for (const domain::Message &message : std::as_const(request.messages))
                request.push.numbers.append(message.number);
            if (!campaign::beginRequest(*place.database, request, place.clock.nowMs()))
                qFatal("an attempt cannot be journalled");
            place.requests.append(request);
        }
    });
}

struct End
{
    QByteArray states;
    qint64 events = 0;
    qint64 kept = 0;
    qint64 refused = 0; // answered without success
    qint64 differences = 0;
};

qint64 counted(Place &place, const QString &sql)
{
    QSqlQuery query(place.database->connection());
    return query.exec(sql) && query.next() ? query.value(0).toLongLong() : -1;
}

End inOrder(quint32 seed, const QList<domain::StatusEvent> &statuses, int messages)
{
    Place place;
    send(place, messages, false);
    const qsizetype singles = place.requests.size();
    send(place, messages, true);

    // Below 0: the answer of a request.
    std::vector<qsizetype> order;
    for (qsizetype i = 0; i < statuses.size(); ++i)
        order.insert(order.end(), tripled, i);
    for (qsizetype i = 0; i < place.requests.size(); ++i)
        order.push_back(-1 - i);
    std::mt19937 random(seed);
    std::shuffle(order.begin(), order.end(), random);

    End end;
    campaign::StatusProjector projector(*place.database, *place.commits, place.clock);
    int waiting = 0;
    for (const qsizetype what : order) {
        if (what >= 0) {
            projector.take(statuses.at(what), [&end](bool stored) { end.refused += stored ? 0 : 1; });
        } else {
            const qsizetype request = -1 - what;
            const bool bulk = request >= singles;
            const auto outcome = answerTo(static_cast<int>(bulk ? request - singles : request), bulk);
            place.commits->submit(
                [&place, request, outcome]() -> base::Result<void> {
                    const auto ended = campaign::endRequest(*place.database, place.requests.at(request),
                                                            outcome, place.clock.nowMs());
                    return ended ? base::Result<void>() : base::Result<void>(ended.error());
                },
                [&end](const base::Result<void> &committed) { end.refused += committed ? 0 : 1; });
        }
        if (++waiting > static_cast<int>(random() % 200)) {
            place.commits->flush();
            waiting = 0;
        }
    }
    if (!projector.drain())
        qFatal("the statuses cannot be projected");

    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const qint64 campaign : {1, 2}) {
        for (const domain::Message &message : place.messages(campaign)) {
            hash.addData("%1 %2 %3\n"_L1
                             .arg(message.number, domain::identifier(message.state),
                                  QString::number(message.gatewayId.value_or(0)))
                             .toUtf8());
        }
    }
    end.states = hash.result().toHex().left(16);
    end.events = counted(place, u"SELECT count(*) FROM status_event"_s);
    end.kept = counted(place, u"SELECT count(*) FROM status_event WHERE message IS NULL"_s);
    const auto differences = storage::Journal(*place.database).differences();
    end.differences = differences ? differences->size() : -1;
    return end;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"seed"_s, u"First seed."_s, u"N"_s, u"1"_s});
    parser.addOption({u"orders"_s, u"How many orders."_s, u"N"_s, u"50"_s});
    parser.addOption({u"statuses"_s, u"How many statuses."_s, u"N"_s, u"10000"_s});
    parser.process(application);
    const quint32 seed = parser.value(u"seed"_s).toUInt();
    const int orders = parser.value(u"orders"_s).toInt();
    const int wanted = parser.value(u"statuses"_s).toInt();
    QTextStream out(stdout);
    if (orders < 2 || wanted < 100) {
        out << "faults_statuses: at least 2 orders and 100 statuses\n";
        return 2;
    }

    const QList<domain::StatusEvent> statuses = allStatuses(wanted);
    bool passed = true;
    QByteArray states;
    for (int i = 0; i < orders; ++i) {
        const End end = inOrder(seed + static_cast<quint32>(i), statuses, wanted / 2);
        if (states.isEmpty())
            states = end.states;
        const bool good = end.states == states && end.events == wanted && end.kept == wanted / 20 &&
                          end.refused == 0 && end.differences == 0;
        if (!good) {
            out << "seed " << seed + static_cast<quint32>(i) << ": states " << end.states << " (first order "
                << states << "), " << end.events << " events, " << end.kept << " kept, " << end.refused
                << " not stored, " << end.differences << " differ from their events" << Qt::endl;
        }
        passed = passed && good;
    }
    out << orders << " orders of " << wanted
        << " statuses, each three times: " << (passed ? "one final state" : "FAILED") << Qt::endl;
    return passed ? 0 : 1;
}
