// SPDX-License-Identifier: GPL-3.0-or-later
// What is being written survives the window, and a campaign is written again.
#include "engine/campaigns.h"
#include "engine/drafts.h"
#include "engine/planning.h"
#include "gui/pages/draftkeeper.h"
#include "gui/pages/sendpage.h"
#include "gui/widgets/recipientsedit.h"
#include "storage/campaignrepository.h"
#include "support/openwindow.h"
#include "support/patience.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

// The window on a profile that outlives it.
struct Opened
{
    explicit Opened(const QString &folder)
        : application(gui::Start{folder, u"en"_s, true, {}})
    {
        QSignalSpy shown(&application, &gui::Application::windowShown);
        application.open();
        if (shown.isEmpty() && !shown.wait(20000))
            qFatal("The window did not open");
    }

    gui::SendPage *page() const { return application.window()->sendPage(); }
    template <typename T>
    T *find(const char *name) const
    {
        T *found = page()->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("There is no %s", name);
        return found;
    }
    QPlainTextEdit *message() const { return find<QPlainTextEdit>("messageEdit"); }
    gui::RecipientsEdit *recipients() const { return find<gui::RecipientsEdit>("recipientsEdit"); }
    QList<storage::DraftRow> stored() const
    {
        return storage::DraftRepository(const_cast<gui::Application &>(application).context().reader)
            .drafts()
            .value();
    }
    // What the drafts' menu offers, and a press on one.
    QStringList offered() const
    {
        QMenu *menu = find<gui::DraftKeeper>("draftsButton")->menu();
        Q_EMIT menu->aboutToShow();
        QStringList words;
        for (const QAction *action : menu->actions())
            words.append(action->text());
        return words;
    }
    void choose(const QString &words) const
    {
        offered();
        for (QAction *action : find<gui::DraftKeeper>("draftsButton")->menu()->actions()) {
            if (action->text().contains(words))
                return action->trigger();
        }
        qFatal("Nothing offers %s", qPrintable(words));
    }

    gui::Application application;
};

} // namespace

class TestSendDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsBeingWrittenSurvivesARestart()
    {
        QTemporaryDir folder;
        {
            Opened window(folder.path());
            window.message()->setPlainText(u"Hei {navn}"_s);
            window.recipients()->addPasted(u"Navn\tMobil\nKari\t99999991\nOla\t99999992"_s);
            window.recipients()->addNumbers(u"99999993"_s);
            window.find<QCheckBox>("flashCheck")->setChecked(true);
            QTRY_COMPARE(window.stored().size(), 1); // a moment later, without anybody's doing
        }
        Opened window(folder.path());
        QCOMPARE(window.message()->toPlainText(), u"Hei {navn}"_s);
        QCOMPARE(window.recipients()->chips().size(), 2);
        QVERIFY(window.find<QCheckBox>("flashCheck")->isChecked());
        QTRY_VERIFY(window.find<QLabel>("summaryLabel")->text().startsWith("2 recipients"_L1));
        window.message()->clear();
        window.recipients()->clear();
        QTRY_VERIFY(window.stored().isEmpty()); // nothing is left of it
    }

    void whatNumbersAreCalledSurvivesToo()
    {
        QTemporaryDir folder;
        {
            Opened window(folder.path());
            window.recipients()->addNumbers(u"99999991\n99999992"_s);
            window.recipients()->addNamed(u"Kari Nordmann"_s, {u"+4799999993"_s});
            QTRY_COMPARE(window.stored().size(), 1);
            window.recipients()->renameChip(0, u"Dugnad"_s);
            QTRY_VERIFY(window.stored().constFirst().typed.join(u' ').contains(u"Dugnad"_s));
        }
        Opened window(folder.path());
        QStringList labels;
        for (const gui::RecipientChip &chip : window.recipients()->chips())
            labels.append(gui::label(chip));
        QCOMPARE(labels, (QStringList{u"Dugnad (2)"_s, u"Kari Nordmann"_s}));
    }

    void aNewMessageKeepsNothingOfTheLast()
    {
        QTemporaryDir folder;
        Opened window(folder.path());
        window.message()->setPlainText(u"Hei"_s);
        window.find<QCheckBox>("unicodeCheck")->setChecked(true);
        window.find<QCheckBox>("landlinesCheck")->setChecked(true);
        window.find<QComboBox>("timeCombo")->setCurrentIndex(1);
        QTRY_COMPARE(window.stored().size(), 1);
        window.choose(u"New message"_s);
        QVERIFY(!window.find<QCheckBox>("unicodeCheck")->isChecked());
        QVERIFY(!window.find<QCheckBox>("landlinesCheck")->isChecked());
        QCOMPARE(window.find<QComboBox>("timeCombo")->currentIndex(), 0);
    }

    void severalWaitAndComeBack()
    {
        QTemporaryDir folder;
        Opened window(folder.path());
        window.message()->setPlainText(u"Den første"_s);
        QTRY_COMPARE(window.stored().size(), 1);
        window.choose(u"New message"_s);
        QCOMPARE(window.message()->toPlainText(), QString());
        window.message()->setPlainText(u"Den andre"_s);
        QTRY_COMPARE(window.stored().size(), 2);
        window.choose(u"Den første"_s);
        QCOMPARE(window.message()->toPlainText(), u"Den første"_s);
        QTRY_VERIFY(window.find<gui::DraftKeeper>("draftsButton")->text().contains("(1)"_L1));
        window.choose(u"Delete this draft"_s);
        QCOMPARE(window.message()->toPlainText(), QString());
        QTRY_COMPARE(window.stored().size(), 1);
        window.find<QPushButton>("undoButton")->click();
        QCOMPARE(window.message()->toPlainText(), u"Den første"_s);
        QTRY_COMPARE(window.stored().size(), 2);
    }

    void whatWasSentIsNoDraftAndWhatWasStoppedIs()
    {
        QTemporaryDir folder;
        Opened window(folder.path());
        window.recipients()->addNumbers(u"99999991"_s);
        window.find<QComboBox>("senderCombo")->setCurrentText(u"Korps"_s);
        window.message()->setPlainText(u"Hei"_s);
        auto *send = window.find<QPushButton>("sendButton");
        QTRY_VERIFY(send->isEnabled());
        QTRY_COMPARE(window.stored().size(), 1);
        const auto approve = [&] {
            support::OpenWindow::inDialog(window.page(), [](QDialog *dialog) {
                dialog->findChild<QPushButton *>(u"sendNowButton"_s)->click();
            });
            send->click();
        };
        approve();
        auto *stop = window.application.window()->findChild<QPushButton *>(u"stopButton"_s);
        QTRY_VERIFY(stop->isVisible());
        stop->click();
        QTRY_VERIFY(send->isEnabled());
        QCOMPARE(window.stored().size(), 1);
        window.page()->clearDraft(0); // as once the countdown is over
        QTRY_VERIFY(window.stored().isEmpty());
    }

    void aCampaignIsUsedAgainForThoseWhoAreChosen()
    {
        QTemporaryDir folder;
        Opened window(folder.path());
        std::optional<qint64> id;
        engine::Draft draft;
        draft.sender = u"Korps"_s;
        draft.text = u"Hei"_s;
        draft.recipients.groups = {u"Styret"_s};
        draft.recipients.typed = {u"99999991"_s};
        window.application.context().engine.callAsync<base::Result<engine::PlanSummary>>(
            this,
            [draft](engine::Planning &planning, const engine::JobDone<engine::PlanSummary> &done) {
                planning.plan(draft, {}, done);
            },
            [&id](const base::Result<engine::PlanSummary> &plan) { id = plan->campaign; });
        QTRY_VERIFY(id.has_value());
        window.message()->setPlainText(u"Noe annet"_s);
        QString words;
        support::OpenWindow::inDialog(window.page(), [&words](QDialog *dialog) {
            for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                words += button->text() + u'|';
                if (button->text().startsWith("All"_L1))
                    button->click();
            }
        });
        window.page()->useCampaign(*id);
        QVERIFY(words.contains("All (8)"_L1));
        QTRY_COMPARE(window.message()->toPlainText(), u"Hei"_s);
        QCOMPARE(window.recipients()->chips().size(), 2);
        QTRY_COMPARE(window.find<QLabel>("summaryLabel")->text(), u"8 recipients"_s);
        QVERIFY(window.offered().constFirst().contains(u"Noe annet"_s)); // what was being written waits
    }
};

QTEST_MAIN(TestSendDrafts)
#include "tst_senddrafts.moc"
