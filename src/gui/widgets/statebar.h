// SPDX-License-Identifier: GPL-3.0-or-later
// A thin stacked bar of a campaign's states; read aloud as a sentence.
#pragma once

#include "domain/progress.h"

#include <QWidget>

class QPainter;

namespace gui {

// The bar itself, in an area of the painter's; rounded where the painter can cut, which paper does not need.
void paintShares(QPainter *painter, const QRectF &area, const domain::Progress &progress,
                 const QPalette &palette, bool rounded = true);

class StateBar final : public QWidget
{
    Q_OBJECT
public:
    explicit StateBar(QWidget *parent = nullptr);
    void setProgress(const domain::Progress &progress);
    QSize sizeHint() const override { return {200, 14}; }
    QSize minimumSizeHint() const override { return {60, 14}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    domain::Progress m_progress;
};

} // namespace gui
