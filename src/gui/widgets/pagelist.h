// SPDX-License-Identifier: GPL-3.0-or-later
// The list of pages at the left of the window, as wide as its longest word.
#pragma once

#include <QListWidget>

namespace gui {

class PageList final : public QListWidget
{
    Q_OBJECT
public:
    explicit PageList(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();
    bool m_dressing = false;
};

} // namespace gui
