// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader shows of statuses that wait is what the next owner makes of them.
#include "campaign/arrivedstatuses.h"

#include "campaign/sendingplace.h"
#include "campaign/sentmessages.h"
#include "campaign/statusprojector.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using campaign::ArrivedStatuses;
using domain::MessageState;
using domain::SendMode;
using support::SendingPlace;
using support::sent;

namespace {

// One line for each message of all campaigns, and one for the counts of each.
class Shown
{
public:
    void add(const domain::Message &message, const QList<domain::MessageEvent> &events)
    {
        QString line = u"%1 %2 %3 %4 %5:"_s.arg(QString::number(message.campaign), message.number,
                                                identifier(message.state), identifier(message.note),
                                                QString::number(message.sinceMs));
        for (const domain::MessageEvent &event : events) {
            line += u" %1 %2 %3"_s.arg(identifier(event.kind),
                                       event.status ? QString::number(event.status->number()) : u"-"_s,
                                       event.detail);
        }
        m_lines.append(line);
    }
    void add(const domain::Campaign &campaign)
    {
        QStringList counts;
        for (const qint64 count : campaign.counts)
            counts.append(QString::number(count));
        m_lines.append(u"%1 counts %2"_s.arg(campaign.id).arg(counts.join(u' ')));
    }
    QStringList sorted() const
    {
        QStringList lines = m_lines;
        lines.sort();
        return lines;
    }

private:
    QStringList m_lines;
};

QStringList shown(storage::Database &database, const ArrivedStatuses &arrived)
{
    Shown all;
    storage::MessageFilter everybody;
    everybody.limit = storage::everyMessage;
    const auto walked = storage::Journal(database).forEach(
        everybody, [&](domain::Message message, QList<domain::MessageEvent> events) {
            arrived.show(message, events);
            all.add(message, events);
            return true;
        });
    if (!walked)
        qFatal("the journal cannot be read");
    for (const ArrivedStatuses::Shown &made : arrived.made())
        all.add(made.message, made.events);
    const auto campaigns = storage::CampaignRepository(database).campaigns().value();
    for (domain::Campaign campaign : campaigns) {
        arrived.show(campaign);
        all.add(campaign);
    }
    return all.sorted();
}

// A bulk campaign in each state, singles with ids, and a group that the gateway knows.
struct Office : SendingPlace
{
    Office()
    {
        using enum MessageState;
        const auto bulk = planned(40, SendMode::Bulk);
        const auto messages = this->messages(bulk.id);
        const QList<std::optional<MessageState>> states{Accepted, Uncertain, Refused, Duplicate,
                                                        std::nullopt};
        for (int i = 0; i < 5; ++i)
            sent(*this, bulk.id, messages.mid(i * 8, 8), u"bulk~%1"_s.arg(i), states.at(i), false);
        const auto singles = planned(10);
        for (const domain::Message &message : this->messages(singles.id))
            sent(*this, singles.id, {message}, u"single~%1"_s.arg(message.id), Accepted, true);
        const auto group = planned(0, SendMode::GatewayGroup);
        sent(*this, group.id, {}, u"group~1"_s, std::nullopt, false);
    }

    static domain::StatusEvent anyStatus(QRandomGenerator &random)
    {
        domain::StatusEvent event;
        event.status = domain::DeliveryStatus(QList<int>{-1, 4, 5, 5, 7}.at(random.bounded(5)));
        event.receivedMs = 1'900'000'000'000 + random.bounded(1000);
        const int person = random.bounded(40);
        event.number = support::numberAt(person);
        // Now and then another id for the same request.
        event.origId = 1000 + person + (random.bounded(8) == 0 ? 500 : 0);
        switch (random.bounded(4)) {
        case 0:
            event.ref = u"bulk~%1"_s.arg(person / 8);
            break;
        case 1: // by the id alone (DLR-01)
            event.number.clear();
            event.origId = 145'000 + 41 + random.bounded(10);
            break;
        case 2:
            event.ref = u"group~1"_s;
            event.origId = *event.origId + 10'000;
            break;
        default: // nobody's
            event.ref = u"unknown~%1"_s.arg(random.bounded(5));
        }
        return event;
    }
};

} // namespace

class TestArrivedStatuses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areWhatTheNextOwnerMakesOfThem_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("DLR-04 DLR-07 BLK-10 order %u", seed) << seed;
    }
    void areWhatTheNextOwnerMakesOfThem()
    {
        QFETCH(quint32, seed);
        Office office;
        QRandomGenerator random(seed);
        campaign::StatusProjector projector(*office.database, *office.commits, office.clock);
        const auto take = [&](int count) {
            for (int i = 0; i < count; ++i)
                projector.take(Office::anyStatus(random), {});
            office.commits->flush();
        };
        take(40);
        QVERIFY(projector.drain());
        take(120);
        const auto reader = office.open(storage::OpenMode::ReadOnly);
        const auto arrived = ArrivedStatuses::read(*reader.value());
        QVERIFY(arrived);
        QVERIFY(!arrived->isEmpty());
        const QStringList before = shown(*reader.value(), *arrived);
        QVERIFY(projector.drain());
        const QStringList after = shown(*reader.value(), {});
        for (qsizetype i = 0; i < std::min(before.size(), after.size()); ++i)
            QCOMPARE(before.at(i), after.at(i));
        QCOMPARE(before.size(), after.size());
        QVERIFY(ArrivedStatuses::read(*reader.value())->isEmpty());
    }

    void whereNoneWaitNothingIsChanged()
    {
        Office office;
        const auto arrived = ArrivedStatuses::read(*office.database);
        QVERIFY(arrived->isEmpty());
        QCOMPARE(shown(*office.database, *arrived), shown(*office.database, {}));
    }
};

QTEST_GUILESS_MAIN(TestArrivedStatuses)
#include "tst_arrivedstatuses.moc"
