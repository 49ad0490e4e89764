// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recipientmodel.h"

#include "domain/accountrules.h"
#include "engine/language.h"
#include "phone/phonenumber.h"

namespace models {

RecipientModel::RecipientModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RecipientModel::setMessages(const QList<domain::Message> &messages, const domain::SendingRules &prices)
{
    beginResetModel();
    m_messages = messages;
    m_prices = prices;
    filter();
    endResetModel();
}

void RecipientModel::search(const QString &text)
{
    beginResetModel();
    m_search = text.trimmed();
    filter();
    endResetModel();
}

void RecipientModel::filter()
{
    QString digits = m_search;
    digits.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
    m_shown.clear();
    m_shown.reserve(m_messages.size());
    for (qsizetype i = 0; i < m_messages.size(); ++i) {
        const domain::Message &message = m_messages.at(i);
        if (m_search.isEmpty() || message.name.contains(m_search, Qt::CaseInsensitive) ||
            message.number.contains(digits) || message.text.contains(m_search, Qt::CaseInsensitive))
            m_shown.append(i);
    }
}

int RecipientModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int RecipientModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RecipientModel::priceOf(const domain::Message &message) const
{
    const auto ore = domain::pricePerSms(m_prices.pricePerSmsOre, m_prices.pricesByCountryOre,
                                         phone::countryOf(message.number));
    return ore ? tr("%1 kr").arg(
                     engine::language::locale().toString(double(*ore) * message.segments / 100, 'f', 2))
               : QString();
}

QVariant RecipientModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const domain::Message &message = m_messages.at(m_shown.at(index.row()));
    if (role == Qt::ToolTipRole && index.column() == Text)
        return message.text;
    if (role == Qt::TextAlignmentRole && (index.column() == Sms || index.column() == Price))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return message.name;
    case Number:
        return phone::forDisplay(message.number);
    case Text:
        return message.text.simplified();
    case Sms:
        return engine::language::locale().toString(message.segments);
    case Price:
        return priceOf(message);
    default:
        return {};
    }
}

void RecipientModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QVariant RecipientModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Number:
        return tr("Number");
    case Text:
        return tr("Text");
    case Sms:
        return tr("SMS");
    case Price:
        return tr("Price");
    default:
        return {};
    }
}

} // namespace models
