// SPDX-License-Identifier: GPL-3.0-or-later
// Who must not be written to, as a table.
#pragma once

#include "models/table.h"
#include "storage/optoutrepository.h"

namespace models {

class OptOutModel final : public StoredTable
{
    Q_OBJECT
public:
    enum Column { Number, Since, How, ColumnCount };

    using StoredTable::StoredTable;

    void refresh();
    void setSearch(const QString &digits); // numbers that hold them; empty: all
    const domain::OptOut &optOut(int row) const { return m_rows.at(row); }

private:
    qsizetype rows() const override { return m_rows.size(); }
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QStringList titles() const override;
    void arrange() override { refresh(); } // by nothing chosen, as they are stored

    QString m_search;
    QList<domain::OptOut> m_rows;
};

} // namespace models
