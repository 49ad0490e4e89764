// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/contactspage.h"

#include "engine/contactbook.h"
#include "engine/language.h"
#include "engine/reception.h"
#include "gui/droppedfile.h"
#include "gui/pages/contactactions.h"
#include "gui/pages/contactchanges.h"
#include "gui/pages/groupactions.h"
#include "gui/pages/optoutactions.h"
#include "gui/widgets/tablehabits.h"
#include "gui/widgets/tablelook.h"
#include "gui/widgets/theme.h"
#include "models/contactmodel.h"
#include "models/optoutmodel.h"
#include "storage/contactrepository.h"
#include "storage/optoutrepository.h"
#include "ui_contactspage.h"

#include <QMenu>

namespace gui {
using namespace Qt::StringLiterals;

ContactsPage::ContactsPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(this)
    , m_model(new models::ContactModel(context.reader, this))
    , m_optOuts(new models::OptOutModel(context.reader, this))
    , m_changes(new ContactChanges(
          context, [this] { return chosen(); }, this))
    , m_actions(new ContactActions(*m_changes))
    , m_groups(new GroupActions(*m_changes))
    , m_optOutActions(new OptOutActions(*m_changes))
{
    m_undoButton = m_ui->undoStrip->addButton(u"undoButton"_s);
    m_unreachableButton = m_ui->unreachableStrip->addButton(u"unreachableButton"_s);
    setAcceptDrops(true);
    dress();
    connect(&m_searchTimer, &QTimer::timeout, this, &ContactsPage::applyFilter);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    connect(m_ui->groupList, &QListWidget::currentRowChanged, this, [this](int) { applyFilter(); });
    connect(m_ui->groupList, &GroupList::contactsDropped, m_groups, &GroupActions::addChosenTo);
    connect(m_ui->filterCombo, &QComboBox::activated, this, [this](int) { applyFilter(); });
    connect(m_unreachableButton, &QPushButton::clicked, this, [this] {
        m_ui->groupList->setCurrentRow(0);
        m_ui->filterCombo->setCurrentIndex(FailedThrice);
        applyFilter();
        m_ui->table->selectAll();
    });
    connectButtons();
    connectChanges();
    retranslate();
}

void ContactsPage::dress()
{
    m_ui->groupList->ensurePolished(); // or its rows are laid out before they have their style
    m_ui->groupList->setMinimumWidth(19 * fontMetrics().averageCharWidth());
    m_ui->groupList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_ui->searchEdit->setMinimumWidth(36 * fontMetrics().averageCharWidth());
    m_ui->table->setModel(m_model);
    m_ui->optOutTable->setModel(m_optOuts);
    for (QTableView *table : {m_ui->table, m_ui->optOutTable}) {
        tablelook::dress(table);
        table->horizontalHeader()->setDefaultSectionSize(24 * fontMetrics().averageCharWidth());
        const bool out = table == m_ui->optOutTable;
        auto *habits =
            out ? new TableHabits(
                      table, m_context,
                      {.name = u"optOuts"_s, .wide = models::OptOutModel::How, .characters = {18, 20, 30}})
                : new TableHabits(table, m_context,
                                  {.name = u"contacts"_s,
                                   .wide = models::ContactModel::Name,
                                   .characters = {26, 18, 18, 14}});
        habits->setMenu([this](QMenu &menu) { fillTableMenu(menu); });
        table->setDragEnabled(!out);
        table->setDragDropMode(out ? QAbstractItemView::NoDragDrop : QAbstractItemView::DragOnly);
        connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                [this] { showState(); });
        connect(table->model(), &QAbstractItemModel::modelReset, this, [this] { showState(); });
    }
}

void ContactsPage::connectButtons()
{
    for (const QPushButton *button : {m_ui->importButton, m_ui->firstButton})
        connect(button, &QPushButton::clicked, this, [this] { m_actions->importFile({}); });
    connect(m_ui->newButton, &QPushButton::clicked, this, [this] {
        domain::Contact contact;
        if (!group().isEmpty())
            contact.groups = QStringList{group()};
        if (showsOptOuts())
            m_optOutActions->addNumber();
        else
            m_actions->edit(contact);
    });
    connect(m_ui->editButton, &QPushButton::clicked, this, [this] {
        if (const auto contacts = chosen().contacts; contacts.size() == 1)
            m_actions->edit(contacts.constFirst());
    });
    connect(m_ui->table, &QTableView::activated, this,
            [this](const QModelIndex &index) { m_actions->edit(m_model->contact(index.row())); });
    connect(m_ui->deleteButton, &QPushButton::clicked, this, [this] {
        if (showsOptOuts())
            m_optOutActions->set(false);
        else
            m_actions->remove();
    });
    connect(m_ui->sendButton, &QPushButton::clicked, this, &ContactsPage::sendToThese);
    m_changes->offerUndoIn(m_ui->undoStrip, m_undoButton);
    for (QPushButton *button : {m_ui->groupButton, m_ui->memberButton, m_ui->moreButton})
        button->setMenu(new QMenu(button));
    connect(m_ui->groupButton->menu(), &QMenu::aboutToShow, this,
            [this] { m_groups->fillGroupMenu(*m_ui->groupButton->menu()); });
    connect(m_ui->memberButton->menu(), &QMenu::aboutToShow, this,
            [this] { m_groups->fillMemberMenu(*m_ui->memberButton->menu()); });
    connect(m_ui->moreButton->menu(), &QMenu::aboutToShow, this, &ContactsPage::fillMoreMenu);
}

void ContactsPage::connectChanges()
{
    connect(m_changes, &ContactChanges::changed, this, &ContactsPage::refresh);
    connect(m_changes, &ContactChanges::failed, this, &ContactsPage::showState);
    connect(m_changes, &ContactChanges::announced, this, &Page::announced);
    connect(m_groups, &GroupActions::renamed, this, [this](const QString &to) {
        m_ui->groupList->currentItem()->setData(GroupList::GroupRole, to); // it stays the one that is shown
        applyFilter();
    });
    const auto complain = [this](const base::Error &error) { m_changes->complain(error); };
    connect(m_model, &models::ContactModel::readFailed, this, complain);
    connect(m_optOuts, &models::OptOutModel::readFailed, this, complain);
    if (!m_context.engine.isOpen())
        return;
    const auto again = [this] {
        if (isVisible())
            refresh();
    };
    // A reply may have opted somebody out.
    connect(m_context.engine.part<engine::Reception>(), &engine::Reception::messageReceived, this, again);
    connect(m_context.engine.part<engine::ContactBook>(), &engine::ContactBook::optOutsChanged, this, again);
}

QString ContactsPage::title() const
{
    return tr("Contacts", "page");
}

void ContactsPage::activated()
{
    refresh();
    m_ui->searchEdit->setFocus();
}

void ContactsPage::refresh()
{
    showGroups();
    fillFilters();
    m_model->refresh();
    m_optOuts->refresh();
    showUnreachable();
    showState();
}

void ContactsPage::showGroups()
{
    const QString shown = group();
    const bool out = showsOptOuts();
    const QSignalBlocker quiet(m_ui->groupList);
    m_ui->groupList->clear();
    const QLocale locale = engine::language::locale();
    storage::ContactRepository contacts(m_context.reader);
    auto add = [&](const QString &text, const QString &name, bool isOptOut) {
        auto *item = new QListWidgetItem(text, m_ui->groupList);
        item->setData(GroupList::GroupRole, name);
        item->setData(GroupList::OptOutRole, isOptOut);
        if (name == shown && isOptOut == out)
            m_ui->groupList->setCurrentItem(item);
    };
    const auto all = contacts.count({});
    add(tr("All (%1)").arg(locale.toString(all ? *all : 0)), {}, false);
    if (const auto groups = contacts.groups()) {
        for (const storage::ContactGroup &entry : *groups)
            add(tr("%1 (%2)", "group, its contacts").arg(entry.name, locale.toString(entry.contacts)),
                entry.name, false);
    }
    add(tr("Opted out"), {}, true);
    if (!m_ui->groupList->currentItem()) {
        m_ui->groupList->setCurrentRow(0); // the group is gone
        applyFilter();
    }
}

bool ContactsPage::showsOptOuts() const
{
    const QListWidgetItem *item = m_ui->groupList->currentItem();
    return item && item->data(GroupList::OptOutRole).toBool();
}

QString ContactsPage::group() const
{
    const QListWidgetItem *item = m_ui->groupList->currentItem();
    return item ? item->data(GroupList::GroupRole).toString() : QString();
}

void ContactsPage::applyFilter()
{
    m_changes->forgetProblem();
    showUnreachable();
    if (showsOptOuts())
        m_optOuts->setSearch(m_ui->searchEdit->text());
    else
        m_model->setFilter(filter());
    showState();
}

storage::ContactFilter ContactsPage::filter() const
{
    storage::ContactFilter filter;
    filter.group = group();
    filter.search = m_ui->searchEdit->text();
    switch (m_ui->filterCombo->currentIndex()) {
    case NotOptedOut:
        filter.optedOut = false;
        break;
    case OptedOut:
        filter.optedOut = true;
        break;
    case FailedLast:
        filter.trouble = storage::ContactTrouble::FailedLast;
        break;
    case FailedThrice:
        filter.trouble = storage::ContactTrouble::FailedThrice;
        break;
    default:
        filter.field = m_ui->filterCombo->currentData().toString();
    }
    return filter;
}

// What was chosen stays so, where it is still there.
void ContactsPage::fillFilters()
{
    QStringList fields;
    if (const auto names = storage::ContactRepository(m_context.reader).fieldNames())
        fields = *names;
    const QString field = m_ui->filterCombo->currentData().toString();
    const int chosen = m_ui->filterCombo->currentIndex();
    const QSignalBlocker quiet(m_ui->filterCombo);
    m_ui->filterCombo->clear();
    m_ui->filterCombo->addItems({tr("Everyone"), tr("Not opted out"), tr("Opted out"),
                                 tr("Last message failed"), tr("Last three failed")});
    for (const QString &name : std::as_const(fields))
        m_ui->filterCombo->addItem(tr("Has %1", "an own field").arg(name), name);
    const int place = field.isEmpty() ? qMax(0, chosen) : m_ui->filterCombo->findData(field);
    m_ui->filterCombo->setCurrentIndex(place >= 0 && place < m_ui->filterCombo->count() ? place : 0);
}

// Numbers to which nothing gets through are offered for removal.
void ContactsPage::showUnreachable()
{
    storage::ContactFilter wanted;
    wanted.trouble = storage::ContactTrouble::FailedThrice;
    const auto found = storage::ContactRepository(m_context.reader).count(wanted);
    const int count = found ? static_cast<int>(*found) : 0;
    const bool shown = m_ui->filterCombo->currentIndex() == FailedThrice;
    m_ui->unreachableStrip->say(
        Strip::Notice,
        count > 0 && !shown
            ? tr("The last three messages to %n numbers have failed. Are they still in use?", nullptr, count)
            : QString());
}

ChosenContacts ContactsPage::chosen() const
{
    ChosenContacts chosen;
    chosen.filter = filter();
    chosen.group = group();
    chosen.optOuts = showsOptOuts();
    const QTableView *table = chosen.optOuts ? m_ui->optOutTable : m_ui->table;
    const QModelIndexList rows = table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        if (chosen.optOuts) {
            chosen.numbers.append(m_optOuts->optOut(row.row()).number);
        } else {
            chosen.contacts.append(m_model->contact(row.row()));
            chosen.numbers.append(chosen.contacts.constLast().number);
        }
    }
    return chosen;
}

// Neither a contact nor an opt-out, whatever is searched for.
bool ContactsPage::holdsNobody() const
{
    const auto contacts = storage::ContactRepository(m_context.reader).count({});
    const auto optOuts = storage::OptOutRepository(m_context.reader).list();
    return contacts && *contacts == 0 && optOuts && optOuts->isEmpty();
}

void ContactsPage::showState()
{
    const bool out = showsOptOuts();
    const bool empty = m_model->total() == 0 && !out && holdsNobody();
    if (empty && !m_ui->searchEdit->text().isEmpty())
        m_ui->searchEdit->clear(); // it is not shown any more
    m_ui->emptyArea->setVisible(empty);
    m_ui->fullArea->setVisible(!empty);
    m_ui->searchEdit->setVisible(!empty);
    m_ui->filterCombo->setVisible(!empty && !out);
    m_ui->importButton->setVisible(!empty);
    m_ui->tables->setCurrentWidget(out ? m_ui->optOutTable : m_ui->table);
    const auto count = chosen().numbers.size();
    m_ui->newButton->setText(out ? tr("&Add number…") : tr("&New contact…"));
    m_ui->editButton->setVisible(!out);
    m_ui->memberButton->setVisible(!out);
    m_ui->sendButton->setVisible(!out);
    m_ui->editButton->setEnabled(count == 1);
    m_ui->memberButton->setEnabled(count > 0);
    m_ui->deleteButton->setEnabled(count > 0);
    m_ui->deleteButton->setText(out ? tr("&Remove from the list…") : tr("&Delete"));
    // Without a choice the whole group is meant, and it has to be what is seen.
    storage::ContactFilter whole;
    whole.group = group();
    const bool allSeen = !group().isEmpty() && m_model->total() > 0 && filter() == whole;
    m_ui->sendButton->setEnabled(count > 0 || allSeen);
    const int total = static_cast<int>(out ? m_optOuts->rowCount() : m_model->total());
    QString text = out ? tr("%n opted out", nullptr, total) : tr("%n contacts", nullptr, total);
    if (count > 0)
        text =
            tr("%1, %2", "contacts, selected").arg(text, tr("%n selected", nullptr, static_cast<int>(count)));
    else if (total == 0)
        text = m_ui->searchEdit->text().isEmpty() && m_ui->filterCombo->currentIndex() <= Everyone &&
                       !group().isEmpty()
                   ? tr("This group is empty.")
                   : tr("No matches.");
    m_ui->countLabel->setText(text);
    m_ui->problemStrip->say(Strip::Error, m_changes->problem());
}

// What the buttons beneath do with the chosen rows, where the hand is.
void ContactsPage::fillTableMenu(QMenu &menu)
{
    if (const QStringList numbers = chosen().numbers; numbers.size() == 1)
        menu.addAction(tr("The person"), this,
                       [this, number = numbers.constFirst()] { Q_EMIT personWanted(number); });
    for (const QPushButton *button : {m_ui->editButton, m_ui->sendButton, m_ui->deleteButton}) {
        if (!button->isHidden())
            menu.addAction(button->text(), button, &QPushButton::click)->setEnabled(button->isEnabled());
    }
    menu.addSeparator();
    addMore(menu);
}

void ContactsPage::fillMoreMenu()
{
    m_ui->moreButton->menu()->clear();
    addMore(*m_ui->moreButton->menu());
}

void ContactsPage::addMore(QMenu &menu)
{
    QMenu *more = &menu;
    const auto count = chosen().numbers.size();
    if (!showsOptOuts()) {
        more->addAction(tr("Opt out"), this, [this] { m_optOutActions->set(true); })->setEnabled(count > 0);
    } else {
        more->addAction(tr("Import a list…"), m_optOutActions, &OptOutActions::importList);
    }
    QAction *merge = more->addAction(count > 1 ? tr("Merge these…") : tr("Merge duplicates…"), m_actions,
                                     &ContactActions::merge);
    merge->setObjectName(u"mergeAction"_s);
    merge->setVisible(!showsOptOuts());
    merge->setEnabled(count <= ContactActions::mostEntries);
    more->addAction(tr("Export…"), m_actions, &ContactActions::exportShown);
    QAction *history = more->addAction(tr("Messages to and from this person"), this,
                                       [this] { Q_EMIT personWanted(chosen().numbers.constFirst()); });
    history->setObjectName(u"historyAction"_s);
    history->setEnabled(count == 1);
    QAction *person =
        more->addAction(tr("Everything about this person…"), m_actions, &ContactActions::showPerson);
    person->setObjectName(u"personAction"_s);
    person->setEnabled(count == 1);
    more->addAction(tr("Erase this person…"), m_actions, &ContactActions::erase)->setEnabled(count == 1);
}

void ContactsPage::sendToThese()
{
    const auto contacts = chosen().contacts;
    if (contacts.isEmpty())
        Q_EMIT groupChosen(group());
    else
        Q_EMIT sendWanted(contacts);
}

void ContactsPage::dragEnterEvent(QDragEnterEvent *event)
{
    acceptFiles(event);
}

void ContactsPage::dropEvent(QDropEvent *event)
{
    if (const QString file = droppedFile(event); !file.isEmpty())
        m_actions->importFile(file);
}

void ContactsPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    m_unreachableButton->setText(tr("Show them"));
    m_undoButton->setText(tr("&Undo"));
    refresh();
}

} // namespace gui
