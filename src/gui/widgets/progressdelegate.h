// SPDX-License-Identifier: GPL-3.0-or-later
// How far a campaign has come: the words, and beneath them a bar that says the same.
#pragma once

#include <QStyledItemDelegate>

namespace gui {

class ProgressDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ProgressDelegate(int role, QObject *parent); // what is done, in percent, in this role

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    int m_role;
};

} // namespace gui
