// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/threadmodel.h"

#include "engine/inboxwording.h"
#include "engine/language.h"
#include "engine/wording.h"
#include "storage/inboxrepository.h"
#include "storage/journal.h"

#include <QDateTime>

#include <algorithm>

namespace models {
using namespace Qt::StringLiterals;

namespace {

constexpr int mostMessages = 300; // of each direction: what a person scrolls through
constexpr int mostPictures = 1000;

} // namespace

ThreadModel::ThreadModel(storage::Database &reader, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
    , m_loader(reader.file())
{
    connect(&m_loader, &PictureLoader::loaded, this, &ThreadModel::showPicture);
}

void ThreadModel::show(const QString &number)
{
    m_number = number;
    refresh();
}

void ThreadModel::refresh()
{
    QList<Row> rows;
    QString wroteTo;
    if (!m_number.isEmpty()) {
        storage::InboxRepository inbox(m_reader);
        storage::InboxFilter received;
        received.number = m_number;
        received.newestFirst = true;
        received.limit = mostMessages;
        const auto inbound = inbox.messages(received);
        if (!inbound) {
            Q_EMIT readFailed(inbound.error());
            return;
        }
        for (const domain::InboundMessage &message : *inbound) {
            if (wroteTo.isEmpty())
                wroteTo = message.to;
            rows.append({Inbound, message.rowId, message.receivedMs, message.text, {}, {}, message.files});
            if (const auto actions = inbox.actions(message.rowId)) {
                for (const storage::InboundAction &action : *actions)
                    rows.append({Action,
                                 message.rowId,
                                 action.atMs,
                                 engine::wording::inboundAction(action.what, action.detail),
                                 {},
                                 {},
                                 {}});
            }
        }
        storage::MessageFilter sent;
        sent.number = m_number;
        sent.newestFirst = true;
        sent.limit = mostMessages;
        const auto outgoing = storage::Journal(m_reader).messages(sent);
        if (!outgoing) {
            Q_EMIT readFailed(outgoing.error());
            return;
        }
        storage::Journal journal(m_reader);
        for (const domain::Message &message : *outgoing) {
            // Its place in the talk is when it was sent, not when its last status came.
            qint64 at = message.sinceMs;
            if (const auto events = journal.events(message.id); events && !events->isEmpty())
                at = events->constFirst().atMs;
            rows.append({Outgoing,
                         message.id,
                         at,
                         message.text,
                         message.state,
                         engine::wording::messageReason(message),
                         {}});
        }
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Row &a, const Row &b) { return a.atMs < b.atMs; });
    }
    if (m_pictures.size() >= mostPictures)
        m_pictures.clear();
    beginResetModel();
    m_rows = rows;
    m_wroteTo = wroteTo;
    endResetModel();
    for (const Row &row : std::as_const(m_rows)) {
        for (int place = 0; place < row.files.size(); ++place) {
            if (PictureLoader::isPicture(row.files.at(place).contentType) &&
                !m_pictures.contains({row.id, place})) {
                m_pictures.insert({row.id, place}, {}); // asked for: what is none is not asked for again
                m_loader.load(row.id, place);
            }
        }
    }
}

void ThreadModel::showPicture(qint64 inbound, int place, const QImage &picture)
{
    m_pictures.insert({inbound, place}, picture);
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).kind == Inbound && m_rows.at(row).id == inbound)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString ThreadModel::smallPrint(const Row &row) const
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(row.atMs);
    const QLocale locale = engine::language::locale();
    const QString when = time.date() == QDate::currentDate() ? locale.toString(time.time(), u"HH:mm"_s)
                                                             : locale.toString(time, QLocale::ShortFormat);
    if (row.kind != Outgoing)
        return when;
    const bool troubled = row.state == domain::MessageState::Failed ||
                          row.state == domain::MessageState::Refused ||
                          row.state == domain::MessageState::Uncertain;
    const QString state = engine::wording::state(row.state);
    return troubled && !row.reason.isEmpty()
               ? tr("%1 · %2: %3", "time, state, reason").arg(when, state, row.reason)
               : tr("%1 · %2", "time, state").arg(when, state);
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    QStringList names;
    for (const domain::InboundFile &file : row.files)
        names.append(file.fileName.isEmpty() ? file.contentType : file.fileName);
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case KindRole:
        return row.kind;
    case SmallRole:
        return smallPrint(row);
    case StateRole:
        return static_cast<int>(row.state);
    case FilesRole:
        return names;
    case PicturesRole: {
        QList<QImage> pictures;
        for (int place = 0; place < row.files.size(); ++place) {
            if (const auto found = m_pictures.constFind({row.id, place});
                found != m_pictures.cend() && !found->isNull())
                pictures.append(*found);
        }
        return QVariant::fromValue(pictures);
    }
    case Qt::AccessibleTextRole: {
        if (row.kind == Action)
            return row.text;
        const QString text =
            names.isEmpty() ? row.text : tr("%1 (files: %2)", "text").arg(row.text, names.join(u", "_s));
        return row.kind == Inbound ? tr("Received, %1: %2", "time, text").arg(smallPrint(row), text)
                                   : tr("Sent, %1: %2", "time and state, text").arg(smallPrint(row), text);
    }
    default:
        return {};
    }
}

} // namespace models
