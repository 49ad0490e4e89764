// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/progressdelegate.h"

#include "gui/widgets/statebar.h"

#include <QPainter>

#include <algorithm>

namespace gui {

namespace {

constexpr int thickness = 3; // pixels
constexpr int margin = 4;

} // namespace

ProgressDelegate::ProgressDelegate(int role, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_role(role)
{
}

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant progress = index.data(m_role);
    if (!progress.canConvert<domain::Progress>())
        return;
    const QRectF bar(option.rect.left() + margin, option.rect.bottom() - margin - thickness + 1,
                     option.rect.width() - 2 * margin, thickness);
    paintShares(painter, bar, progress.value<domain::Progress>(), option.palette);
}

} // namespace gui
