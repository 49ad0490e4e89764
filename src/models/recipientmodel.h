// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody who gets a message that is being written, with the text, length and price of each.
#pragma once

#include "domain/account.h"
#include "domain/message.h"
#include "models/searchedtable.h"

namespace models {

class RecipientModel final : public SearchedTable
{
    Q_OBJECT
public:
    enum Column { Name, Number, Text, Sms, Price, ColumnCount };

    using SearchedTable::SearchedTable;

    void setMessages(const QList<domain::Message> &messages, const domain::SendingRules &prices);
    const domain::Message &message(int row) const { return m_messages.at(placeOf(row)); }
    using SearchedTable::placeOf; // in the order of sending

private:
    qsizetype allRows() const override { return m_messages.size(); }
    bool has(qsizetype place, const QString &text) const override; // name, number (in any form) or text
    QString sortKey(qsizetype place, int column) const override;
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QStringList titles() const override;
    bool isFigure(int column) const override { return column == Sms || column == Price; }
    QString priceOf(const domain::Message &message) const;

    QList<domain::Message> m_messages;
    domain::SendingRules m_prices;
};

} // namespace models
