// SPDX-License-Identifier: GPL-3.0-or-later
// A large figure with its sign and word, on a card.
#pragma once

#include <QColor>
#include <QFrame>

class QLabel;

namespace gui {

class Figure final : public QFrame
{
    Q_OBJECT
public:
    explicit Figure(QWidget *parent = nullptr);
    void setFigure(const QString &sign, const QString &word, qint64 value, const QColor &colour);
    qint64 value() const { return m_value; }

private:
    QLabel *m_figure;
    QLabel *m_word;
    qint64 m_value = 0;
};

} // namespace gui
