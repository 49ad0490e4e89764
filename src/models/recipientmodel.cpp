// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recipientmodel.h"

#include "domain/accountrules.h"
#include "engine/language.h"
#include "phone/phonenumber.h"
#include "storage/folding.h"

namespace models {

void RecipientModel::setMessages(const QList<domain::Message> &messages, const domain::SendingRules &prices)
{
    reset([&] {
        m_messages = messages;
        m_prices = prices;
    });
}

bool RecipientModel::has(qsizetype place, const QString &text) const
{
    const domain::Message &message = m_messages.at(place);
    QString digits = text;
    digits.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
    return message.name.contains(text, Qt::CaseInsensitive) || message.number.contains(digits) ||
           message.text.contains(text, Qt::CaseInsensitive);
}

QString RecipientModel::sortKey(qsizetype place, int column) const
{
    const domain::Message &message = m_messages.at(place);
    if (column == Number)
        return message.number;
    if (column == Sms || column == Price)
        return QString::number(message.segments).rightJustified(6, u'0');
    return storage::sortKey(column == Text ? message.text : message.name);
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
