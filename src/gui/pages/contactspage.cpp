// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/contactspage.h"

#include "engine/contactbook.h"
#include "engine/language.h"
#include "engine/reception.h"
#include "engine/wording.h"
#include "gui/widgets/tablelook.h"
#include "gui/widgets/theme.h"
#include "models/contactmodel.h"
#include "models/optoutmodel.h"
#include "phone/phonenumber.h"
#include "ui_contactspage.h"

#include <QDropEvent>
#include <QMenu>
#include <QMimeData>

namespace gui {
using namespace Qt::StringLiterals;

namespace {
constexpr int searchAfterMs = 150; // after the last key
} // namespace

ContactsPage::ContactsPage(Context &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::ContactsPage>())
    , m_model(new models::ContactModel(context.reader, this))
    , m_optOuts(new models::OptOutModel(context.reader, this))
{
    m_ui->setupUi(this);
    m_ui->groupList->ensurePolished(); // or its rows are laid out before they have their style
    setAcceptDrops(true);
    m_ui->table->setModel(m_model);
    m_ui->optOutTable->setModel(m_optOuts);
    for (QTableView *table : {m_ui->table, m_ui->optOutTable}) {
        tablelook::dress(table);
        table->horizontalHeader()->setDefaultSectionSize(24 * fontMetrics().averageCharWidth());
    }
    m_ui->searchEdit->setMinimumWidth(36 * fontMetrics().averageCharWidth());
    m_ui->undoStrip->addButton(u"undoButton"_s);
    for (QPushButton *button : {m_ui->groupButton, m_ui->memberButton, m_ui->moreButton})
        button->setMenu(new QMenu(button));
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchAfterMs);

    tablelook::widen(m_ui->table, {26, 18, 18});
    m_ui->groupList->setMinimumWidth(19 * fontMetrics().averageCharWidth());
    m_ui->groupList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&m_searchTimer, &QTimer::timeout, this, &ContactsPage::applyFilter);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    connect(m_ui->groupList, &QListWidget::currentRowChanged, this, [this](int) { applyFilter(); });
    connect(m_ui->importButton, &QPushButton::clicked, this, [this] { importFile({}); });
    connect(m_ui->firstButton, &QPushButton::clicked, this, [this] { importFile({}); });
    connect(m_ui->newButton, &QPushButton::clicked, this, [this] {
        domain::Contact contact;
        if (!group().isEmpty())
            contact.groups = QStringList{group()};
        if (showsOptOuts())
            addOptOut();
        else
            edit(contact);
    });
    connect(m_ui->editButton, &QPushButton::clicked, this, [this] {
        if (const auto contacts = selected(); contacts.size() == 1)
            edit(contacts.constFirst());
    });
    connect(m_ui->table, &QTableView::activated, this,
            [this](const QModelIndex &index) { edit(m_model->contact(index.row())); });
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &ContactsPage::remove);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &ContactsPage::sendToThese);
    connect(findChild<QPushButton *>(u"undoButton"_s), &QPushButton::clicked, this,
            [this] { change(std::exchange(m_undo, {}), tr("Undone.")); });
    for (QTableView *table : {m_ui->table, m_ui->optOutTable}) {
        connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                [this] { showState(); });
        connect(table->model(), &QAbstractItemModel::modelReset, this, [this] { showState(); });
    }
    for (QPushButton *button : {m_ui->groupButton, m_ui->memberButton, m_ui->moreButton})
        connect(button->menu(), &QMenu::aboutToShow, this, &ContactsPage::fillMenus);
    connect(m_model, &models::ContactModel::readFailed, this, &ContactsPage::complain);
    connect(m_optOuts, &models::OptOutModel::readFailed, this, &ContactsPage::complain);
    if (context.engine.isOpen()) {
        const auto again = [this] {
            if (isVisible())
                refresh();
        };
        // A reply may have opted somebody out.
        connect(context.engine.part<engine::Reception>(), &engine::Reception::messageReceived, this, again);
        connect(context.engine.part<engine::ContactBook>(), &engine::ContactBook::optOutsChanged, this,
                again);
    }
    retranslate();
}

ContactsPage::~ContactsPage() = default;

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
    m_model->refresh();
    m_optOuts->refresh();
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
        item->setData(groupRole, name);
        item->setData(optOutRole, isOptOut);
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
        m_model->setFilter({}, m_ui->searchEdit->text());
    }
}

bool ContactsPage::showsOptOuts() const
{
    const QListWidgetItem *item = m_ui->groupList->currentItem();
    return item && item->data(optOutRole).toBool();
}

QString ContactsPage::group() const
{
    const QListWidgetItem *item = m_ui->groupList->currentItem();
    return item ? item->data(groupRole).toString() : QString();
}

void ContactsPage::applyFilter()
{
    m_problem.clear();
    if (showsOptOuts())
        m_optOuts->setSearch(m_ui->searchEdit->text());
    else
        m_model->setFilter(group(), m_ui->searchEdit->text());
    showState();
}

QList<domain::Contact> ContactsPage::selected() const
{
    QList<domain::Contact> contacts;
    if (showsOptOuts())
        return contacts;
    const QModelIndexList rows = m_ui->table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        contacts.append(m_model->contact(row.row()));
    return contacts;
}

QStringList ContactsPage::selectedNumbers() const
{
    QStringList numbers;
    if (!showsOptOuts()) {
        for (const domain::Contact &contact : selected())
            numbers.append(contact.number);
        return numbers;
    }
    const QModelIndexList rows = m_ui->optOutTable->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        numbers.append(m_optOuts->optOut(row.row()).number);
    return numbers;
}

void ContactsPage::showState()
{
    const bool out = showsOptOuts();
    const bool empty = m_model->total() == 0 && m_optOuts->rowCount() == 0 && group().isEmpty() && !out &&
                       m_ui->searchEdit->text().isEmpty();
    m_ui->emptyArea->setVisible(empty);
    m_ui->fullArea->setVisible(!empty);
    m_ui->searchEdit->setVisible(!empty);
    m_ui->importButton->setVisible(!empty);
    m_ui->tables->setCurrentWidget(out ? m_ui->optOutTable : m_ui->table);
    const auto chosen = selectedNumbers().size();
    m_ui->newButton->setText(out ? tr("&Add number…") : tr("&New contact…"));
    m_ui->editButton->setVisible(!out);
    m_ui->memberButton->setVisible(!out);
    m_ui->sendButton->setVisible(!out);
    m_ui->editButton->setEnabled(chosen == 1);
    m_ui->memberButton->setEnabled(chosen > 0);
    m_ui->deleteButton->setEnabled(chosen > 0);
    m_ui->deleteButton->setText(out ? tr("&Remove from the list…") : tr("&Delete"));
    m_ui->sendButton->setEnabled(chosen > 0 || (!group().isEmpty() && m_model->total() > 0));
    const int total = static_cast<int>(out ? m_optOuts->rowCount() : m_model->total());
    QString text = out ? tr("%n opted out", nullptr, total) : tr("%n contacts", nullptr, total);
    if (chosen > 0)
        text = tr("%1, %2", "contacts, selected")
                   .arg(text, tr("%n selected", nullptr, static_cast<int>(chosen)));
    else if (total == 0)
        text = m_ui->searchEdit->text().isEmpty() && !group().isEmpty() ? tr("This group is empty.")
                                                                        : tr("No matches.");
    m_ui->countLabel->setText(text);
    m_ui->problemStrip->say(Strip::Error, m_problem);
}

void ContactsPage::fillMenus()
{
    QMenu *groups = m_ui->groupButton->menu();
    groups->clear();
    groups->addAction(tr("New group…"), this, [this] { newGroup(false); });
    QAction *rename = groups->addAction(tr("Rename…"), this, &ContactsPage::renameGroup);
    QAction *removeIt = groups->addAction(tr("Delete the group"), this, &ContactsPage::removeGroup);
    rename->setEnabled(!group().isEmpty());
    removeIt->setEnabled(!group().isEmpty());

    QMenu *members = m_ui->memberButton->menu();
    members->clear();
    if (const auto all = storage::ContactRepository(m_context.reader).groups()) {
        for (const storage::ContactGroup &entry : *all) {
            if (entry.name != group())
                members->addAction(QString(entry.name).replace(u'&', u"&&"_s), this,
                                   [this, name = entry.name] { setMembers(name, true); });
        }
    }
    members->addAction(tr("New group…"), this, [this] { newGroup(true); });
    if (!group().isEmpty())
        members->addAction(tr("Remove from “%1”").arg(group()), this, [this] { setMembers(group(), false); });

    QMenu *more = m_ui->moreButton->menu();
    more->clear();
    const auto numbers = selectedNumbers();
    auto forOne = [&](QAction *action) { action->setEnabled(numbers.size() == 1); };
    if (!showsOptOuts()) {
        more->addAction(tr("Opt out"), this, [this] { setOptedOut(true); })->setEnabled(!numbers.isEmpty());
    } else {
        more->addAction(tr("Import a list…"), this, [this] { importOptOuts(); });
    }
    QAction *merge = more->addAction(numbers.size() > 1 ? tr("Merge these…") : tr("Merge duplicates…"), this,
                                     &ContactsPage::merge);
    merge->setObjectName(u"mergeAction"_s);
    merge->setVisible(!showsOptOuts());
    merge->setEnabled(numbers.size() <= mostEntries);
    more->addAction(tr("Export…"), this, &ContactsPage::exportContacts);
    QAction *person = more->addAction(tr("Everything about this person…"), this, &ContactsPage::showPerson);
    person->setObjectName(u"personAction"_s);
    forOne(person);
    forOne(more->addAction(tr("Erase this person…"), this, &ContactsPage::erase));
}

void ContactsPage::change(Undo work, const QString &done, Undo undo)
{
    if (!work)
        return;
    m_context.engine.call(this, std::move(work),
                          [this, done, undo = std::move(undo)](const base::Result<void> &changed) {
                              if (!changed) {
                                  complain(changed.error());
                                  return;
                              }
                              m_problem.clear();
                              offerUndo(done, undo);
                              refresh();
                          });
}

void ContactsPage::offerUndo(const QString &done, const Undo &undo)
{
    m_undo = undo;
    m_ui->undoStrip->say(Strip::Notice, undo ? done : QString());
    if (!undo)
        Q_EMIT announced(done);
}

void ContactsPage::complain(const base::Error &error)
{
    m_problem = engine::wording::sentence(error);
    if (error.code == base::ErrorCode::WrongState && error.field == "group"_L1)
        m_problem = tr("There is already a group called “%1”.").arg(error.detail);
    else if (error.code == base::ErrorCode::WrongState)
        m_problem = tr("A message to %1 is being sent right now. Try again when it has been sent.")
                        .arg(phone::forDisplay(error.detail));
    showState();
}

void ContactsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ContactsPage::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.constFirst().isLocalFile())
        return;
    event->acceptProposedAction();
    importFile(urls.constFirst().toLocalFile());
}

void ContactsPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    m_ui->searchEdit->setAccessibleName(tr("Search contacts"));
    m_ui->groupList->setAccessibleName(tr("Groups of contacts"));
    m_ui->table->setAccessibleName(tr("Contacts"));
    m_ui->optOutTable->setAccessibleName(tr("Opted out"));
    findChild<QPushButton *>(u"undoButton"_s)->setText(tr("&Undo"));
    theme::makePrimary(m_ui->sendButton);
    theme::makePrimary(m_ui->firstButton);
    refresh();
}

} // namespace gui
