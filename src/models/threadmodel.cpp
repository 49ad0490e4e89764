// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/threadmodel.h"

#include "engine/inboxwording.h"
#include "engine/wording.h"
#include "models/when.h"
#include "storage/inboxrepository.h"
#include "storage/journal.h"

#include <algorithm>

namespace models {
using namespace Qt::StringLiterals;

namespace {

constexpr int mostMessages = 300; // of each direction: what a person scrolls through
constexpr int mostPictures = 1000;

} // namespace

ThreadModel::ThreadModel(storage::Database &reader, QObject *parent)
    : List(reader, parent)
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
        auto inbound = received(wroteTo);
        auto outgoing = inbound ? sent() : base::Result<QList<Row>>(inbound.error());
        if (!outgoing) {
            Q_EMIT readFailed(outgoing.error());
            return;
        }
        rows = *inbound + *outgoing;
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Row &a, const Row &b) { return a.atMs < b.atMs; });
    }
    beginResetModel();
    m_rows = rows;
    m_wroteTo = wroteTo;
    endResetModel();
    loadPictures();
}

base::Result<QList<ThreadModel::Row>> ThreadModel::received(QString &wroteTo) const
{
    storage::InboxRepository inbox(m_reader);
    storage::InboxFilter filter;
    filter.number = m_number;
    filter.newestFirst = true;
    filter.limit = mostMessages;
    const auto inbound = inbox.messages(filter);
    if (!inbound)
        return inbound.error();
    QList<Row> rows;
    for (const domain::InboundMessage &message : *inbound) {
        if (wroteTo.isEmpty())
            wroteTo = message.to;
        rows.append({Inbound, message.rowId, message.receivedMs, message.text, {}, {}, message.files});
        const auto actions = inbox.actions(message.rowId);
        if (!actions)
            continue;
        for (const storage::InboundAction &action : *actions) {
            const QString words = engine::wording::inboundAction(action);
            rows.append({Action, message.rowId, action.atMs, words, {}, {}, {}});
        }
    }
    return rows;
}

base::Result<QList<ThreadModel::Row>> ThreadModel::sent() const
{
    storage::MessageFilter filter;
    filter.number = m_number;
    filter.newestFirst = true;
    filter.limit = mostMessages;
    storage::Journal journal(m_reader);
    const auto outgoing = journal.messages(filter);
    if (!outgoing)
        return outgoing.error();
    QList<Row> rows;
    for (const domain::Message &message : *outgoing) {
        // Its place in the talk is when it was sent, not when its last status came.
        qint64 at = message.sinceMs;
        if (const auto events = journal.events(message.id); events && !events->isEmpty())
            at = events->constFirst().atMs;
        const QString reason = engine::wording::messageReason(message);
        rows.append({Outgoing, message.id, at, message.text, message.state, reason, {}});
    }
    return rows;
}

void ThreadModel::loadPictures()
{
    if (m_pictures.size() >= mostPictures)
        m_pictures.clear();
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

QString ThreadModel::smallPrint(const Row &row) const
{
    const QString when = whenToday(row.atMs);
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

QVariant ThreadModel::value(int place, int role) const
{
    const Row &row = m_rows.at(place);
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
        for (int file = 0; file < row.files.size(); ++file) {
            if (const auto found = m_pictures.constFind({row.id, file});
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
