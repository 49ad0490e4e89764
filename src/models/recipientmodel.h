// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody who gets a message that is being written, with the text, length and price of each.
#pragma once

#include "domain/account.h"
#include "domain/message.h"

#include <QAbstractTableModel>

namespace models {

class RecipientModel final : public QAbstractTableModel
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
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();
    QString priceOf(const domain::Message &message) const;

    QList<domain::Message> m_messages;
    QList<qsizetype> m_shown;
    domain::SendingRules m_prices;
    QString m_search;
};

} // namespace models
