// SPDX-License-Identifier: GPL-3.0-or-later
// A large figure with its sign and word, on a card: how many of a campaign's messages are in a group.
#pragma once

#include "domain/progress.h"

#include <QColor>
#include <QFrame>
#include <QHash>

class QLabel;

namespace gui {

// A group's name in the names of its widgets.
QString nameOf(domain::StateGroup group);
// Those of a campaign that are shown: the four that every campaign has, and others where there are some.
QList<domain::StateGroup> shownFigures(const domain::Progress &progress);
// As large digits: what is under way has nothing to say by its colour.
QColor figureColour(domain::StateGroup group, const QPalette &palette);

class Figure final : public QFrame
{
    Q_OBJECT
public:
    explicit Figure(QWidget *parent = nullptr);
    void setFigure(domain::StateGroup group, qint64 value);
    qint64 value() const { return m_value; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QLabel *m_figure;
    QLabel *m_word;
    domain::StateGroup m_group = domain::StateGroup::Delivered;
    qint64 m_value = 0;
};

// A campaign's figures side by side.
class Figures final : public QWidget
{
    Q_OBJECT
public:
    explicit Figures(QWidget *parent = nullptr);
    void setProgress(const domain::Progress &progress);

private:
    QHash<domain::StateGroup, Figure *> m_figures;
};

} // namespace gui
