// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/tablehabits.h"

#include "gui/widgets/tablelook.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <numeric>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

QString placeOf(const TableKind &kind)
{
    return u"columns/"_s + kind.name;
}

} // namespace

TableHabits::TableHabits(QTableView *table, Context &context, TableKind kind)
    : QObject(table)
    , m_table(table)
    , m_context(context)
    , m_kind(std::move(kind))
{
    QHeaderView *head = table->horizontalHeader();
    head->setStretchLastSection(false);
    head->setSectionsMovable(true);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QHeaderView::customContextMenuRequested, this, &TableHabits::showHeadMenu);
    resetColumns();
    if (m_kind.sorts) {
        head->setSortIndicatorClearable(true);
        head->setSortIndicator(-1, Qt::AscendingOrder); // as the model has them
        table->setSortingEnabled(true);
    }
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(table, &QTableView::customContextMenuRequested, this, &TableHabits::showRowMenu);
    connect(head, &QHeaderView::sectionResized, this, [this](int, int, int) {
        m_arranged = m_arranged || (m_restored && !m_fitting);
        fit();
    });
    connect(head, &QHeaderView::sectionMoved, this, [this](int, int, int) {
        m_arranged = m_arranged || (m_restored && !m_fitting);
        keep();
    });
    connect(&m_fitTimer, &QTimer::timeout, this, &TableHabits::fit);
    const auto later = [this] { m_fitTimer.start(); };
    connect(table->model(), &QAbstractItemModel::modelReset, this, [this, later] {
        m_wanted.clear(); // other rows
        later();
    });
    connect(table->model(), &QAbstractItemModel::rowsInserted, this, later);
    connect(table->model(), &QAbstractItemModel::dataChanged, this, later);
    connect(head, &QHeaderView::sectionCountChanged, this, [this](int, int) { fit(); });
    table->installEventFilter(this);
    table->viewport()->installEventFilter(this);
    head->viewport()->installEventFilter(this);
    restore();
}

void TableHabits::restore()
{
    const QByteArray kept = QByteArray::fromBase64(m_context.settings.value(placeOf(m_kind)).toLatin1());
    QHeaderView *head = m_table->horizontalHeader();
    if (!kept.isEmpty() && head->restoreState(kept)) {
        m_arranged = true;
        // Of what is kept only the columns count: the rows stand as the model has them.
        head->setStretchLastSection(false);
        head->setSortIndicator(-1, Qt::AscendingOrder);
        head->setSectionsMovable(true);
        for (int column = 0; column < head->count(); ++column)
            head->setSectionResizeMode(column, QHeaderView::Interactive);
    }
    m_restored = true;
    fit();
}

void TableHabits::resetColumns()
{
    QHeaderView *head = m_table->horizontalHeader();
    m_fitting = true;
    for (int column = 0; column < head->count(); ++column) {
        head->moveSection(head->visualIndex(column), column);
        head->showSection(column);
    }
    head->ensurePolished(); // its letters may be wider than the cells'
    for (int column = 0; column < m_kind.characters.size(); ++column)
        head->resizeSection(column, firstWidth(column));
    m_fitting = false;
    m_arranged = false;
    fit();
    keep();
}

void TableHabits::keep()
{
    if (!m_restored)
        return;
    const QString state =
        m_arranged ? QString::fromLatin1(m_table->horizontalHeader()->saveState().toBase64()) : QString();
    if (state == m_context.settings.value(placeOf(m_kind)) || !m_context.engine.isOpen())
        return;
    m_context.engine.call(
        this,
        [place = placeOf(m_kind), state](engine::Settings &settings) {
            return settings.setValue(place, state);
        },
        [](const base::Result<void> &) {});
}

int TableHabits::firstWidth(int column) const
{
    return std::max(tablelook::widthOf(m_table, m_kind.characters.value(column, 12)),
                    m_table->horizontalHeader()->sectionSizeHint(column));
}

// By the rows that are seen alone: there may be a million, and each that is asked for is read.
int TableHabits::wantedBy(int column) const
{
    const QAbstractItemModel *model = m_table->model();
    const int first = m_table->rowAt(0);
    const int beneath = m_table->rowAt(m_table->viewport()->height());
    const int last = beneath >= 0 ? beneath : model->rowCount() - 1; // they end above the table's edge
    int widest = 0;
    for (int row = first; first >= 0 && row <= last; ++row)
        widest = std::max(widest, m_table->sizeHintForIndex(model->index(row, column)).width());
    return widest > 0 ? widest + (m_table->showGrid() ? 1 : 0) : 0;
}

// Takes at most so much from the columns whose cells and titles leave room: what it took.
int TableHabits::giveUp(QList<int> &widths, int most) const
{
    const QHeaderView *head = m_table->horizontalHeader();
    int taken = 0;
    while (taken < most) {
        int from = -1;
        int spare = 0;
        for (int column = 0; column < widths.size(); ++column) {
            const int needed = std::max(m_wanted.at(column), head->sectionSizeHint(column));
            if (m_wanted.at(column) > 0 && widths.at(column) - needed > spare) {
                from = column;
                spare = widths.at(column) - needed;
            }
        }
        if (from < 0)
            break;
        const int given = std::min(spare, most - taken);
        widths[from] -= given;
        taken += given;
    }
    return taken;
}

// Where the first widths leave some cells cut, the columns that have more than their cells want give of it,
// the widest first; what is left goes to those that are cut, the smallest want first.
QList<int> TableHabits::shares() const
{
    const QHeaderView *head = m_table->horizontalHeader();
    m_wanted.resize(head->count());
    QList<int> widths;
    QList<int> columns;
    int left = m_table->viewport()->width();
    for (int column = 0; column < head->count(); ++column) {
        widths.append(head->isSectionHidden(column) ? 0 : firstWidth(column));
        left -= widths.constLast();
        if (m_table->isVisible())
            m_wanted[column] = std::max(m_wanted.at(column), wantedBy(column));
        if (!head->isSectionHidden(column))
            columns.append(column);
    }
    const auto want = [&](int column) { return std::max(0, m_wanted.at(column) - widths.at(column)); };
    const int missing = std::accumulate(columns.cbegin(), columns.cend(), 0,
                                        [&want](int sum, int column) { return sum + want(column); });
    left += giveUp(widths, missing - left);
    std::sort(columns.begin(), columns.end(), [&](int a, int b) { return want(a) < want(b); });
    for (qsizetype i = 0; i < columns.size() && left > 0; ++i) {
        const int more = std::min(want(columns.at(i)), left / static_cast<int>(columns.size() - i));
        widths[columns.at(i)] += more;
        left -= more;
    }
    widths[m_kind.wide] += std::max(0, left);
    return widths;
}

// Once a person has arranged them, the wide column alone takes what the others leave, but stays readable:
// then the table scrolls.
void TableHabits::fit()
{
    QHeaderView *head = m_table->horizontalHeader();
    if (m_fitting || m_kind.wide >= head->count() || head->isSectionHidden(m_kind.wide))
        return;
    m_fitting = true;
    if (!m_arranged) {
        const QList<int> widths = shares();
        for (int column = 0; column < head->count(); ++column) {
            if (!head->isSectionHidden(column))
                head->resizeSection(column, widths.at(column));
        }
        m_fitting = false;
        return;
    }
    int others = 0;
    for (int column = 0; column < head->count(); ++column)
        others += column == m_kind.wide ? 0 : head->sectionSize(column);
    const int least = tablelook::widthOf(m_table, m_kind.characters.value(m_kind.wide, 12));
    head->resizeSection(m_kind.wide, std::max(least, m_table->viewport()->width() - others));
    m_fitting = false;
}

QString TableHabits::chosenRows() const
{
    const QHeaderView *head = m_table->horizontalHeader();
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int place = 0; place < head->count(); ++place) {
            const int column = head->logicalIndex(place);
            if (!head->isSectionHidden(column))
                cells.append(row.siblingAtColumn(column).data().toString().simplified());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void TableHabits::showRowMenu(const QPoint &place)
{
    const bool byKey = place.isNull() || !m_table->viewport()->rect().contains(place);
    const QModelIndex under = byKey ? m_table->currentIndex() : m_table->indexAt(place);
    if (!under.isValid())
        return;
    if (!m_table->selectionModel()->isRowSelected(under.row(), {})) // what is under the hand is meant
        m_table->selectRow(under.row());
    QMenu menu(m_table);
    if (m_fill)
        m_fill(menu);
    if (!menu.isEmpty())
        menu.addSeparator();
    QAction *copy =
        menu.addAction(tr("Copy"), this, [this] { QApplication::clipboard()->setText(chosenRows()); });
    copy->setShortcut(QKeySequence::Copy);
    menu.exec(m_table->viewport()->mapToGlobal(byKey ? m_table->visualRect(under).bottomLeft() : place));
}

int TableHabits::shownColumns() const
{
    const QHeaderView *head = m_table->horizontalHeader();
    return head->count() - head->hiddenSectionCount();
}

void TableHabits::showHeadMenu(const QPoint &place)
{
    QHeaderView *head = m_table->horizontalHeader();
    QMenu menu(m_table);
    for (int at = 0; at < head->count(); ++at) {
        const int column = head->logicalIndex(at);
        const QString name = m_table->model()->headerData(column, Qt::Horizontal).toString();
        QAction *action = menu.addAction(name, this, [this, head, column](bool shown) {
            head->setSectionHidden(column, !shown);
            fit();
            keep();
        });
        action->setCheckable(true);
        action->setChecked(!head->isSectionHidden(column));
        action->setEnabled(head->isSectionHidden(column) || shownColumns() > 1); // one is left
    }
    menu.addSeparator();
    menu.addAction(tr("Columns as they were at first"), this, &TableHabits::resetColumns);
    menu.exec(head->mapToGlobal(place));
}

bool TableHabits::eventFilter(QObject *watched, QEvent *event)
{
    if ((event->type() == QEvent::Resize && watched == m_table->viewport()) || // a bar may have come or gone
        (event->type() == QEvent::Show && watched == m_table))                 // other rows, perhaps
        QTimer::singleShot(0, this, &TableHabits::fit);
    if (event->type() == QEvent::MouseButtonRelease && watched == m_table->horizontalHeader()->viewport())
        QTimer::singleShot(0, this, &TableHabits::keep); // a width has been chosen
    if (watched == m_table &&
        (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress)) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            if (event->type() == QEvent::KeyPress)
                QApplication::clipboard()->setText(chosenRows());
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace gui
