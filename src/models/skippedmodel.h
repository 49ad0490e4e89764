// SPDX-License-Identifier: GPL-3.0-or-later
// Who is left out of a message that is being written: the person, where the row stands, what stands there and
// why it is left out. A wrong number is retyped in place.
#pragma once

#include "domain/campaign.h"
#include "models/searchedtable.h"

#include <QHash>

namespace models {

class SkippedModel final : public SearchedTable
{
    Q_OBJECT
public:
    enum Column { Name, Source, Row, Value, Why, ColumnCount };

    using SearchedTable::SearchedTable;

    void setRows(const QList<domain::Skipped> &rows);
    const domain::Skipped &skipped(int row) const { return m_rows.at(placeOf(row)); }
    const QList<domain::Skipped> &all() const { return m_rows; }
    static bool isCorrectable(const domain::Skipped &skipped); // its number is wrong, or may be

    // Of a correctable Value: tells with retyped(), and the row changes with the next setRows(). A number
    // that is still wrong stays as it was typed, with its own reason.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void retyped(const domain::Skipped &skipped, const QString &number);

private:
    qsizetype allRows() const override { return m_rows.size(); }   // as they were read
    bool has(qsizetype place, const QString &text) const override; // name, source, value or reason
    QString sortKey(qsizetype place, int column) const override;
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QStringList titles() const override;

    QString shownValue(const domain::Skipped &row) const;
    QString why(const domain::Skipped &row) const;

    QList<domain::Skipped> m_rows;
    QHash<QString, QString> m_typed; // in the place of what stands there, by row and value
};

} // namespace models
