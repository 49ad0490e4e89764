// SPDX-License-Identifier: GPL-3.0-or-later
// A rounded chip: a press opens what it stands for, its × (and Delete) takes it out.
#pragma once

#include <QPushButton>

namespace gui {

class ChipButton final : public QPushButton
{
    Q_OBJECT
public:
    // faulty: marked by a sign and by its colour.
    ChipButton(const QString &label, bool faulty, QWidget *parent);

    // At most so wide; its label is elided in the middle.
    int widthWithin(int most) const;
    void fit(const QPoint &place, int most, int height);
    QRect cross() const; // within the button

Q_SIGNALS:
    void removeWanted();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString shownWithin(int most) const;

    QString m_label;
    bool m_crossed = false; // the press began on its ×
};

} // namespace gui
