// SPDX-License-Identifier: GPL-3.0-or-later
// Saved texts as a list, by name.
#pragma once

#include "models/list.h"
#include "storage/textrepository.h"

namespace models {

class TextModel final : public List
{
    Q_OBJECT
public:
    using List::List;

    void refresh();
    const storage::SavedText &text(int row) const { return m_rows.at(row); }
    int rowOf(const QString &name) const; // -1: none has it

private:
    qsizetype rows() const override { return m_rows.size(); }
    QVariant value(int place, int role) const override;

    QList<storage::SavedText> m_rows;
};

} // namespace models
