// SPDX-License-Identifier: GPL-3.0-or-later
// What all tables of the pages do alike: sorting, columns that stay as they were chosen, copying, menus.
#include "gui/widgets/tablehabits.h"
#include "support/patience.h"
#include "window.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QStandardItemModel>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Rows that cost something each.
class Million final : public QAbstractTableModel
{
public:
    inline static const QString cell = u"+47 999 99 991, og litt til"_s;
    mutable int lowest = 0; // the row farthest down that anybody has asked for

    int rowCount(const QModelIndex &) const override { return 1'000'000; }
    int columnCount(const QModelIndex &) const override { return 2; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        lowest = std::max(lowest, index.row());
        return role == Qt::DisplayRole ? QVariant(cell) : QVariant();
    }
    void reset()
    {
        beginResetModel();
        endResetModel();
    }
};

} // namespace

class TestTableHabits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_window = std::make_unique<support::Window>(); }
    void cleanup() { m_window.reset(); }

    void oneColumnTakesTheRoomThatIsLeft()
    {
        const auto table = shown();
        const QHeaderView *head = table->horizontalHeader();
        QTRY_COMPARE(head->length(), table->viewport()->width());
        const int others = head->sectionSize(0) + head->sectionSize(2);
        table->resize(900, 300);
        QTRY_COMPARE(head->length(), table->viewport()->width());
        QCOMPARE(head->sectionSize(0) + head->sectionSize(2), others);
        table->resize(120, 300); // it stays readable, and the table scrolls
        QTRY_VERIFY(head->length() > table->viewport()->width());
    }

    // Names were cut beside a column that had room for them all.
    void aColumnWhoseCellsAreCutTakesOfTheRoomThatIsLeft()
    {
        const auto table = shown();
        table->resize(900, 300);
        const QHeaderView *head = table->horizontalHeader();
        const QString name = u"Aleksandra Margrethe Kristoffersen-Wollebæk"_s;
        table->model()->setData(table->model()->index(0, 0), name);
        QTRY_VERIFY(head->sectionSize(0) > table->fontMetrics().horizontalAdvance(name));
        QTRY_COMPARE(head->length(), table->viewport()->width());
    }

    // A bar stood beneath columns that would all have fitted, and numbers were cut beside an empty one.
    void aColumnWithMoreRoomThanItsCellsWantGivesOfIt()
    {
        const auto table = shown();
        const QHeaderView *head = table->horizontalHeader();
        const QString number = u"+47 999 99 991"_s;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            table->model()->setData(table->model()->index(row, 1), number);
        const int letter = table->fontMetrics().averageCharWidth();
        table->resize(30 * letter + 60, 300); // the first widths alone take 28 and what pads the cells
        QTRY_VERIFY(head->sectionSize(1) > table->fontMetrics().horizontalAdvance(number));
        QTRY_VERIFY(head->length() <= table->viewport()->width());
    }

    // Each row that is asked for may be read from the database.
    void aLogOfAMillionIsMeasuredByTheRowsThatAreSeen()
    {
        Million model;
        QTableView table;
        table.setModel(&model);
        new gui::TableHabits(&table, m_window->context(),
                             {.name = u"million"_s, .wide = 0, .characters = {10, 8}});
        table.resize(600, 300);
        model.reset();
        QTest::qWait(300);         // longer than it waits for more
        QCOMPARE(model.lowest, 0); // what is not seen is not measured
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QTRY_VERIFY(table.horizontalHeader()->sectionSize(1) >
                    table.fontMetrics().horizontalAdvance(Million::cell));
        QVERIFY2(model.lowest < 100, qPrintable(QString::number(model.lowest)));
    }

    void aColumnIsAsWideAsItsHead()
    {
        const auto table = shown();
        QHeaderView *head = table->horizontalHeader();
        table->model()->setHeaderData(0, Qt::Horizontal, u"Opprinnelig verdi i listen"_s);
        table->findChild<gui::TableHabits *>()->resetColumns();
        QVERIFY(head->sectionSize(0) >= head->sectionSizeHint(0));
    }

    void aClickOnItsHeadSortsByAColumnAndAThirdOneEndsIt()
    {
        const auto table = shown();
        QHeaderView *head = table->horizontalHeader();
        const auto first = [&] { return table->model()->index(0, 0).data().toString(); };
        QCOMPARE(first(), u"Per"_s);
        const QPoint place(head->sectionViewportPosition(0) + 5, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(first(), u"Anne"_s);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(first(), u"Per"_s);
        QCOMPARE(head->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void widthAndOrderOfTheColumnsAreKept()
    {
        auto table = shown();
        QHeaderView *head = table->horizontalHeader();
        head->resizeSection(0, 211);
        head->moveSection(0, 2);
        QTest::mouseRelease(head->viewport(), Qt::LeftButton);
        QTRY_VERIFY(!m_window->context().settings.value(u"columns/people"_s).isEmpty());
        QTRY_COMPARE(shown()->horizontalHeader()->visualIndex(0), 2);
        table = shown();
        QCOMPARE(table->horizontalHeader()->sectionSize(0), 211);
        QTRY_COMPARE(table->horizontalHeader()->length(), table->viewport()->width());
        table->findChild<gui::TableHabits *>()->resetColumns();
        QCOMPARE(table->horizontalHeader()->visualIndex(0), 0);
        QVERIFY(table->horizontalHeader()->sectionSize(0) != 211);
    }

    void rowsAreCopiedAsRowsInTheOrderThatIsSeen()
    {
        const auto table = shown();
        table->horizontalHeader()->moveSection(2, 0);
        table->horizontalHeader()->hideSection(1);
        table->selectAll();
        QTest::keyClick(table.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"Oslo\tPer\nBergen\tKari\nBodø\tAnne"_s);
    }

    void theMenuHasWhatThePageOffersAndCopy()
    {
        const auto table = shown();
        auto *habits = table->findChild<gui::TableHabits *>();
        habits->setMenu([](QMenu &menu) { menu.addAction(u"Åpne"_s); });
        table->selectRow(1);
        table->setCurrentIndex(table->model()->index(1, 0));
        QStringList entries;
        QTimer::singleShot(100, this, [&entries] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            for (const QAction *action : menu->actions())
                entries.append(action->text());
            menu->actions().constLast()->trigger();
            menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), table->mapToGlobal(QPoint()));
        QApplication::sendEvent(table->viewport(), &event);
        QCOMPARE(entries, (QStringList{u"Åpne"_s, {}, u"Copy"_s}));
        QCOMPARE(QApplication::clipboard()->text(), u"Kari\t2\tBergen"_s);
    }

    void aColumnIsHiddenByTheHeadsMenuButNeverTheLast()
    {
        const auto table = shown();
        QHeaderView *head = table->horizontalHeader();
        const auto openMenu = [&](const std::function<void(QMenu &)> &look) {
            QTimer::singleShot(100, this, [look] {
                auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
                if (!menu)
                    return;
                look(*menu);
                menu->close();
            });
            Q_EMIT head->customContextMenuRequested({5, 5});
        };
        openMenu([](QMenu &menu) { menu.actions().at(2)->trigger(); });
        QVERIFY(head->isSectionHidden(2));
        openMenu([](QMenu &menu) { menu.actions().at(0)->trigger(); });
        bool canHide = true;
        openMenu([&canHide](QMenu &menu) { canHide = menu.actions().at(1)->isEnabled(); });
        QVERIFY(!canHide);
    }

private:
    std::unique_ptr<QTableView> shown()
    {
        auto table = std::make_unique<QTableView>();
        auto *model = new QStandardItemModel(table.get());
        model->setHorizontalHeaderLabels({u"Navn"_s, u"Nummer"_s, u"Sted"_s});
        const QList<QStringList> rows{
            {u"Per"_s, u"1"_s, u"Oslo"_s}, {u"Kari"_s, u"2"_s, u"Bergen"_s}, {u"Anne"_s, u"3"_s, u"Bodø"_s}};
        for (const QStringList &row : rows)
            model->appendRow(
                {new QStandardItem(row[0]), new QStandardItem(row[1]), new QStandardItem(row[2])});
        table->setModel(model);
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
        new gui::TableHabits(table.get(), m_window->context(),
                             {.name = u"people"_s, .wide = 1, .characters = {10, 8, 10}});
        table->resize(600, 300);
        table->show();
        if (!QTest::qWaitForWindowExposed(table.get()))
            qFatal("not shown");
        return table;
    }

    std::unique_ptr<support::Window> m_window;
};

QTEST_MAIN(TestTableHabits)
#include "tst_tablehabits.moc"
