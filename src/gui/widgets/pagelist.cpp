// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/pagelist.h"

#include "gui/widgets/theme.h"

#include <QEvent>

namespace gui {
using namespace Qt::StringLiterals;

PageList::PageList(QWidget *parent)
    : QListWidget(parent)
{
    setFrameShape(QFrame::NoFrame);
    setIconSize(QSize(20, 20));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    dress();
}

void PageList::dress()
{
    m_dressing = true;
    QColor chosen = theme::accent(palette());
    chosen.setAlphaF(0.14F);
    setStyleSheet(u"QListWidget{background:%1;padding:10px 8px;border-right:1px solid %2}"
                  "QListWidget::item{padding:7px 8px;border-radius:5px;color:%3}"
                  "QListWidget::item:selected{background:%4;color:%5}"
                  "QListWidget::item:focus{border:1px solid %5}"_s.arg(
                      palette().color(QPalette::Window).darker(theme::isDark(palette()) ? 115 : 103).name(),
                      theme::hairline(palette()).name(), palette().color(QPalette::WindowText).name(),
                      chosen.name(QColor::HexArgb), theme::accent(palette()).name()));
    m_dressing = false;
}

QSize PageList::sizeHint() const
{
    return {qMax(150, sizeHintForColumn(0) + 32), 300};
}

void PageList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_dressing)
        dress();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace gui
