// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/ink.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QWidget>

namespace gui {

namespace {

// Of one widget: it gives it the colour of the application's palette, not of its own, which may be the old
// one.
class Inking final : public QObject
{
public:
    explicit Inking(QWidget *widget)
        : QObject(widget)
        , m_widget(widget)
    {
        setObjectName(QStringLiteral("inking"));
        widget->installEventFilter(this);
    }

    void use(Ink ink)
    {
        m_ink = ink;
        const QColor colour = ink(QApplication::palette());
        if (m_widget->testAttribute(Qt::WA_SetPalette) &&
            m_widget->palette().color(QPalette::WindowText) == colour)
            return;
        QPalette palette;
        palette.setColor(QPalette::WindowText, colour);
        m_widget->setPalette(palette);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationPaletteChange)
            use(m_ink);
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget *m_widget;
    Ink m_ink = nullptr;
};

} // namespace

void setInk(QWidget *widget, Ink ink)
{
    auto *inking = static_cast<Inking *>(
        widget->findChild<QObject *>(QStringLiteral("inking"), Qt::FindDirectChildrenOnly));
    (inking ? inking : new Inking(widget))->use(ink);
}

} // namespace gui
