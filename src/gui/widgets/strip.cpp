// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/strip.h"

#include "gui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace gui {

Strip::Strip(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QHBoxLayout(this))
    , m_label(new QLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setObjectName(QStringLiteral("stripText"));
    m_layout->setContentsMargins(10, 5, 6, 5);
    m_layout->addWidget(m_label, 1);
    hide();
}

void Strip::say(Kind kind, const QString &text)
{
    m_label->setText(text);
    QPalette colours = palette();
    colours.setColor(QPalette::Window, kind == Error     ? theme::errorStrip(palette())
                                       : kind == Warning ? theme::warningStrip(palette())
                                                         : theme::card(palette()));
    setPalette(colours);
    setVisible(!text.isEmpty());
}

QString Strip::text() const
{
    return m_label->text();
}

QPushButton *Strip::addButton(const QString &objectName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    m_layout->addWidget(button);
    return button;
}

} // namespace gui
