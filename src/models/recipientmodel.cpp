// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recipientmodel.h"

#include "domain/accountrules.h"
#include "engine/language.h"
#include "phone/phonenumber.h"
#include "storage/folding.h"

#include <QHash>

namespace models {

RecipientModel::RecipientModel(QObject *parent)
    : Table(parent)
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
    if (sortColumn() < 0)
        return;
    QHash<qsizetype, QString> keys;
    for (const qsizetype place : std::as_const(m_shown))
        keys.insert(place, keyOf(m_messages.at(place)));
    inChosenOrder(m_shown, [&keys](qsizetype a, qsizetype b) { return keys[a] < keys[b]; });
}

void RecipientModel::arrange()
{
    beginResetModel();
    filter();
    endResetModel();
}

QString RecipientModel::keyOf(const domain::Message &message) const
{
    switch (sortColumn()) {
    case Number:
        return message.number;
    case Text:
        return storage::sortKey(message.text);
    case Sms:
    case Price:
        return QString::number(message.segments).rightJustified(6, u'0');
    default:
        return storage::sortKey(message.name);
    }
}

QString RecipientModel::priceOf(const domain::Message &message) const
{
    const auto ore = domain::pricePerSms(m_prices.pricePerSmsOre, m_prices.pricesByCountryOre,
                                         phone::countryOf(message.number));
    return ore ? tr("%1 kr").arg(
                     engine::language::locale().toString(double(*ore) * message.segments / 100, 'f', 2))
               : QString();
}

QVariant RecipientModel::cell(int row, int column, int role) const
{
    const domain::Message &message = this->message(row);
    if (role == Qt::ToolTipRole && column == Text)
        return message.text;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
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

QStringList RecipientModel::titles() const
{
    return {tr("Name"), tr("Number"), tr("Text"), tr("SMS"), tr("Price")};
}

} // namespace models
