// SPDX-License-Identifier: GPL-3.0-or-later
// A campaign's page: figures, what asks for a person, decisions, history and the report.
#include "engine/campaigns.h"
#include "gui/campaignreport.h"
#include "gui/dialogs/decidedialog.h"
#include "gui/pages/campaignpage.h"
#include "gui/statusline.h"
#include "gui/widgets/deliverychart.h"
#include "gui/widgets/figure.h"
#include "gui/widgets/strip.h"
#include "storage/samples.h"
#include "support/child.h"
#include "support/patience.h"
#include "window.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QToolButton>

using namespace Qt::StringLiterals;
using domain::CampaignState;
using domain::MessageState;

class TestCampaignPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_window = std::make_unique<support::Window>(); }
    void cleanup()
    {
        m_page.reset();
        m_window.reset();
    }

    void everyColumnIsSeenInASmallWindow()
    {
        open(add(30));
        m_page->resize(848, 670); // what a window of 1024 by 700 has for a page
        QTRY_COMPARE(child<QTableView>("table")->horizontalScrollBar()->maximum(), 0);
    }

    // "All 0" stood above a table full of rows.
    void whatHasNotBegunIsCountedAllTheSame()
    {
        open(add(7));
        QCOMPARE(button("allChip")->text(), u"All 7"_s);
        QVERIFY(!button("underWayChip")->isVisible());
    }

    // The whole plan's SMS and cost stood there, and what was left counted as under way.
    void saysHowMuchHasBeenSentAndWhatThatCosts()
    {
        const qint64 id = add(3);
        const auto facts = [this] { return child<QLabel>("subtitleLabel")->text(); };
        const auto set = [this, id](CampaignState state) {
            QVERIFY(m_window->write([=](storage::Database &database) {
                return storage::CampaignRepository(database).setState(id, state, domain::PauseReason::Person,
                                                                      samples::noon);
            }));
        };
        QVERIFY(m_window->write([id](storage::Database &database) {
            return storage::CampaignRepository(database).setTotals(id, 3, 3, 132);
        }));
        open(id);
        QTRY_VERIFY2(facts().endsWith(u"3 recipients · 3 SMS · about 1.32 kr"_s), qPrintable(facts()));
        QVERIFY(m_window->write([id](storage::Database &database) -> base::Result<void> {
            storage::Journal journal(database);
            const auto attempt = journal.beginAttempt(samples::attempt(id, u"~en"_s), {1});
            return attempt ? journal.apply(samples::step(1, MessageState::Delivered)) : attempt.error();
        }));
        set(CampaignState::Running);
        set(CampaignState::Paused);
        m_page->open(id);
        QTRY_VERIFY2(facts().endsWith(u"2 not sent yet · 1 of 3 SMS sent · about 0.44 kr"_s),
                     qPrintable(facts()));
        move(2, MessageState::Cancelled);
        move(3, MessageState::Cancelled);
        set(CampaignState::Cancelled);
        m_page->open(id);
        QTRY_VERIFY2(facts().endsWith(u"3 recipients · 1 of 3 SMS sent · about 0.44 kr"_s),
                     qPrintable(facts()));
        QCOMPARE(button("cancelledChip")->text(), u"Cancelled 2"_s);
    }

    void onlyStopCountsDuringTheCountdown()
    {
        const qint64 id = add(3);
        open(id);
        QVERIFY(child<QPushButton>("runButton")->isEnabled());
        m_page->setCounting(id);
        QVERIFY(!child<QPushButton>("runButton")->isEnabled());
        QVERIFY(!child<QPushButton>("cancelButton")->isEnabled());
        m_page->setCounting(0);
        QVERIFY(child<QPushButton>("runButton")->isEnabled());
    }

    void showsTheFourFigures()
    {
        const qint64 id = add(5);
        move(1, MessageState::Delivered);
        move(2, MessageState::Failed);
        move(3, MessageState::Uncertain);
        open(id);
        QCOMPARE(child<gui::Figure>("deliveredFigure")->value(), 1);
        QCOMPARE(child<gui::Figure>("underWayFigure")->value(), 2);
        QCOMPARE(child<gui::Figure>("failedFigure")->value(), 1);
        QCOMPARE(child<gui::Figure>("uncertainFigure")->value(), 1);
        QVERIFY(button("decideButton")->isVisible());
        QVERIFY(button("retryButton")->isVisible());
    }

    // Item 10 of "the window keeps its word": "uncertain" means uncertain.
    void duplicatesAndWhatIsHeldBackHaveFiguresChipsAndActionsOfTheirOwn()
    {
        const qint64 id = add(6);
        open(id);
        for (const char *name : {"duplicateFigure", "heldFigure", "noConfirmationFigure", "cancelledFigure"})
            QVERIFY2(!child<gui::Figure>(name)->isVisible(), name); // nobody needs a row of noughts
        QVERIFY(!button("duplicatesButton")->isVisible());
        move(1, MessageState::Uncertain);
        move(2, MessageState::Duplicate);
        move(3, MessageState::Duplicate);
        move(4, MessageState::Held);
        move(5, MessageState::Cancelled);
        m_page->open(id);
        QCOMPARE(child<gui::Figure>("uncertainFigure")->value(), 1);
        QCOMPARE(child<gui::Figure>("duplicateFigure")->value(), 2);
        QCOMPARE(child<gui::Figure>("heldFigure")->value(), 1);
        QCOMPARE(child<gui::Figure>("cancelledFigure")->value(), 1);
        QVERIFY(child<gui::Figure>("duplicateFigure")->isVisible());
        QCOMPARE(button("duplicateChip")->text(), u"Duplicates 2"_s);
        button("duplicateChip")->click();
        QCOMPARE(child<QTableView>("table")->model()->rowCount(), 2);
        button("allChip")->click();
        QCOMPARE(child<QTableView>("table")->model()->rowCount(), 6);
        gui::StatusLine line(m_window->context());
        QCOMPARE(line.findChild<QToolButton *>(u"undecidedButton"_s)->text(),
                 u"1 uncertain · 2 duplicates · 1 held back"_s);
        pressInDialog(u"sentButton"_s);
        button("duplicatesButton")->click();
        QTRY_COMPARE(stored(id).counts[static_cast<size_t>(MessageState::Accepted)], 2);
        QCOMPARE(stored(id).counts[static_cast<size_t>(MessageState::Uncertain)], 1);
        QTRY_VERIFY(!button("duplicatesButton")->isVisible());
        QTRY_COMPARE(line.findChild<QToolButton *>(u"undecidedButton"_s)->text(),
                     u"1 uncertain · 1 held back"_s);
        QSignalSpy wanted(&line, &gui::StatusLine::campaignWanted);
        line.findChild<QToolButton *>(u"undecidedButton"_s)->click();
        QCOMPARE(wanted.value(0).value(0).toLongLong(), id);
    }

    // Item 11: why nothing gets on is said at once, here and in the window's lowest line.
    void saysWithinSecondsThatTheGatewayIsNotThere_data()
    {
        QTest::addColumn<bool>("listens");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("line");
        QTest::newRow("nobody listens")
            << false << u"No connection with the gateway since"_s << u"No connection since"_s;
        QTest::newRow("a web server says 404") << true << u"HTTP 404, but no gateway response"_s
                                               << u"Something other than the gateway has answered since"_s;
    }
    void saysWithinSecondsThatTheGatewayIsNotThere()
    {
        QFETCH(bool, listens);
        QFETCH(QString, page);
        QFETCH(QString, line);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QUrl address(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket,
                    [socket] { socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnope"); });
        });
        if (!listens)
            server.close();
        QVERIFY(m_window->run([address](engine::Settings &settings) {
            domain::Account account;
            account.name = u"default"_s;
            account.serviceId = 1234;
            account.baseUrl = address;
            account.authentication = domain::Authentication::IpAddress;
            return settings.save(account);
        }));
        const qint64 id = add(2);
        open(id);
        gui::StatusLine status(m_window->context());
        status.resize(1200, 30);
        QVERIFY(m_window->run([id](engine::Campaigns &campaigns) {
            campaigns.start(id, true, [](const base::Result<void> &) {});
            return base::Result<void>();
        }));
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY2(child<gui::Strip>("strip")->text().contains(page),
                     qPrintable(child<gui::Strip>("strip")->text()));
        const auto labelled = [&status, &line] {
            const QList<QLabel *> labels = status.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&line](const QLabel *label) {
                return label->accessibleName().startsWith(u"✕ "_s + line);
            });
        };
        QTRY_VERIFY(labelled());
        QVERIFY(timer.elapsed() < 5000);
    }

    void bothChartsAreReadAloud()
    {
        const qint64 id = add(4);
        for (const qint64 message : {1, 2, 3})
            move(message, MessageState::Delivered);
        open(id);
        const auto *chart = child<gui::DeliveryChart>("chart");
        QTRY_VERIFY(chart->accessibleName().startsWith("Deliveries"_L1));
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(child<QWidget>("chart"));
        QVERIFY(face->text(QAccessible::Description).contains("3 delivered"_L1));
        QVERIFY(child<QWidget>("stateBar")->accessibleName().contains("3 delivered"_L1));
    }

    void tellsWhoDidWhatInWords()
    {
        const qint64 id = add(2);
        QVERIFY(m_window->write([id](storage::Database &database) -> base::Result<void> {
            storage::CampaignRepository campaigns(database);
            using enum domain::HistoryKind;
            if (auto done = campaigns.addHistory({samples::noon, u"kari"_s, id, Created, {}, {}}); !done)
                return done;
            return campaigns.addHistory({samples::noon + 1000, u"ola"_s, id, Retry, u"3"_s, {}});
        }));
        open(id);
        auto *list = child<QListWidget>("historyList");
        QVERIFY(!list->isVisible());
        child<QToolButton>("historyButton")->click();
        QVERIFY(list->isVisible());
        QCOMPARE(list->count(), 2);
        QVERIFY(list->item(0)->text().contains("3 failed messages were queued again"_L1)); // the newest first
        QVERIFY(list->item(0)->text().endsWith("ola"_L1));
        QVERIFY(list->item(1)->text().contains("Created"_L1));
    }

    void theSentTwiceAlarmStaysWithTheCampaign()
    {
        const qint64 id = add(2);
        open(id);
        QVERIFY(!child<gui::Strip>("alarmStrip")->isVisible());
        QVERIFY(m_window->write([id](storage::Database &database) {
            return storage::CampaignRepository(database).addHistory(
                {samples::noon, u"kari"_s, id, domain::HistoryKind::SentTwice, u"+4790000001"_s, {}});
        }));
        m_page->open(id);
        QVERIFY(child<gui::Strip>("alarmStrip")->isVisible());
        QVERIFY(child<gui::Strip>("alarmStrip")->text().contains("+4790000001"_L1));
    }

    void asksWhetherAMissedTimeIsSentOrLeftOut()
    {
        domain::Campaign plan = samples::campaign();
        plan.startAtMs = QDateTime::currentMSecsSinceEpoch() - 3 * 3600 * 1000;
        plan.startZone = u"Europe/Oslo"_s;
        const qint64 id = add(2, plan);
        QVERIFY(m_window->write([id](storage::Database &database) {
            return storage::CampaignRepository(database).approve(id, samples::noon);
        }));
        open(id);
        QVERIFY(child<gui::Strip>("missedStrip")->isVisible());
        QVERIFY(button("missedNowButton")->isVisible());
        button("missedSkipButton")->click();
        QTRY_VERIFY(!child<gui::Strip>("missedStrip")->isVisible());
        QCOMPARE(stored(id).state, CampaignState::Cancelled);
    }

    void aHeldCampaignIsReleasedByAPerson()
    {
        const qint64 id = add(3);
        QVERIFY(m_window->write([](storage::Database &database) -> base::Result<void> {
            const auto held =
                storage::Journal(database).holdEverything(domain::PauseReason::Restored, samples::noon);
            return held ? base::Result<void>() : base::Result<void>(held.error());
        }));
        open(id);
        QVERIFY(child<gui::Strip>("strip")->text().contains("restored or copied"_L1));
        QCOMPARE(button("runButton")->text(), u"Release"_s);
        button("runButton")->click();
        QTRY_COMPARE(stored(id).counts[static_cast<size_t>(MessageState::Queued)], 3);
        QCOMPARE(stored(id).state, CampaignState::Paused);
    }

    void theDecisionShowsEachUncertainMessageAndTakesSomeOrAll()
    {
        const qint64 id = add(4);
        for (const qint64 message : {1, 2, 3})
            move(message, MessageState::Uncertain);
        gui::DecideDialog dialog(m_window->context(), stored(id), MessageState::Uncertain);
        dialog.show();
        auto *table = dialog.findChild<QTableView *>(u"table"_s);
        QCOMPARE(table->model()->rowCount(), 3);
        QVERIFY(dialog.numbers().isEmpty());
        QVERIFY(dialog.findChild<QLabel *>(u"choiceLabel"_s)->text().contains("all 3"_L1));
        table->selectRow(1);
        QCOMPARE(dialog.numbers(), QStringList{samples::number(1)});
        dialog.findChild<QPushButton *>(u"againButton"_s)->click();
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(dialog.decision(), campaign::Decision::SendAgain);
    }

    // BLK-10: a gateway group has no messages here, and yet needs a decision.
    void anUncertainGroupIsDecidedOnAsAWhole()
    {
        domain::Campaign plan = samples::campaign();
        plan.mode = domain::SendMode::GatewayGroup;
        plan.gatewayGroup = u"Kunder"_s;
        const qint64 id = add(0, plan);
        QVERIFY(m_window->write([=](storage::Database &database) -> base::Result<void> {
            storage::Journal journal(database);
            const auto attempt = journal.beginAttempt(samples::attempt(id, u"~gruppe"_s), {});
            if (!attempt)
                return attempt.error();
            storage::AttemptResult result;
            result.verdict = domain::Verdict::Uncertain;
            result.endedMs = samples::noon;
            if (auto ended = journal.endAttempt(*attempt, result); !ended)
                return ended;
            return storage::CampaignRepository(database).setState(
                id, CampaignState::Paused, domain::PauseReason::BulkUncertain, samples::noon);
        }));
        open(id);
        QVERIFY(button("decideButton")->isVisible());
        gui::DecideDialog dialog(m_window->context(), stored(id), MessageState::Uncertain);
        QVERIFY(dialog.findChild<QLabel *>(u"choiceLabel"_s)->text().contains("Kunder"_L1));
        pressInDialog(u"sentButton"_s);
        button("decideButton")->click();
        QTRY_COMPARE(stored(id).state, CampaignState::Finished);
        QTRY_VERIFY(!button("decideButton")->isVisible());
    }

    void theDecisionIsCarriedOut()
    {
        const qint64 id = add(4);
        for (const qint64 message : {1, 2, 3})
            move(message, MessageState::Uncertain);
        open(id);
        pressInDialog(u"sentButton"_s);
        button("decideButton")->click();
        QTRY_COMPARE(stored(id).counts[static_cast<size_t>(MessageState::Accepted)], 3);
        QTRY_VERIFY(!button("decideButton")->isVisible());
    }

    void theReportIsOnePageHoweverMuchThereIsToSay()
    {
        domain::Campaign campaign = stored(add(3));
        campaign.text = u"Årsmøtet er tirsdag. "_s.repeated(80);
        storage::Deliveries deliveries{
            samples::noon, samples::noon + 60000, {1, 0, 5, 2, 0, 0, 0, 1, 0, 0, 0, 1}};
        QList<domain::HistoryEntry> history;
        for (int i = 0; i < 40; ++i)
            history.append({samples::noon + i, u"kari"_s, campaign.id, domain::HistoryKind::Started, {}, {}});
        const QString file = m_window->folder() + u"/rapport.pdf"_s;
        QVERIFY(gui::writeReport(campaign, {deliveries}, history, file));
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray bytes = pdf.readAll();
        QVERIFY(bytes.startsWith("%PDF"));
        QCOMPARE(bytes.count("/Type /Page\n"), 1);
        const auto nowhere = gui::writeReport(campaign, {deliveries}, history, u"/nowhere/rapport.pdf"_s);
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, base::ErrorCode::FileUnwritable);
    }

private:
    template <typename T>
    T *child(const char *name) const
    {
        return support::child<T>(*m_page, name);
    }
    QPushButton *button(const char *name) const { return child<QPushButton>(name); }

    void open(qint64 id)
    {
        m_page = std::make_unique<gui::CampaignPage>(m_window->context());
        m_page->resize(1100, 700);
        m_page->show();
        m_page->open(id);
    }
    // Once the next dialog stands there.
    void pressInDialog(const QString &name)
    {
        auto *answer = new QTimer(this);
        connect(answer, &QTimer::timeout, this, [answer, name] {
            if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
                answer->deleteLater();
                answer->stop();
                dialog->findChild<QPushButton *>(name)->click();
            }
        });
        answer->start(20);
    }
    qint64 add(int count, const domain::Campaign &plan = samples::campaign())
    {
        return m_window->run(
            [=](engine::Engine &engine) { return samples::addCampaign(engine.database(), count, plan); });
    }
    void move(qint64 message, MessageState to)
    {
        QVERIFY(m_window->write([=](storage::Database &database) {
            return storage::Journal(database).apply(samples::step(message, to));
        }));
    }
    domain::Campaign stored(qint64 id)
    {
        return storage::CampaignRepository(m_window->reader()).campaign(id).value();
    }

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<gui::CampaignPage> m_page;
};

QTEST_MAIN(TestCampaignPage)
#include "tst_campaignpage.moc"
