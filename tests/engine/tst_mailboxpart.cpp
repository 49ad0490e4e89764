// SPDX-License-Identifier: GPL-3.0-or-later
// The profile's mailbox within the engine: emptied before anything is sent, moved, given a new key.
#include "engine/campaigns.h"
#include "engine/changes.h"
#include "engine/decisions.h"
#include "engine/mailbox.h"
#include "engine/office.h"
#include "engine/owntime.h"
#include "engine/planning.h"
#include "engine/timetable.h"
#include "mailbox/event.h"
#include "mailbox/problem.h"
#include "mailbox/server.h"
#include "storage/inboxrepository.h"
#include "support/patience.h"
#include "support/places.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using domain::CampaignState;
using domain::MessageState;

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;

// `mailbox serve` in this process, with the settings that the office has written.
struct Box
{
    QTemporaryDir folder;
    std::unique_ptr<mailbox::Store> store;
    std::unique_ptr<mailbox::Server> server;
    quint16 port = 0;
    bool tls = false;

    void start(support::Office &office)
    {
        const auto config = mailbox::readConfig(file());
        auto opened = mailbox::Store::open(folder.filePath(u"data"_s), office.clock);
        if (!config || !opened)
            qFatal("no mailbox");
        store = std::move(opened).value();
        mailbox::ServerRules rules;
        rules.listenAddress = QHostAddress::LocalHost;
        rules.port = port;
        rules.allowed = {QHostAddress::LocalHost};
        if (tls) {
            rules.certificateFile = support::testFile(u"gateway/tls/loopback.pem"_s);
            rules.keyFile = support::testFile(u"gateway/tls/loopback.key"_s);
        }
        server = std::make_unique<mailbox::Server>(rules, *config, *store, office.clock);
        if (!server->start())
            qFatal("the mailbox cannot listen");
        port = static_cast<quint16>(QUrl(server->url()).port());
    }
    void stop()
    {
        server.reset();
        store.reset();
    }
    QString file() const { return folder.filePath(u"config"_s); }

    void put(const QByteArray &publicKey, receiver::Leaf leaf, const QByteArray &content)
    {
        mailbox::Event event;
        event.leaf = leaf;
        event.receivedMs = 1'900'000'000'000;
        if (leaf == receiver::Leaf::Status) {
            event.request.method = "GET";
            event.request.query = content;
        } else {
            event.request.method = "POST";
            event.request.headers = {{"content-type", "application/json"}};
            event.request.body = content;
        }
        event.request.peer = QHostAddress::LocalHost;
        if (!store->add(leaf, mailbox::sealed(mailbox::packed(event), publicKey)))
            qFatal("the mailbox keeps nothing");
    }
};

QByteArray message(int id, const QByteArray &text)
{
    return R"({"id":)" + QByteArray::number(id) + R"(,"to":"26114","from":"+4799999991","text":")" + text +
           R"(","sent":"2026-11-28T10:00:00Z","counter":)" + QByteArray::number(id) + R"(,"keyword":"X"})";
}

// A mailbox that an office uses.
struct Used : support::Office
{
    Box box;

    Used()
    {
        write(box);
        box.start(*this);
        use(box);
    }
    void write(const Box &to)
    {
        QVERIFY(part().writeFile(engine::MailboxFile::ServerSettings, to.file()).ok());
    }
    void use(const Box &other)
    {
        std::optional<bool> good;
        part().use(other.server->url(),
                   [&](const base::Result<engine::MailboxTest> &tested) { good = tested.ok(); });
        QTRY_VERIFY(good.has_value());
        QVERIFY(*good);
    }
    engine::Mailbox &part() { return engine->mailbox(); }
    QByteArray publicKey() { return engine::mailboxKeys(*profile)->publicKey; }
    void put(int id, const QByteArray &text)
    {
        box.put(publicKey(), receiver::Leaf::Inbound, message(id, text));
    }
    base::Result<engine::Fetched> fetch()
    {
        std::optional<base::Result<engine::Fetched>> result;
        part().fetch(0, [&](const base::Result<engine::Fetched> &fetched) { result = fetched; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 20000))
            qFatal("no fetch ended");
        engine->commits().flush();
        return *result;
    }
    qint64 inbox() { return storage::InboxRepository(engine->database()).messages({}).value().size(); }
    qint64 planned(qint64 startAtMs = 0)
    {
        ::engine::Draft draft;
        draft.sender = u"26114"_s;
        draft.text = u"Hei"_s;
        draft.recipients.typed = {u"99999991"_s, u"99999992"_s};
        if (startAtMs > 0) {
            draft.startAtMs = startAtMs;
            draft.startZone = u"Europe/Oslo"_s;
            draft.catchUpMinutes = 60;
        }
        const qint64 id = engine->planning().planTyped(draft)->campaign;
        if (!engine->planning().approve(id))
            qFatal("not approved");
        return id;
    }
    base::Result<void> start(qint64 id, ::engine::Unfetched unfetched = ::engine::Unfetched::Ask)
    {
        std::optional<base::Result<void>> result;
        engine->campaigns().start(
            id, true, [&](const base::Result<void> &begun) { result = begun; }, unfetched);
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 20000))
            qFatal("no start ended");
        return *result;
    }
    QList<MessageState> states(qint64 id)
    {
        QList<MessageState> list;
        storage::MessageFilter filter;
        filter.campaign = id;
        for (const domain::Message &one : storage::Journal(engine->database()).messages(filter).value())
            list.append(one.state);
        return list;
    }
};

bool asks(const base::Result<void> &result)
{
    return !result && result.error().code == base::ErrorCode::NeedsConfirmation &&
           result.error().field == "mailbox"_L1 && result.error().detail.contains(u"STOPP"_s);
}

} // namespace

class TestMailboxPart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoHasWrittenStoppIsNotWrittenTo()
    {
        Used office;
        const qint64 id = office.planned();
        office.put(1, "STOPP");
        QVERIFY(office.start(id).ok());
        QTRY_COMPARE(office.campaign(id).state, CampaignState::Finished);
        const QList<MessageState> states = office.states(id);
        QCOMPARE(states.size(), 2);
        QVERIFY(states[0] != MessageState::Accepted); // as an opt-out leaves it
        QCOMPARE(states[1], MessageState::Accepted);
    }

    void withoutItAPersonIsAskedBeforeAStartAndARelease()
    {
        Used office;
        const qint64 id = office.planned();
        office.box.stop();
        QVERIFY(asks(office.start(id)));
        QCOMPARE(office.campaign(id).state, CampaignState::Planned);
        std::optional<base::Result<void>> released;
        office.engine->decisions().release(id, engine::Unfetched::Ask,
                                           [&](const base::Result<void> &result) { released = result; });
        QTRY_VERIFY(released.has_value());
        QVERIFY(asks(*released));
        QVERIFY(office.start(id, engine::Unfetched::GoOn).ok());
        QTRY_COMPARE(office.campaign(id).state, CampaignState::Finished);
    }

    // Nobody is there to be asked: it waits as long as it may start late, and is then missed.
    void theScheduleWaitsForIt_data()
    {
        QTest::addColumn<bool>("comesBack");
        QTest::newRow("it comes back in time") << true;
        QTest::newRow("it does not") << false;
    }
    void theScheduleWaitsForIt()
    {
        QFETCH(bool, comesBack);
        Used office;
        const qint64 at = office.clock.nowMs() + 1000;
        const qint64 id = office.planned(at);
        office.put(1, "STOPP");
        office.box.stop();
        engine::Timetable &timetable = office.engine->timetable();
        QSignalSpy awaited(&timetable, &engine::Timetable::mailboxAwaited);
        QSignalSpy missed(&timetable, &engine::Timetable::missed);
        office.clock.set(at);
        timetable.start();
        QTRY_COMPARE(awaited.size(), 1);
        QCOMPARE(office.states(id), (QList{MessageState::Scheduled, MessageState::Scheduled}));
        if (comesBack)
            office.box.start(office);
        else
            office.clock.set(at + 2 * 3600 * 1000);
        office.engine->changes().tellCampaigns(); // the scheduler looks again, as it does every minute
        if (!comesBack) {
            QTRY_COMPARE(missed.size(), 1);
            QCOMPARE(office.states(id), (QList{MessageState::Scheduled, MessageState::Scheduled}));
            std::optional<base::Result<void>> sent;
            timetable.sendMissed(id, engine::Unfetched::Ask,
                                 [&](const base::Result<void> &result) { sent = result; });
            QTRY_VERIFY(sent.has_value());
            QVERIFY(asks(*sent));
            return;
        }
        QTRY_COMPARE(office.campaign(id).state, CampaignState::Finished);
        QVERIFY(office.states(id)[0] != MessageState::Accepted);
        QCOMPARE(missed.size(), 0);
    }

    void theDemoAsksNone()
    {
        Used office;
        auto account = *office.engine->settings().account({});
        account.demo = true;
        QVERIFY(office.engine->settings().save(account).ok());
        const qint64 id = office.planned();
        office.box.stop();
        QVERIFY(office.start(id).ok());
    }

    // What comes where it was is fetched too, until the portal knows the new address.
    void itCanBeMoved()
    {
        Used office;
        Box elsewhere;
        office.write(elsewhere);
        elsewhere.start(office);
        office.use(elsewhere);
        office.put(1, "til den gamle");
        elsewhere.put(office.publicKey(), receiver::Leaf::Inbound, message(2, "til den nye"));
        QCOMPARE(office.fetch()->events, 2);
        QCOMPARE(office.inbox(), 2);
        QCOMPARE(office.part().settings().formerUrl.toString(), office.box.server->url());
        office.box.stop(); // gone: that troubles nobody
        office.clock.set(office.clock.nowMs() + 2 * 60 * 1000);
        QVERIFY(office.fetch().ok());
        QVERIFY(!office.part().state().problem);
        office.clock.set(office.clock.nowMs() + 31 * dayMs);
        office.box.start(office);
        office.put(3, "for sent");
        QCOMPARE(office.fetch()->events, 0);
    }

    // The old key holds until the mailbox has the new file; nothing that comes in meanwhile is lost.
    void aNewKeyIsTakenOverOnceItIsThere()
    {
        Used office;
        const QByteArray former = office.publicKey();
        office.put(1, "før");
        std::optional<base::Result<void>> renewed;
        Box next;
        office.part().renewKey(engine::MailboxFile::ServerSettings, next.file(),
                               [&](const base::Result<void> &result) { renewed = result; });
        QTRY_VERIFY(renewed.has_value());
        QVERIFY(renewed->ok());
        office.engine->commits().flush();
        QCOMPARE(office.inbox(), 1); // fetched first
        QVERIFY(office.part().awaitsNewKey());
        office.put(2, "mellom");
        QCOMPARE(office.fetch()->events, 1); // by the old key, still
        QCOMPARE(office.publicKey(), former);
        office.put(3, "rett før");

        office.box.stop();
        QVERIFY(QFile::remove(office.box.file()) && QFile::copy(next.file(), office.box.file()));
        office.box.start(office);
        QCOMPARE(office.fetch()->events, 1); // sealed to the old key, asked for with the new one
        QVERIFY(!office.part().awaitsNewKey());
        QVERIFY(office.publicKey() != former);
        QCOMPARE(office.inbox(), 3);
        office.put(4, "etter");
        QCOMPARE(office.fetch()->events, 1);
        QCOMPARE(office.inbox(), 4);
    }

    void withoutTheMailboxThereIsNoNewKey()
    {
        Used office;
        office.box.stop();
        std::optional<base::Result<void>> renewed;
        office.part().renewKey(engine::MailboxFile::Php, office.folder.filePath(u"p.php"_s),
                               [&](const base::Result<void> &result) { renewed = result; });
        QTRY_VERIFY(renewed.has_value());
        QCOMPARE(mailbox::problemOf(renewed->error()), std::optional(mailbox::Problem::Unreachable));
        QVERIFY(!office.part().awaitsNewKey());
    }

    void fourteenDaysWithoutAFetchAreTold()
    {
        Used office;
        office.clock.set(office.clock.nowMs() + 13 * dayMs);
        QVERIFY(!office.part().isForgotten());
        office.clock.set(office.clock.nowMs() + 2 * dayMs);
        QVERIFY(office.part().isForgotten());
        QVERIFY(office.fetch().ok());
        QVERIFY(!office.part().isForgotten());
    }

    // Over https, whose sender is known: our own time hears the Date of its answers.
    void itsAnswersTellTheTime_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("https") << true;
        QTest::newRow("http on this machine") << false;
    }
    void itsAnswersTellTheTime()
    {
        QFETCH(bool, tls);
        support::Office office;
        auto account = *office.engine->settings().account({});
        account.authoritiesFile = support::testFile(u"gateway/tls/loopback.pem"_s);
        QVERIFY(office.engine->settings().save(account).ok());
        Box box;
        QVERIFY(office.engine->mailbox().writeFile(engine::MailboxFile::ServerSettings, box.file()).ok());
        box.tls = tls;
        box.start(office);
        const qint64 before = office.engine->ownTime().nowMs();
        office.clock.set(before + 100 * dayMs);
        std::optional<bool> good;
        office.engine->mailbox().test(
            box.server->url(), [&](const base::Result<engine::MailboxTest> &tested) { good = tested.ok(); });
        QTRY_VERIFY(good.has_value());
        QVERIFY(*good);
        QCOMPARE(office.engine->ownTime().nowMs() > before + 99 * dayMs, tls);
    }

    void itIsAskedByItself()
    {
        Used office;
        QSignalSpy told(&office.part(), &engine::Mailbox::stateChanged);
        office.put(1, "hei");
        office.part().startAsking();
        QTRY_COMPARE(office.inbox(), 1);
        QTRY_COMPARE(office.part().state().lastAskedMs, office.clock.nowMs());
        QVERIFY(!told.isEmpty());
        office.box.stop();
        QVERIFY(!office.fetch());
        QVERIFY(office.part().state().problem.has_value());
        QCOMPARE(mailbox::problemOf(*office.part().state().problem),
                 std::optional(mailbox::Problem::Unreachable));
    }
};

QTEST_GUILESS_MAIN(TestMailboxPart)
#include "tst_mailboxpart.moc"
