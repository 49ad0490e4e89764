// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/contactmodel.h"

#include "phone/phonenumber.h"

#include <QMimeData>

namespace models {
using namespace Qt::StringLiterals;

namespace {
constexpr int pageSize = 200;
} // namespace

void ContactModel::setFilter(const storage::ContactFilter &filter)
{
    storage::ContactFilter wanted = filter;
    wanted.search = filter.search.simplified();
    wanted.order = m_filter.order; // stays as it was chosen
    wanted.orderField = m_filter.orderField;
    wanted.descending = m_filter.descending;
    m_filter = wanted;
    read(pageSize);
}

void ContactModel::sort(int column, Qt::SortOrder order)
{
    using storage::ContactOrder;
    m_filter.orderField.clear();
    m_filter.descending = order == Qt::DescendingOrder;
    switch (column) {
    case Number:
        m_filter.order = ContactOrder::ByNumber;
        break;
    case Groups:
        m_filter.order = ContactOrder::ByGroups;
        break;
    case OptedOut:
        m_filter.order = ContactOrder::ByOptOut;
        break;
    default:
        m_filter.order = column >= OwnFields ? ContactOrder::ByField : ContactOrder::ByName;
        m_filter.orderField = m_fields.value(column - OwnFields);
        m_filter.descending = m_filter.descending && column >= 0;
    }
    read(pageSize);
}

void ContactModel::refresh()
{
    read(qMax(pageSize, static_cast<int>(m_rows.size())));
}

void ContactModel::read(int rows)
{
    storage::ContactRepository contacts(m_reader);
    storage::ContactFilter filter = m_filter;
    filter.limit = rows;
    auto fresh = contacts.list(filter);
    const auto total = contacts.count(m_filter);
    auto fields = contacts.fieldNames();
    if (!fresh || !total || !fields) {
        Q_EMIT readFailed(!fresh ? fresh.error() : !total ? total.error() : fields.error());
        return;
    }
    beginResetModel();
    m_rows = std::move(fresh).value();
    m_fields = std::move(fields).value();
    m_total = *total;
    endResetModel();
}

Qt::ItemFlags ContactModel::flags(const QModelIndex &index) const
{
    return Table::flags(index) | Qt::ItemIsDragEnabled;
}

QStringList ContactModel::mimeTypes() const
{
    return {chosenContactsType()};
}

QMimeData *ContactModel::mimeData(const QModelIndexList &) const
{
    auto *marked = new QMimeData;
    marked->setData(chosenContactsType(), {});
    return marked;
}

QString chosenContactsType()
{
    return u"application/x-budstikke-chosen-contacts"_s;
}

bool ContactModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_rows.isEmpty() && m_rows.size() < m_total;
}

void ContactModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    storage::ContactFilter filter = m_filter;
    filter.limit = pageSize;
    filter.afterId = m_rows.constLast().id;
    filter.offset = m_rows.size();
    QList<domain::Contact> page;
    if (!take(storage::ContactRepository(m_reader).list(filter), page))
        return;
    if (page.isEmpty()) { // fewer than there were
        m_total = m_rows.size();
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(page.size()) - 1);
    m_rows += page;
    endInsertRows();
}

QString ContactModel::text(const domain::Contact &contact, int column) const
{
    switch (column) {
    case Name:
        return contact.name;
    case Number:
        return phone::forDisplay(contact.number);
    case Groups:
        return contact.groups.join(u", "_s);
    case OptedOut:
        return contact.optedOut ? tr("Opted out") : QString();
    default:
        return contact.fields.value(m_fields.value(column - OwnFields)).simplified();
    }
}

QVariant ContactModel::cell(int row, int column, int role) const
{
    const bool isSaid = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
    return isSaid ? text(m_rows.at(row), column) : QVariant();
}

QStringList ContactModel::titles() const
{
    return QStringList{tr("Name", "column"), tr("Number", "column"), tr("Groups", "column"),
                       tr("Opted out", "column")} +
           m_fields;
}

} // namespace models
