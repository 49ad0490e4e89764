// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/progressdelegate.h"

#include "gui/widgets/theme.h"

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
    const QVariant done = index.data(m_role);
    if (!done.isValid())
        return;
    const QRectF rail(option.rect.left() + margin, option.rect.bottom() - margin - thickness + 1,
                      option.rect.width() - 2 * margin, thickness);
    QRectF bar = rail;
    bar.setWidth(rail.width() * std::clamp(done.toDouble() / 100, 0.0, 1.0));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme::hairline(option.palette));
    painter->drawRoundedRect(rail, thickness / 2.0, thickness / 2.0);
    painter->setBrush(theme::accent(option.palette));
    painter->drawRoundedRect(bar, thickness / 2.0, thickness / 2.0);
    painter->restore();
}

} // namespace gui
