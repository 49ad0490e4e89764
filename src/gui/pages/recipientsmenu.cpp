// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/recipientsmenu.h"

#include "engine/language.h"
#include "gui/question.h"
#include "gui/savefile.h"
#include "storage/contactrepository.h"

namespace gui {

namespace {

constexpr int mostSuggestions = 8; // contacts

// Groups and contacts that fit the text so far, groups first.
QList<RecipientSuggestion> suggestions(storage::Database &reader, const QString &typed)
{
    QList<RecipientSuggestion> found;
    storage::ContactRepository contacts(reader);
    if (const auto groups = contacts.groups()) {
        for (const storage::ContactGroup &group : *groups) {
            if (group.name.contains(typed, Qt::CaseInsensitive))
                found.append({group.name, {}});
        }
    }
    storage::ContactFilter filter;
    filter.search = typed;
    filter.limit = mostSuggestions;
    if (const auto people = contacts.list(filter)) {
        for (const domain::Contact &person : *people)
            found.append({person.name.isEmpty() ? person.number : person.name, person.number});
    }
    return found;
}

void addUnnamed(const QStringList &numbers, RecipientsEdit &edit)
{
    constexpr qsizetype chipsAtMost = 9;
    if (numbers.size() > chipsAtMost)
        return edit.addNumbers(numbers.join(u'\n'));
    for (const QString &number : numbers)
        edit.addNumbers(number);
}

} // namespace

void addContacts(const QList<domain::Contact> &contacts, RecipientsEdit &edit)
{
    constexpr qsizetype chipsAtMost = 12;
    if (contacts.size() <= chipsAtMost) {
        for (const domain::Contact &contact : contacts)
            edit.addNamed(contact.name.isEmpty() ? contact.number : contact.name, {contact.number});
        return;
    }
    QStringList numbers;
    for (const domain::Contact &contact : contacts)
        numbers.append(contact.number);
    edit.addNumbers(numbers.join(u'\n'));
}

engine::Recipients recipientsOf(const RecipientsEdit &edit)
{
    engine::Recipients recipients;
    for (const RecipientChip &chip : edit.chips()) {
        switch (chip.kind) {
        case RecipientChip::Numbers:
            recipients.typed += chip.numbers;
            break;
        case RecipientChip::Group:
            recipients.groups.append(chip.name);
            break;
        case RecipientChip::File:
            recipients.listFile = chip.name;
            recipients.list = chip.list;
            break;
        case RecipientChip::GatewayGroup:
            recipients.gatewayGroup = chip.name;
            break;
        }
    }
    return recipients;
}

QHash<QString, QString> namesOf(const RecipientsEdit &edit)
{
    QHash<QString, QString> names;
    for (const RecipientChip &chip : edit.chips()) {
        if (chip.kind == RecipientChip::Numbers && !chip.name.isEmpty()) {
            for (const QString &number : chip.numbers)
                names.insert(number, chip.name);
        }
    }
    return names;
}

namespace {

// Those that stand together under one name are one chip.
void addTyped(const QStringList &typed, const QHash<QString, QString> &names, RecipientsEdit &edit)
{
    for (qsizetype at = 0; at < typed.size();) {
        const QString name = names.value(typed.at(at));
        QStringList together;
        for (; at < typed.size() && names.value(typed.at(at)) == name; ++at)
            together.append(typed.at(at));
        if (!name.isEmpty())
            edit.addNamed(name, together);
        else
            addUnnamed(together, edit);
    }
}

} // namespace

void setRecipients(const engine::StoredDraft &stored, RecipientsEdit &edit)
{
    const engine::Recipients &recipients = stored.draft.recipients;
    const QString &pasted = stored.pasted;
    edit.clear();
    addTyped(recipients.typed, stored.names, edit);
    for (const QString &group : recipients.groups)
        edit.addGroup(group);
    if (!recipients.gatewayGroup.isEmpty())
        edit.addGatewayGroup(recipients.gatewayGroup);
    if (!pasted.isEmpty())
        edit.addPasted(pasted);
    else if (!recipients.listFile.isEmpty())
        edit.addFile(recipients.listFile);
    if (!recipients.listFile.isEmpty() || !pasted.isEmpty())
        edit.setListChoices(recipients.list);
}

QString askForList(QWidget *parent)
{
    return askForExistingFile(parent, RecipientsMenu::tr("Choose a list"),
                              RecipientsMenu::tr("Lists (*.xlsx *.ods *.csv *.txt *.vcf);;All files (*)"));
}

RecipientsMenu::RecipientsMenu(Context &context, RecipientsEdit &edit)
    : QMenu(&edit)
    , m_context(context)
    , m_edit(edit)
{
    connect(this, &QMenu::aboutToShow, this, &RecipientsMenu::fill);
    m_edit.setSuggest([this](const QString &typed) { return suggestions(m_context.reader, typed); });
}

void RecipientsMenu::fill()
{
    clear();
    connect(addAction(tr("A list from a &file…")), &QAction::triggered, this, [this] {
        const QString file = askForList(&m_edit);
        if (!file.isEmpty())
            m_edit.addFile(file);
    });
    connect(addAction(tr("A group at the &gateway…")), &QAction::triggered, this, [this] {
        const QString name =
            askForLine(&m_edit, tr("A group at the gateway"),
                       tr("The name of the group at the gateway.\nBudstikke does not know its "
                          "members, their opt-outs or the number of SMS."),
                       {}, tr("Add"))
                .value_or(QString());
        if (!name.trimmed().isEmpty())
            m_edit.addGatewayGroup(name.trimmed());
    });
    const auto groups = storage::ContactRepository(m_context.reader).groups();
    if (!groups || groups->isEmpty())
        return;
    addSection(tr("Groups of the contacts"));
    for (const storage::ContactGroup &group : *groups) {
        QString words = tr("%1 (%2)", "group, members")
                            .arg(group.name, engine::language::locale().toString(group.contacts));
        words.replace(u'&', QStringLiteral("&&"));
        connect(addAction(words), &QAction::triggered, this,
                [this, name = group.name] { m_edit.addGroup(name); });
    }
}

} // namespace gui
