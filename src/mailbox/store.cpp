// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailbox/store.h"

#include "base/crashpoint.h"
#include "mailbox/files.h"
#include "mailbox/problem.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace mailbox {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headBytes = 29; // number, size, kind

char letter(receiver::Leaf leaf)
{
    return leaf == receiver::Leaf::Status ? 's' : 'i';
}

QByteArray digits(qint64 number, int width)
{
    return QByteArray::number(number).rightJustified(width, '0');
}

QByteArray headOf(qint64 number, receiver::Leaf leaf, qint64 size)
{
    return digits(number, 15) + ' ' + digits(size, 10) + ' ' + letter(leaf) + '\n';
}

bool madeDurable(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_WIN
    return ::_commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

// A file that was made is on the disk only when its folder is.
void makeFolderDurable([[maybe_unused]] const QString &folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
#endif
}

} // namespace

Store::Store(QString folder, const base::Clock &clock, const StoreLimits &limits)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_limits(limits)
    , m_lock(m_folder + "/lock"_L1)
{
    m_lock.setStaleLockTime(0);
}

base::Result<std::unique_ptr<Store>> Store::open(const QString &folder, const base::Clock &clock,
                                                 const StoreLimits &limits)
{
    if (!QFileInfo(folder).isDir()) {
        if (!QDir().mkpath(folder))
            return base::Error{base::ErrorCode::FileUnwritable, folder, u"mailboxData"_s};
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    std::unique_ptr<Store> store(new Store(folder, clock, limits));
    if (!store->m_lock.tryLock(0)) {
        if (store->m_lock.error() != QLockFile::LockFailedError)
            return base::Error{base::ErrorCode::FileUnwritable, folder, u"mailboxData"_s};
        return error(Problem::FolderInUse, folder);
    }
    if (auto loaded = store->load(); !loaded)
        return loaded.error();
    return store;
}

base::Result<void> Store::load()
{
    QFile done(m_folder + "/done"_L1);
    if (done.open(QIODevice::ReadOnly))
        m_done = done.readAll().trimmed().toLongLong();
    m_last = m_done;
    static const QRegularExpression name(u"\\A([ek])(\\d{15})\\z"_s);
    for (const QString &file : QDir(m_folder).entryList(QDir::Files, QDir::Name)) {
        const auto match = name.match(file);
        if (!match.hasMatch())
            continue;
        Part part;
        part.path = m_folder + u'/' + file;
        part.thinned = match.captured(1) == "k"_L1;
        part.first = match.captured(2).toLongLong();
        read(part);
        // An e whose inbound ones were written anew into a k is done with.
        erase_if(m_parts, [&](const Part &other) {
            return other.first == part.first && (QFile::remove(other.path) || true);
        });
        m_parts.append(part);
    }
    std::sort(m_parts.begin(), m_parts.end(), [](const Part &a, const Part &b) { return a.first < b.first; });
    for (const Part &part : std::as_const(m_parts)) {
        if (!part.records.isEmpty())
            m_last = std::max(m_last, part.records.constLast().number);
        // What is damaged is left alone, and its numbers too.
        if (part.damaged || part.thinned)
            m_last = std::max(m_last, part.first + m_limits.eventsAFile);
    }
    return {};
}

// Ends before a torn event, which was never answered with success.
void Store::read(Part &part) const
{
    QFile file(part.path);
    if (!file.open(QIODevice::ReadOnly)) {
        part.damaged = true;
        return;
    }
    static const QRegularExpression form(u"\\A(\\d{15}) (\\d{10}) ([si])\\n\\z"_s);
    const qint64 size = file.size();
    while (part.end + headBytes <= size) {
        file.seek(part.end);
        const auto head = form.match(QString::fromLatin1(file.read(headBytes)));
        if (!head.hasMatch()) {
            part.damaged = true;
            return;
        }
        Record record;
        record.number = head.captured(1).toLongLong();
        record.size = head.captured(2).toLongLong();
        record.leaf = head.captured(3) == "s"_L1 ? receiver::Leaf::Status : receiver::Leaf::Inbound;
        record.place = part.end + headBytes;
        if (record.place + record.size > size)
            return;
        part.records.append(record);
        part.end = record.place + record.size;
    }
}

qint64 Store::count() const
{
    qint64 count = 0;
    for (const Part &part : m_parts) {
        count += std::count_if(part.records.cbegin(), part.records.cend(),
                               [this](const Record &record) { return record.number > m_done; });
    }
    return count;
}

bool Store::hasRoom(receiver::Leaf leaf, qint64 more) const
{
    const bool status = leaf == receiver::Leaf::Status;
    qint64 bytes = more;
    for (const Part &part : m_parts)
        bytes += part.end;
    return count() < m_limits.events - (status ? m_limits.reservedEvents : 0) &&
           bytes <= m_limits.bytes - (status ? m_limits.reservedBytes : 0);
}

bool Store::isFull() const
{
    return !hasRoom(receiver::Leaf::Status, 0);
}

base::Result<Store::Part *> Store::partToFill()
{
    if (!m_parts.isEmpty()) {
        Part &part = m_parts.last();
        if (!part.damaged && !part.thinned && part.records.size() < m_limits.eventsAFile &&
            part.end < m_limits.bytesAFile)
            return &part;
    }
    forgetOld();
    Part part;
    part.first = m_last + 1;
    part.path = m_folder + "/e"_L1 + QString::fromLatin1(digits(part.first, 15));
    QFile file(part.path);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) // before anything is in it
        return base::Error{base::ErrorCode::FileUnwritable, part.path, u"mailboxData"_s};
    makeFolderDurable(m_folder);
    m_parts.append(part);
    return &m_parts.last();
}

base::Result<void> Store::add(receiver::Leaf leaf, const QByteArray &sealed)
{
    const QByteArray record = headOf(m_last + 1, leaf, sealed.size()) + sealed;
    if (!hasRoom(leaf, record.size()))
        return base::Error{base::ErrorCode::DiskFull, m_folder, u"mailboxData"_s};
    const auto part = partToFill();
    if (!part)
        return part.error();
    QFile file((*part)->path);
    // What a write that failed left behind the last whole event is no event.
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) || !file.resize((*part)->end) ||
        !file.seek((*part)->end))
        return base::Error{base::ErrorCode::FileUnwritable, (*part)->path, u"mailboxData"_s};
    const bool written = file.write(record) == record.size();
    base::crashPoint("mailbox-written");
    if (!written || !madeDurable(file)) {
        file.resize((*part)->end);
        return base::Error{base::ErrorCode::DiskFull, (*part)->path, u"mailboxData"_s};
    }
    base::crashPoint("mailbox-durable");
    ++m_last;
    (*part)->records.append({m_last, leaf, (*part)->end + headBytes, sealed.size()});
    (*part)->end += record.size();
    return {};
}

QList<StoredEvent> Store::after(qint64 number) const
{
    const qint64 from = std::max(number, m_done);
    QList<StoredEvent> events;
    qint64 bytes = 0;
    for (const Part &part : m_parts) {
        if (part.records.isEmpty() || part.records.constLast().number <= from)
            continue;
        QFile file(part.path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const Record &record : part.records) {
            if (record.number <= from)
                continue;
            if (events.size() == m_limits.eventsAnAnswer ||
                (!events.isEmpty() && bytes + record.size > m_limits.bytesAnAnswer))
                return events;
            if (!file.seek(record.place))
                break;
            events.append({record.number, file.read(record.size)});
            bytes += record.size;
        }
    }
    return events;
}

base::Result<void> Store::forgetUpto(qint64 number)
{
    const qint64 upto = std::min(number, m_last);
    if (upto > m_done) {
        if (auto written = writePrivately(m_folder + "/done"_L1, QByteArray::number(upto)); !written)
            return written;
        m_done = upto;
        base::crashPoint("mailbox-forgotten");
    }
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const Part &part = m_parts[i];
        const qint64 last = i + 1 < m_parts.size() ? m_parts[i + 1].first - 1 : m_last;
        if (last > m_done)
            break;
        if (part.damaged) // for a person to look at
            QFile::rename(part.path, m_folder + "/damaged-"_L1 + QString::number(part.first));
        else
            QFile::remove(part.path);
        m_parts.removeAt(i--);
    }
    return {};
}

void Store::forgetOld()
{
    const qint64 oldest = m_clock.nowMs() - m_limits.statusesKeptMs;
    for (Part &part : m_parts) {
        const QDateTime written = QFileInfo(part.path).lastModified();
        if (!part.thinned && !part.damaged && written.isValid() && written.toMSecsSinceEpoch() < oldest &&
            !thin(part))
            return;
    }
}

bool Store::thin(Part &part)
{
    QFile file(part.path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QByteArray kept;
    for (const Record &record : std::as_const(part.records)) {
        if (record.leaf == receiver::Leaf::Inbound && file.seek(record.place - headBytes))
            kept += file.read(headBytes + record.size);
    }
    Part thinned;
    thinned.first = part.first;
    thinned.path = m_folder + "/k"_L1 + QString::fromLatin1(digits(part.first, 15));
    thinned.thinned = true;
    if (!writePrivately(thinned.path, kept))
        return false;
    QFile::remove(part.path);
    read(thinned);
    part = thinned;
    return true;
}

} // namespace mailbox
