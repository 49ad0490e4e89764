// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody who gets a message that is being written, with the text, length and price of each.
#pragma once

#include "domain/account.h"
#include "domain/message.h"
#include "models/table.h"

namespace models {

class RecipientModel final : public Table
{
    Q_OBJECT
public:
    enum Column { Name, Number, Text, Sms, Price, ColumnCount };

    explicit RecipientModel(QObject *parent = nullptr);

    void setMessages(const QList<domain::Message> &messages, const domain::SendingRules &prices);
    // Shows those whose name, number (in any form) or text has it; empty: all.
    void search(const QString &text);
    const domain::Message &message(int row) const { return m_messages.at(m_shown.at(row)); }
    qint64 placeOf(int row) const { return m_shown.at(row); } // among all, in the order of sending

private:
    qsizetype rows() const override { return m_shown.size(); }
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QStringList titles() const override;
    bool isFigure(int column) const override { return column == Sms || column == Price; }
    void arrange() override; // by nothing chosen, in the order of sending
    void filter();
    QString keyOf(const domain::Message &message) const; // in the chosen order
    QString priceOf(const domain::Message &message) const;

    QList<domain::Message> m_messages;
    QList<qsizetype> m_shown;
    domain::SendingRules m_prices;
    QString m_search;
};

} // namespace models
