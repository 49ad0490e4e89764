// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/figure.h"

#include "engine/language.h"
#include "gui/widgets/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace gui {

Figure::Figure(QWidget *parent)
    : QFrame(parent)
    , m_figure(new QLabel(this))
    , m_word(new QLabel(this))
{
    setProperty("card", true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(2);
    layout->addWidget(m_figure);
    layout->addWidget(m_word);
    m_figure->setFont(theme::figure(font()));
}

void Figure::setFigure(const QString &sign, const QString &word, qint64 value, const QColor &colour)
{
    m_value = value;
    QPalette colours = palette();
    if (value > 0)
        colours.setColor(QPalette::Text, colour); // on a Base background labels draw with Text
    m_figure->setPalette(colours);
    m_figure->setText(engine::language::locale().toString(value));
    m_word->setText(QString(sign + QStringLiteral("  ") + word));
    setAccessibleName(word);
    setAccessibleDescription(m_figure->text());
    m_figure->setAccessibleName(word);
    m_figure->setAccessibleDescription(m_figure->text());
}

} // namespace gui
