// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown has the room that it needs, as the program's style sheet dresses it.
#include "gui/dialogs/reviewdialog.h"
#include "gui/helpwindow.h"
#include "gui/pages/sendpage.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/threaddelegate.h"
#include "models/threadmodel.h"
#include "support/openwindow.h"
#include "support/patience.h"

#include <QApplication>
#include <QComboBox>
#include <QFrame>
#include <QListView>
#include <QListWidget>
#include <QPainter>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyleOption>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestRoom : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // As a menu over the field it was lower than its rows: an arrow stood over half of the last of three.
    void aListIsNoMenu()
    {
        gui::theme::dress(*qApp);
        const auto undress = qScopeGuard([] { qApp->setStyleSheet({}); });
        support::OpenWindow place;
        place.window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(place.window()));
        place.find<QToolButton>("whenButton")->setChecked(true);
        auto *combo = place.find<QComboBox>("timeCombo");
        QStyleOptionComboBox option;
        option.initFrom(combo);
        QVERIFY(!combo->style()->styleHint(QStyle::SH_ComboBox_Popup, &option, combo));
        combo->showPopup();
        const QAbstractItemView *view = combo->view();
        QTRY_VERIFY(view->isVisible());
        QTest::qWait(50);
        for (int row = 0; row < combo->count(); ++row) {
            const QRect rect = view->visualRect(combo->model()->index(row, 0));
            QVERIFY(rect.top() >= 0 && rect.bottom() <= view->viewport()->rect().bottom());
        }
        combo->hidePopup();
    }

    // The last line of a bubble was missing.
    void aBubbleShowsItsLastLine()
    {
        for (const int points : {9, 11, 18, 20}) {
            for (int width = 300; width < 800; width += 13)
                QVERIFY2(bubble(points, width, u"A"_s) != bubble(points, width, u"B"_s),
                         qPrintable(u"%1 pt, %2 wide"_s.arg(points).arg(width)));
        }
    }

    // Two rows were seen, above a bar.
    void theReviewShowsFiveOfThoseThatAreSkipped()
    {
        gui::theme::dress(*qApp, gui::theme::Appearance::Light);
        engine::PlanSummary plan;
        plan.totals.recipients = 1;
        for (int row = 2; row < 9; ++row)
            plan.skipped.append({row, u"99999702"_s, domain::SkipReason::NeedsUnicode, u"Ł Ż"_s, u"Ola"_s,
                                 u"medlemmer.csv"_s});
        plan.skippedCount = plan.skipped.size();
        gui::ReviewDialog dialog(plan, engine::Draft());
        dialog.resize(900, dialog.height());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        const auto *list = dialog.findChild<QListWidget *>(u"skippedList"_s);
        QVERIFY(!list->horizontalScrollBar()->isVisible());
        QVERIFY(list->viewport()->rect().contains(list->visualItemRect(list->item(4))));
    }

    // The list of pages took more than half.
    void theHelpHasRoomForItsPageWithLargeText()
    {
        const QFont before = qApp->font();
        QFont font = before;
        font.setPointSize(2 * font.pointSize());
        qApp->setFont(font);
        gui::theme::dress(*qApp, gui::theme::Appearance::Light);
        const auto undress = qScopeGuard([before] { qApp->setFont(before); });
        gui::HelpWindow help;
        help.resize(920, 691);
        help.show();
        QVERIFY(QTest::qWaitForWindowExposed(&help));
        QVERIFY(help.findChild<QTextBrowser *>(u"helpText"_s)->width() > help.width() / 2);
        QVERIFY(help.findChild<QToolButton *>(u"supportButton"_s)->isVisible());
    }

    // 200 % on 1366 × 768: what the form has at its right edge was cut.
    void theFormOfAMessageFitsBesideThePreviewWithLargeText()
    {
        const QFont before = qApp->font();
        QFont font = before;
        font.setPointSize(2 * font.pointSize());
        qApp->setFont(font);
        gui::theme::dress(*qApp);
        const auto undress = qScopeGuard([before] {
            qApp->setStyleSheet({});
            qApp->setFont(before);
        });
        support::OpenWindow place(u"nb"_s);
        place.window()->resize(1366, 744);
        place.window()->show();
        auto *area = place.window()->sendPage()->findChild<QScrollArea *>(u"scrollArea"_s);
        place.find<QToolButton>("whenButton")->setChecked(true);
        auto *kind = place.find<QComboBox>("kindCombo");
        for (int i = 0; i < kind->count(); ++i) {
            kind->setCurrentIndex(i);
            QTest::qWait(20);
            QVERIFY2(area->horizontalScrollBar()->maximum() == 0, qPrintable(kind->currentText()));
        }
    }

private:
    static QImage bubble(int points, int width, const QString &last)
    {
        QStandardItemModel model;
        auto *item = new QStandardItem(
            QString(u"Hei Ole! Årsmøtet er tirsdag 24. mars kl. 19 - vel møtt i klubbhuset. "
                    "Gi beskjed innen fredag hvis du ikke kan komme.\n\n"_s +
                    last));
        item->setData(models::ThreadModel::Inbound, models::ThreadModel::KindRole);
        model.appendRow(item);
        QFont font = QApplication::font();
        font.setPointSize(points);
        QStyleOptionViewItem option;
        option.font = font;
        option.fontMetrics = QFontMetrics(font);
        option.rect = QRect(0, 0, width, 0);
        const gui::ThreadDelegate delegate;
        option.rect.setHeight(delegate.sizeHint(option, model.index(0, 0)).height());
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        delegate.paint(&painter, option, model.index(0, 0));
        return image;
    }
};

QTEST_MAIN(TestRoom)
#include "tst_room.moc"
