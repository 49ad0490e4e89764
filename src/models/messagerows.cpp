// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/messagerows.h"

#include "engine/wording.h"
#include "models/when.h"
#include "phone/phonenumber.h"

namespace models {

namespace {

bool shownAlike(const domain::Message &a, const domain::Message &b)
{
    return a.state == b.state && a.sinceMs == b.sinceMs && a.errorCode == b.errorCode && a.note == b.note &&
           a.text == b.text && a.name == b.name;
}

} // namespace

MessageRows::MessageRows(const QList<Field> &columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(columns)
{
}

QString MessageRows::campaignName(qint64) const
{
    return {};
}

void MessageRows::replace(const QList<domain::Message> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void MessageRows::append(const QList<domain::Message> &rows)
{
    if (rows.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

void MessageRows::prepend(const QList<domain::Message> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
    m_rows = rows + m_rows;
    endInsertRows();
}

void MessageRows::update(int row, const domain::Message &message)
{
    if (shownAlike(message, m_rows.at(row)))
        return;
    m_rows[row] = message;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

int MessageRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MessageRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QString MessageRows::text(const domain::Message &message, Field field) const
{
    switch (field) {
    case Field::Number:
        return phone::forDisplay(message.number);
    case Field::Name:
        return message.name;
    case Field::Text:
        return message.text.simplified();
    case Field::State:
        return engine::wording::state(message.state);
    case Field::Since:
        return sinceInWords(message.sinceMs);
    case Field::Reason:
        return engine::wording::messageReason(message);
    case Field::Campaign:
        return campaignName(message.campaign);
    }
    return {};
}

QVariant MessageRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const domain::Message &message = m_rows.at(index.row());
    const Field field = m_columns.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(message, field);
    case Qt::ToolTipRole:
        return field == Field::Text ? message.text : text(message, field);
    case StateRole:
        return static_cast<int>(message.state);
    case IdRole:
        return message.id;
    case CampaignRole:
        return message.campaign;
    default:
        return {};
    }
}

QVariant MessageRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= m_columns.size())
        return {};
    switch (m_columns.at(section)) {
    case Field::Number:
        return tr("Number", "column");
    case Field::Name:
        return tr("Name", "column");
    case Field::Text:
        return tr("Text", "column");
    case Field::State:
        return tr("State", "column");
    case Field::Since:
        return tr("Since", "column: when it came into its state");
    case Field::Reason:
        return tr("Reason and next step", "column");
    case Field::Campaign:
        return tr("Campaign", "column");
    }
    return {};
}

} // namespace models
