// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a message's state with its sign and colour.
#pragma once

#include "domain/message.h"
#include "models/messagemodel.h"

#include <QStyledItemDelegate>

namespace gui {

class StateDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    // stateColumn: where the model has its state; what StateRole says decides sign and colour.
    explicit StateDelegate(QObject *parent, int stateColumn = models::MessageModel::State);
    static QString sign(domain::MessageState state);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const int m_stateColumn;
};

} // namespace gui
