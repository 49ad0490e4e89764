// SPDX-License-Identifier: GPL-3.0-or-later
// How a campaign went so far: the words, and beneath them the bar of its states.
#pragma once

#include <QStyledItemDelegate>

namespace gui {

class ProgressDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ProgressDelegate(int role, QObject *parent); // a domain::Progress is in this role

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    int m_role;
};

} // namespace gui
