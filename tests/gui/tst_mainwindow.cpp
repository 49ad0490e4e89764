// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/inboxpage.h"
#include "gui/pages/logpage.h"
#include "gui/pages/page.h"
#include "gui/pages/sendpage.h"
#include "gui/savefile.h"
#include "gui/widgets/strip.h"
#include "gui/widgets/theme.h"
#include "support/openwindow.h"
#include "support/patience.h"

#include <QAbstractButton>
#include <QCalendarWidget>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTableView>
#include <QToolButton>
#include <QWheelEvent>

#include <thread>

using namespace Qt::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageIsReachedByItsKey()
    {
        support::OpenWindow place;
        auto *pages = place.find<QListWidget>("pages");
        QVERIFY(pages->count() >= 3);
        for (int i = pages->count() - 1; i >= 0; --i) {
            QTest::keyClick(place.window(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            QCOMPARE(pages->currentRow(), i);
        }
    }

    void oneBeginsInToAndTabEndsWithTheHelp()
    {
        support::OpenWindow place;
        place.window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(place.window()));
        const auto *to = place.find<QWidget>("recipientsEdit");
        const QWidget *focus = place.window()->focusWidget();
        QVERIFY(focus && (focus == to || to->isAncestorOf(focus)));
        // From the field on, the help is behind everything else of the page.
        const QWidget *help = place.find<QToolButton>("helpButton");
        const QWidget *send = place.find<QPushButton>("sendButton");
        bool sendCame = false;
        for (const QWidget *next = focus->nextInFocusChain(); next != help; next = next->nextInFocusChain()) {
            sendCame = sendCame || next == send;
            QVERIFY(next != focus);
        }
        QVERIFY(sendCame);
    }

    void aSecondStartBringsTheWindowToTheFront()
    {
        support::OpenWindow place;
        place.window()->showMinimized();
        QVERIFY(place.window()->isMinimized());
        bool answered = false;
        std::thread second([&] { // it waits for its answer
            const auto profile = engine::Profile::at(place.folder.path());
            answered = engine::OwnerServer::ask(*profile, "raise").has_value();
        });
        QTRY_VERIFY(!place.window()->isMinimized());
        second.join();
        QVERIFY(answered);
        QVERIFY(place.window()->isVisible());
    }

    void theFolderOfTheLastFileIsKeptFromRunToRun()
    {
        const QTemporaryDir chosen;
        support::OpenWindow place;
        gui::setLastFolder(chosen.path());
        place.window()->close();
        const engine::Settings &settings = place.application.context().settings;
        QTRY_COMPARE(settings.value(u"lastFolder"_s), chosen.path());
        gui::setLastFolder({});
    }

    void theSettingsStandAtTheFootAndTheRoomAboveChoosesNothing()
    {
        support::OpenWindow place;
        auto *pages = place.find<QListWidget>("pages");
        place.window()->resize(1366, 768);
        place.window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(place.window()));
        const QModelIndex last = pages->model()->index(pages->count() - 1, 0);
        const QRect foot = pages->visualRect(last);
        const QRect above = pages->visualRect(pages->model()->index(pages->count() - 2, 0));
        QCOMPARE(foot.height(), above.height());
        QVERIFY(foot.top() > above.bottom() + foot.height());
        QTest::mouseClick(pages->viewport(), Qt::LeftButton, {}, QPoint(foot.center().x(), foot.top() - 20));
        QCOMPARE(pages->currentRow(), 0);
        QTest::mouseClick(pages->viewport(), Qt::LeftButton, {}, foot.center());
        QCOMPARE(pages->currentRow(), pages->count() - 1);
    }

    // A list that was filled before it had its style laid its rows upon each other.
    void rowsStandBeneathEachOtherFromTheFirstMoment()
    {
        gui::theme::dress(*qApp);
        const auto undress = qScopeGuard([] { qApp->setStyleSheet({}); });
        support::OpenWindow place;
        place.window()->show();
        place.window()->goTo(gui::PageId::Settings);
        const auto *sections = place.find<QListWidget>("sectionList");
        for (int row = 1; row < sections->count(); ++row)
            QVERIFY(sections->visualItemRect(sections->item(row)).top() >
                    sections->visualItemRect(sections->item(row - 1)).bottom());
    }

    // A day of two digits and the days' names were "…", and the last week was cut.
    void everyCalendarThatPopsUpShowsItsDays_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("points");
        QTest::newRow("Norwegian") << u"nb"_s << 10;
        QTest::newRow("English, large text") << u"en"_s << 20;
    }
    void everyCalendarThatPopsUpShowsItsDays()
    {
        QFETCH(QString, language);
        QFETCH(int, points);
        const QFont before = qApp->font();
        QFont font = before;
        font.setPointSize(points);
        qApp->setFont(font);
        gui::theme::dress(*qApp);
        const auto undress = qScopeGuard([before] {
            qApp->setStyleSheet({});
            qApp->setFont(before);
        });
        support::OpenWindow place(language);
        int popups = 0;
        for (QDateTimeEdit *edit : place.window()->findChildren<QDateTimeEdit *>()) {
            if (!edit->calendarPopup())
                continue;
            ++popups;
            QCalendarWidget *calendar = edit->calendarWidget();
            QTest::mouseClick(edit, Qt::LeftButton, {}, QPoint(edit->width() - 8, edit->height() / 2));
            calendar->window()->adjustSize();
            calendar->window()->show();
            const auto *days = calendar->findChild<QTableView *>(u"qt_calendar_calendarview"_s);
            for (int row = 0; row < days->model()->rowCount(); ++row) {
                for (int column = 0; column < days->model()->columnCount(); ++column) {
                    const QModelIndex cell = days->model()->index(row, column);
                    if (days->isColumnHidden(column))
                        continue;
                    const QSize wanted = days->itemDelegate()->sizeHint(
                        [days] {
                            QStyleOptionViewItem option;
                            option.initFrom(days);
                            option.font = days->font();
                            option.fontMetrics = days->fontMetrics();
                            return option;
                        }(),
                        cell);
                    QVERIFY2(days->columnWidth(column) >= wanted.width(), edit->objectName().toUtf8());
                    QVERIFY2(days->rowHeight(row) >= days->fontMetrics().height(),
                             edit->objectName().toUtf8());
                }
            }
            const QRect last = days->visualRect(days->model()->index(days->model()->rowCount() - 1, 1));
            QVERIFY2(days->viewport()->rect().contains(last), edit->objectName().toUtf8());
            QVERIFY(calendar->weekdayTextFormat(Qt::Sunday).foreground().color() != Qt::red);
            calendar->window()->hide();
        }
        QVERIFY(popups >= 4);
    }

    // The list of pages, and the demo's label, kept the old theme until the next start.
    void everythingFollowsAnotherAppearanceAtOnce()
    {
        gui::theme::dress(*qApp, gui::theme::Appearance::Light);
        const auto undress = qScopeGuard([] {
            gui::theme::dress(*qApp);
            qApp->setStyleSheet({});
        });
        support::OpenWindow place;
        place.window()->resize(1200, 700);
        place.window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(place.window()));
        place.window()->sendPage()->findChild<QLineEdit *>(u"recipientsInput"_s)->setText(u"99999999"_s);
        QTest::keyClick(place.window()->sendPage()->findChild<QLineEdit *>(u"recipientsInput"_s),
                        Qt::Key_Return);
        const auto background = [](QWidget *widget) {
            const QImage shown = widget->grab().toImage();
            return shown.pixelColor(5, shown.height() / 2).lightnessF(); // beside its text
        };
        auto *pages = place.find<QListWidget>("pages");
        auto *badge = place.find<QLabel>("demoBadge");
        auto *chip = place.find<QWidget>("recipientsEdit")->findChild<QPushButton *>();
        QVERIFY(chip);
        for (QWidget *widget : std::initializer_list<QWidget *>{pages, badge, chip})
            QVERIFY2(background(widget) > 0.6, widget->metaObject()->className());
        gui::theme::dress(*qApp, gui::theme::Appearance::Dark);
        for (QWidget *widget : std::initializer_list<QWidget *>{pages, badge, chip})
            QTRY_VERIFY2(background(widget) < 0.4, widget->metaObject()->className());
        const auto *note = place.find<QLabel>("senderNote");
        QTRY_COMPARE(note->palette().color(QPalette::WindowText), gui::theme::muted(qApp->palette()));
    }

    // 200 % on 1366 × 768: the status line was beneath the screen's edge.
    void theWindowFitsOnASmallScreenWithLargeText()
    {
        gui::theme::dress(*qApp);
        const auto undress = qScopeGuard([] { qApp->setStyleSheet({}); });
        support::OpenWindow place;
        constexpr QSize room(683, 384 - 24); // less a title bar
        QVERIFY(place.window()->minimumSize().width() <= room.width());
        QVERIFY(place.window()->minimumSize().height() <= room.height());
        place.window()->resize(room);
        place.window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(place.window()));
        const auto *stack = place.window()->findChild<QStackedWidget *>();
        for (const gui::PageId page : place.window()->pages()) {
            place.window()->goTo(page);
            QCoreApplication::processEvents();
            const QWidget *shown = stack->currentWidget();
            QVERIFY2(place.window()->statusBar()->geometry().bottom() < room.height(),
                     shown->metaObject()->className());
            QVERIFY2(shown->minimumSizeHint().height() <= shown->height(),
                     qPrintable(u"%1 wants %2 of %3"_s.arg(QLatin1String(shown->metaObject()->className()))
                                    .arg(shown->minimumSizeHint().height())
                                    .arg(shown->height())));
        }
    }

    void theLogLeadsToTheRepliesWithWhatIsSearchedFor()
    {
        support::OpenWindow place;
        place.window()->show();
        place.window()->goTo(gui::PageId::Log);
        auto *log = place.window()->findChild<gui::LogPage *>();
        auto *replies = log->findChild<QPushButton *>(u"repliesButton"_s);
        QTRY_VERIFY(!replies->isVisible());
        log->findChild<QLineEdit *>(u"searchEdit"_s)->setText(u" kari "_s);
        QTRY_VERIFY(replies->isVisible());
        replies->click();
        const auto *inbox = place.window()->inboxPage();
        QVERIFY(inbox->isVisible());
        QCOMPARE(inbox->findChild<QLineEdit *>(u"searchEdit"_s)->text(), u"kari"_s);
    }

    void whatHasJustHappenedLeavesTheFactsStanding()
    {
        support::OpenWindow place;
        place.window()->resize(1366, 768);
        place.window()->show();
        const auto *notice = place.find<QLabel>("noticeLabel");
        place.window()->say([] { return u"The list was written."_s; });
        QCOMPARE(notice->text(), u"The list was written."_s);
        const auto labels = notice->parentWidget()->findChildren<QLabel *>();
        const auto says = [&labels](const QString &words) {
            return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel *label) {
                return label->isVisible() && label->accessibleName().contains(words);
            });
        };
        QVERIFY(says(u"Gateway"_s));
        QVERIFY(says(u"Receiver"_s));
        place.window()->say([] { return u"Very long. "_s.repeated(80); }); // it is what gives way
        QVERIFY(notice->text().endsWith(u"…"_s));
        QVERIFY(says(u"Gateway"_s));
        QCOMPARE(place.window()->width(), 1366);
    }

    void theLanguageChangesAtOnceEverywhere()
    {
        support::OpenWindow place;
        auto *pages = place.find<QListWidget>("pages");
        auto *message = place.find<QPlainTextEdit>("messageEdit");
        message->setPlainText(u"Hei"_s);
        QCOMPARE(pages->accessibleName(), u"Pages"_s);
        engine::language::install(u"nb"_s);
        QTRY_COMPARE(pages->accessibleName(), u"Sider"_s);
        QCOMPARE(message->accessibleName(), u"Melding"_s);
        QVERIFY(place.find<QLabel>("counterLabel")->text().endsWith("igjen"_L1));
        QCOMPARE(message->toPlainText(), u"Hei"_s);
        engine::language::install(u"en"_s);
        QTRY_COMPARE(message->accessibleName(), u"Message"_s);
    }

    // Of what is said for a while nothing stays in the language of before.
    void whatWasSaidForAWhileFollowsTheLanguage()
    {
        support::OpenWindow place;
        const auto *notice = place.find<QLabel>("noticeLabel");
        Q_EMIT place.window()->inboxPage()->announced(base::Error{base::ErrorCode::DiskFull, {}, {}});
        const QString english = notice->accessibleName();
        QVERIFY(!english.isEmpty());
        gui::Strip asText(place.window());
        asText.say(gui::Strip::Error, english);
        gui::Strip asSentence(place.window());
        asSentence.say(gui::Strip::Error, gui::Sentence(base::Error{base::ErrorCode::DiskFull, {}, {}}));
        QCOMPARE(asSentence.text(), english);

        engine::language::install(u"nb"_s);
        QTRY_VERIFY(notice->accessibleName() != english);
        const QString norwegian = notice->accessibleName();
        QVERIFY(!norwegian.isEmpty());
        QTRY_COMPARE(asSentence.text(), norwegian);
        QVERIFY(!asSentence.isHidden());
        QTRY_VERIFY(asText.isHidden()); // nobody has said it anew

        asText.say(gui::Strip::Error, norwegian);
        engine::language::install(u"en"_s);
        asText.say(gui::Strip::Error, english); // as its owner does when it hears of it
        QTRY_COMPARE(asSentence.text(), english);
        QCOMPARE(asText.text(), english);
        QVERIFY(!asText.isHidden());
    }

    void whatIsBeingChangedInTheSettingsSurvivesALookElsewhere()
    {
        support::OpenWindow place;
        place.window()->goTo(gui::PageId::Settings);
        auto *sections = place.find<QListWidget>("sectionList");
        auto *countries = place.find<QLineEdit>("countriesEdit");
        sections->setCurrentRow(3);
        QCOMPARE(countries->text(), u"Norway"_s);
        countries->setText(u"NO, SE"_s);
        place.window()->goTo(gui::PageId::Log);
        place.window()->goTo(gui::PageId::Settings);
        sections->setCurrentRow(4);
        sections->setCurrentRow(3);
        QCOMPARE(countries->text(), u"NO, SE"_s);
    }

    void noControlIsWithoutAName_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Norwegian") << u"nb"_s;
    }
    void noControlIsWithoutAName()
    {
        QFETCH(QString, language);
        support::OpenWindow place(language);
        for (const gui::PageId page : place.window()->pages()) {
            place.window()->goTo(page);
            QTest::qWait(50);
        }
        QCOMPARE(support::OpenWindow::withoutName(place.window()).join(u'\n'), QString());
    }

    // Whoever scrolls past a field must not change it.
    void theWheelTurnsOnlyWhatWasChosen()
    {
        support::OpenWindow place;
        auto *combo = place.find<QComboBox>("kindCombo");
        place.find<QPlainTextEdit>("messageEdit")->setFocus();
        const QPointF inside = combo->rect().center();
        const auto turn = [&] {
            QWheelEvent wheel(inside, combo->mapToGlobal(inside), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(combo, &wheel);
        };
        turn();
        QCOMPARE(combo->currentIndex(), 0);
        combo->setFocus();
        turn();
        QCOMPARE(combo->currentIndex(), 1);
    }

    void noTwoControlsOfAPageHaveTheSameKey_data() { noControlIsWithoutAName_data(); }
    void noTwoControlsOfAPageHaveTheSameKey()
    {
        QFETCH(QString, language);
        support::OpenWindow place(language);
        for (const gui::PageId page : place.window()->pages()) {
            place.window()->goTo(page);
            QTest::qWait(50);
            QMap<QString, QString> owners;
            const auto take = [&owners, page](const QWidget *widget, const QString &text) {
                const QString key = QKeySequence::mnemonic(text).toString();
                if (key.isEmpty() || !widget->isVisible())
                    return;
                QVERIFY2(!owners.contains(key),
                         qUtf8Printable(u"page %1: “%2” and “%3” on %4"_s.arg(int(page)).arg(
                             owners.value(key), text, key)));
                owners.insert(key, text);
            };
            for (const auto *button : place.window()->findChildren<QAbstractButton *>())
                take(button, button->text());
            for (const auto *label : place.window()->findChildren<QLabel *>()) {
                if (!label->buddy())
                    continue;
                take(label, label->text());
                QVERIFY(label->buddy()->focusPolicy() != Qt::NoFocus); // or its key would do nothing
            }
            if (page == gui::PageId::Send)
                QCOMPARE(owners.size(), 8);
        }
    }

    // At 1024 × 700 no page asks for more than the window has.
    void everyPageFitsASmallScreen()
    {
        support::OpenWindow place(u"nb"_s);
        place.window()->resize(1024, 700);
        for (const gui::PageId page : place.window()->pages()) {
            place.window()->goTo(page);
            QTest::qWait(50);
            QCOMPARE(place.window()->size(), QSize(1024, 700));
            QVERIFY(place.window()->minimumSizeHint().width() <= 1024);
            QVERIFY(place.window()->minimumSizeHint().height() <= 700);
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
