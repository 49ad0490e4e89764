// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drafts.h"

#include "engine/draftjson.h"
#include "engine/listintake.h"
#include "engine/repeatsource.h"
#include "phone/phonenumber.h"
#include "storage/campaignrepository.h"
#include "storage/contactrepository.h"
#include "storage/journal.h"
#include "storage/transaction.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>

#include <utility>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr QChar unitSeparator(0x1f); // between a typed number and what it is called

// A number and its name are one line, and are erased together.
QStringList typedLines(const StoredDraft &stored)
{
    QStringList lines;
    for (const QString &number : stored.draft.recipients.typed) {
        const QString name = stored.names.value(number).simplified();
        lines.append(name.isEmpty() ? number : QString(number + unitSeparator + name));
    }
    return lines;
}

storage::DraftRow toRow(const StoredDraft &stored)
{
    Draft rest = stored.draft;
    storage::DraftRow row;
    row.typed = typedLines(stored);
    rest.recipients.typed.clear();
    if (!stored.pasted.isEmpty())
        rest.recipients.listFile.clear();
    row.id = stored.id;
    row.changedMs = stored.changedMs;
    row.open = stored.open;
    row.content = QString::fromUtf8(QJsonDocument(toJson(rest)).toJson(QJsonDocument::Compact));
    row.pasted = stored.pasted;
    return row;
}

base::Result<QSet<QString>> numbersOf(storage::Database &database, qint64 campaign, Again again)
{
    QSet<QString> numbers;
    if (again == Again::Nobody)
        return numbers;
    storage::MessageFilter filter;
    filter.campaign = campaign;
    const auto walked = storage::Journal(database).forEach(
        filter, [&](const domain::Message &message, const QList<domain::MessageEvent> &) {
            if (again == Again::Everybody || !isReached(message.state))
                numbers.insert(message.number);
            return true;
        });
    if (!walked)
        return walked.error();
    return numbers;
}

base::Result<QStringList> knownGroups(storage::ContactRepository &contacts, const QStringList &groups)
{
    const auto stored = contacts.groups();
    if (!stored)
        return stored.error();
    QStringList known;
    for (const storage::ContactGroup &group : *stored) {
        if (groups.contains(group.name))
            known.append(group.name);
    }
    return known;
}

// Of the groups and the list, as they are today.
base::Result<QSet<QString>> numbersThere(storage::Database &database, const Recipients &recipients,
                                         const ListProgress &progress)
{
    QSet<QString> numbers;
    storage::ContactRepository contacts(database);
    for (const QString &group : recipients.groups) {
        storage::ContactFilter filter;
        filter.group = group;
        const auto walked = contacts.forEach(filter, [&numbers](const domain::Contact &contact) {
            numbers.insert(contact.number);
            return true;
        });
        if (!walked)
            return walked.error();
    }
    for (const RetypedNumber &retyped : recipients.retyped)
        numbers.insert(phone::parse(retyped.number).e164);
    if (recipients.listFile.isEmpty())
        return numbers;
    const auto read = readList(
        recipients.listFile, recipients.list, progress,
        [](const ListColumns &) -> base::Result<void> { return {}; },
        [&numbers](const ListRow &row) -> base::Result<void> {
            for (const ListNumber &number : row.numbers())
                numbers.insert(number.number.e164);
            return {};
        });
    if (!read)
        return read.error();
    numbers.remove(QString()); // of what is no number
    return numbers;
}

// The numbers of the groups and of the list, whether that lies where it was, elsewhere, or was pasted.
base::Result<QSet<QString>> readAgain(storage::Database &database, Reused &made, const ListProgress &progress)
{
    Recipients &recipients = made.draft.recipients;
    const QTemporaryDir folder;
    if (!made.pasted.isEmpty()) {
        recipients.listFile = folder.filePath(u"pasted.tsv"_s);
        if (auto written = writePasted(made.pasted, recipients.listFile); !written)
            return written.error();
    }
    auto there = numbersThere(database, recipients, progress);
    if (!there) { // the list was moved, or is another now
        made.pasted.clear();
        made.goneList = recipients.listFile;
        recipients.list = {};
        recipients.retyped.clear();
    }
    if (!there || !made.pasted.isEmpty())
        recipients.listFile.clear();
    return there ? there : numbersThere(database, recipients, progress);
}

base::Result<void> takeSources(storage::Database &database, qint64 campaign, const QString &list,
                               Reused &made)
{
    Recipients &recipients = made.draft.recipients;
    storage::ContactRepository contacts(database);
    const auto groups = knownGroups(contacts, recipients.groups);
    if (!groups)
        return groups.error();
    recipients.groups = *groups;
    if (!list.isEmpty())
        recipients.listFile = list;
    const auto kept = storage::DraftRepository(database).ofCampaign(campaign);
    if (!kept)
        return kept.error();
    if (*kept && list.isEmpty())
        made.pasted = (*kept)->pasted;
    return {};
}

base::Result<Reused> reused(storage::Database &database, qint64 id, Again again, const QString &list,
                            const ListProgress &progress)
{
    const auto campaign = storage::CampaignRepository(database).campaign(id);
    if (!campaign)
        return campaign.error();
    Reused made;
    made.draft = draftOf(*campaign);
    const auto wanted = numbersOf(database, id, again);
    if (!wanted)
        return wanted.error();
    Recipients &recipients = made.draft.recipients;
    if (again == Again::Nobody) {
        recipients = {};
        return made;
    }
    if (campaign->mode == domain::SendMode::GatewayGroup) {
        recipients.gatewayGroup = campaign->gatewayGroup;
        return made;
    }
    if (auto taken = takeSources(database, id, list, made); !taken)
        return taken.error();
    const auto there = readAgain(database, made, progress);
    if (!there)
        return there.error();
    const QSet<QString> others = *there - *wanted;
    const QSet<QString> alone = *wanted - *there;
    recipients.removed.append(QStringList(others.cbegin(), others.cend()));
    recipients.removed.removeDuplicates();
    recipients.typed = QStringList(alone.cbegin(), alone.cend());
    recipients.typed.sort();
    return made;
}

} // namespace

base::Result<void> writePasted(const QString &text, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("\xEF\xBB\xBF") < 0 || file.write(text.toUtf8()) < 0 ||
        !file.flush())
        return base::Error{base::ErrorCode::FileUnwritable, path, {}};
    return {};
}

bool isReached(domain::MessageState state)
{
    const domain::StateGroup group = domain::groupOf(state);
    return group != domain::StateGroup::Failed && group != domain::StateGroup::Cancelled;
}

StoredDraft fromRow(const storage::DraftRow &row)
{
    StoredDraft stored;
    stored.id = row.id;
    stored.changedMs = row.changedMs;
    stored.open = row.open;
    stored.draft = draftFrom(QJsonDocument::fromJson(row.content.toUtf8()).object());
    for (const QString &line : row.typed) {
        const QString number = line.section(unitSeparator, 0, 0);
        stored.draft.recipients.typed.append(number);
        if (const QString name = line.section(unitSeparator, 1); !name.isEmpty())
            stored.names.insert(number, name);
    }
    stored.pasted = row.pasted;
    return stored;
}

Drafts::Drafts(storage::Database &database, storage::GroupCommit &commits, const base::Clock &clock,
               Jobs &jobs)
    : Kept(database, commits, clock)
    , m_jobs(jobs)
{
}

base::Result<void> Drafts::save(const StoredDraft &draft)
{
    return change([&]() -> base::Result<void> {
        storage::DraftRepository drafts(m_database);
        StoredDraft stored = draft;
        stored.changedMs = m_clock.nowMs();
        const auto done = drafts.save(toRow(stored));
        return done && stored.open ? drafts.closeOthers(stored.id) : done;
    });
}

base::Result<void> Drafts::remove(qint64 id)
{
    return change([&] { return storage::DraftRepository(m_database).remove(id); });
}

base::Result<void> Drafts::handOver(const StoredDraft &draft, qint64 campaign)
{
    m_commits.flush();
    const auto gone = storage::inTransaction(m_database, [&]() -> base::Result<void> {
        storage::DraftRepository drafts(m_database);
        if (campaign != 0 && !draft.pasted.isEmpty()) {
            if (auto kept = drafts.keepFor(campaign, m_clock.nowMs(), draft.pasted); !kept)
                return kept;
        }
        return drafts.remove(draft.id);
    });
    if (gone)
        Q_EMIT changed();
    return gone;
}

void Drafts::reuse(qint64 campaign, Again again, const QString &list, const JobDone<Reused> &done)
{
    m_commits.flush();
    m_jobs.read<Reused>(
        [campaign, again, list](JobRun &job) -> base::Result<Reused> {
            const auto reader = job.reader();
            if (!reader)
                return reader.error();
            return reused(**reader, campaign, again, list,
                          [&job](qint64 read, qint64 total) { return job.goesOn(read, total); });
        },
        {}, done);
}

} // namespace engine
