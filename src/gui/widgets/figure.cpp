// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/figure.h"

#include "base/words.h"
#include "engine/language.h"
#include "engine/wording.h"
#include "gui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

using domain::StateGroup;

constexpr base::Words<StateGroup::Cancelled> names({"delivered", "underWay", "failed", "uncertain",
                                                    "duplicate", "held", "noConfirmation", "cancelled"});

} // namespace

QString nameOf(StateGroup group)
{
    return names.of(group);
}

QList<domain::StateGroup> shownFigures(const domain::Progress &progress)
{
    QList<domain::StateGroup> shown = domain::allStateGroups();
    shown.removeIf([&progress](domain::StateGroup group) {
        return group > domain::StateGroup::Uncertain && progress.of(group) == 0;
    });
    return shown;
}

QColor figureColour(domain::StateGroup group, const QPalette &palette)
{
    return group == domain::StateGroup::UnderWay ? palette.color(QPalette::WindowText)
                                                 : theme::ofGroup(group, palette);
}

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

void Figure::setFigure(domain::StateGroup group, qint64 value)
{
    const QString word = engine::wording::group(group);
    m_value = value;
    m_group = group;
    colour();
    m_figure->setText(engine::language::locale().toString(value));
    m_word->setText(QString(theme::signOf(group) + QStringLiteral("  ") + word));
    setAccessibleName(word);
    setAccessibleDescription(m_figure->text());
    m_figure->setAccessibleName(word);
    m_figure->setAccessibleDescription(m_figure->text());
}

// By the application's palette: at a change of appearance its own is still the old one.
void Figure::colour()
{
    QPalette colours;
    if (m_value > 0) // on a Base background labels draw with Text
        colours.setColor(QPalette::Text, figureColour(m_group, QApplication::palette()));
    m_figure->setPalette(colours);
}

void Figure::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        colour();
}

Figures::Figures(QWidget *parent)
    : QWidget(parent)
{
    constexpr int spacing = 12;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    for (const domain::StateGroup group : domain::allStateGroups()) {
        auto *figure = new Figure(this);
        figure->setObjectName(nameOf(group) + "Figure"_L1);
        row->addWidget(figure, 1);
        m_figures.insert(group, figure);
    }
}

void Figures::setProgress(const domain::Progress &progress)
{
    const QList<domain::StateGroup> shown = shownFigures(progress);
    for (const auto &[group, figure] : m_figures.asKeyValueRange()) {
        figure->setFigure(group, progress.of(group));
        figure->setVisible(shown.contains(group));
    }
}

} // namespace gui
