// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/importspool.h"

#include "storage/databasefile.h"

#include <QDir>
#include <QUuid>

#include <utility>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

const QString pattern = u"import-*.part"_s;
constexpr QChar between = u'\n'; // groups

// UTF-8 takes half the room.
void write(QDataStream &stream, const QString &text)
{
    stream << text.toUtf8();
}

QString read(QDataStream &stream)
{
    QByteArray text;
    stream >> text;
    return QString::fromUtf8(text);
}

} // namespace

ImportSpool::ImportSpool(const QString &file)
    : m_file(file)
    , m_stream(&m_file)
{
    m_stream.setVersion(QDataStream::Qt_6_2);
}

ImportSpool::~ImportSpool()
{
    m_file.close();
    if (!m_kept)
        m_file.remove();
}

base::Result<std::unique_ptr<ImportSpool>> ImportSpool::create(const QString &folder)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString file = QDir(folder).filePath(QString(pattern).replace(u'*', id));
    if (auto made = storage::makePrivateFile(file); !made)
        return made.error();
    std::unique_ptr<ImportSpool> spool(new ImportSpool(file));
    if (!spool->m_file.open(QIODevice::ReadWrite))
        return base::Error{base::ErrorCode::FileUnwritable, file, {}};
    return spool;
}

base::Result<std::unique_ptr<ImportSpool>> ImportSpool::open(const QString &folder, const QString &name)
{
    std::unique_ptr<ImportSpool> spool(new ImportSpool(QDir(folder).filePath(name)));
    spool->keep();
    if (!spool->m_file.open(QIODevice::ReadOnly))
        return base::Error{base::ErrorCode::FileUnreadable, name, {}};
    return spool;
}

QString ImportSpool::name() const
{
    return QFileInfo(m_file).fileName();
}

void ImportSpool::append(const domain::Contact &contact)
{
    write(m_stream, contact.number);
    write(m_stream, contact.name);
    write(m_stream, contact.email);
    m_stream << static_cast<quint32>(contact.fields.size());
    for (const auto &[field, value] : contact.fields.asKeyValueRange()) {
        write(m_stream, field);
        write(m_stream, value);
    }
    write(m_stream, contact.groups.join(between));
}

base::Result<void> ImportSpool::finish()
{
    if (!m_file.flush() || m_stream.status() != QDataStream::Ok || !storage::syncToDisk(m_file.fileName()))
        return base::Error{base::ErrorCode::DiskFull, m_file.errorString(), {}};
    seek(0);
    return {};
}

void ImportSpool::seek(qint64 position)
{
    m_file.seek(position);
    m_stream.resetStatus();
}

base::Result<QList<domain::Contact>> ImportSpool::next(int most)
{
    QList<domain::Contact> contacts;
    while (contacts.size() < most && !m_file.atEnd()) {
        domain::Contact contact;
        contact.number = read(m_stream);
        contact.name = read(m_stream);
        contact.email = read(m_stream);
        quint32 fields = 0;
        m_stream >> fields;
        for (; fields > 0 && m_stream.status() == QDataStream::Ok; --fields) {
            const QString field = read(m_stream);
            contact.fields.insert(field, read(m_stream));
        }
        contact.groups = read(m_stream).split(between, Qt::SkipEmptyParts);
        if (m_stream.status() != QDataStream::Ok)
            return base::Error{base::ErrorCode::FileUnreadable, m_file.fileName(), {}};
        contacts.append(std::move(contact));
    }
    return contacts;
}

void ImportSpool::removeBut(const QString &folder, const QStringList &needed)
{
    QDir dir(folder);
    for (const QString &name : dir.entryList({pattern}, QDir::Files)) {
        if (!needed.contains(name))
            dir.remove(name);
    }
}

} // namespace engine
