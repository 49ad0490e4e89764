// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/inboxactions.h"

#include "engine/replies.h"
#include "gui/pages/contactactions.h"
#include "gui/pages/contactchanges.h"
#include "gui/savefile.h"
#include "inbox/filename.h"
#include "storage/inboxrepository.h"

#include <QDir>
#include <QSaveFile>
#include <QWidget>

namespace gui {
using namespace Qt::StringLiterals;

InboxActions::InboxActions(Context &context, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_page(page)
    , m_changes(new ContactChanges(
          context, [] { return ChosenContacts(); }, page))
    , m_contacts(new ContactActions(*m_changes))
{
    connect(m_changes, &ContactChanges::changed, this, &InboxActions::changed);
    connect(m_changes, &ContactChanges::undoOffered, this, [this](const Sentence &done) {
        if (!done.isEmpty())
            Q_EMIT announced(done);
    });
    connect(m_changes, &ContactChanges::announced, this, &InboxActions::announced);
    connect(m_changes, &ContactChanges::failed, this, &InboxActions::failed);
}

QString InboxActions::gapsInWords() const
{
    constexpr int mostNamed = 4;
    const auto gaps = storage::InboxRepository(m_context.reader).gaps();
    if (!gaps || gaps->isEmpty())
        return {};
    QStringList named;
    qint64 missing = 0;
    for (const storage::CounterGap &gap : *gaps) {
        missing += gap.last - gap.first + 1;
        if (named.size() < mostNamed)
            named.append(gap.first == gap.last ? QString::number(gap.first)
                                               : u"%1–%2"_s.arg(gap.first).arg(gap.last));
    }
    if (gaps->size() > mostNamed)
        named.append(u"…"_s);
    return tr("%n messages are missing (counters %1). The gateway may be holding them back: "
              "restart its queue as the help (F1) describes, or contact its support.",
              nullptr, static_cast<int>(missing))
        .arg(named.join(u", "_s));
}

void InboxActions::markAllRead()
{
    m_context.engine.call(
        this, [](engine::Replies &replies) { return replies.markAllRead(); },
        [](const base::Result<void> &) {});
}

void InboxActions::setArchived(const QString &number, bool archived)
{
    m_context.engine.call(
        this, [number, archived](engine::Replies &replies) { return replies.setArchived(number, archived); },
        [](const base::Result<void> &) {});
}

void InboxActions::saveAsContact(const QString &number, const QString &name)
{
    domain::Contact contact;
    contact.number = number;
    contact.name = name;
    m_contacts->edit(contact);
}

void InboxActions::saveFiles(qint64 inbound)
{
    const auto message = storage::InboxRepository(m_context.reader).message(inbound);
    if (!message) {
        Q_EMIT failed(message.error());
        return;
    }
    for (const domain::InboundFile &file : message->files) {
        const QString path = askForFile(m_page, tr("Save the file"), inbox::safeFileName(file));
        if (path.isEmpty())
            return;
        QSaveFile target(path);
        if (!target.open(QIODevice::WriteOnly) || target.write(file.content) != file.content.size() ||
            !target.commit()) {
            Q_EMIT failed(base::Error{base::ErrorCode::FileUnwritable, path, {}});
            return;
        }
        Q_EMIT announced([path] { return tr("Saved as %1").arg(QDir::toNativeSeparators(path)); });
    }
}

} // namespace gui
