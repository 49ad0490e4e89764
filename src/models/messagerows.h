// SPDX-License-Identifier: GPL-3.0-or-later
// Messages as table rows: what the models of a campaign's and of all messages have in common. One delegate
// draws both.
#pragma once

#include "base/result.h"
#include "domain/message.h"

#include <QAbstractTableModel>

namespace models {

class MessageRows : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { StateRole = Qt::UserRole, IdRole, CampaignRole };

    const domain::Message &message(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void readFailed(const base::Error &error);

protected:
    enum class Field { Number, Name, Text, State, Since, Reason, Campaign };

    MessageRows(const QList<Field> &columns, QObject *parent);

    virtual QString campaignName(qint64 campaign) const;
    QString shown(const domain::Message &message, int column) const
    {
        return text(message, m_columns.at(column));
    }
    const QList<domain::Message> &rows() const { return m_rows; }
    void replace(const QList<domain::Message> &rows);
    void append(const QList<domain::Message> &rows);
    void prepend(const QList<domain::Message> &rows);
    // Those that look otherwise than before are announced, so that selection and place stay.
    void update(int row, const domain::Message &message);

private:
    QString text(const domain::Message &message, Field field) const;

    const QList<Field> m_columns;
    QList<domain::Message> m_rows;
};

} // namespace models
