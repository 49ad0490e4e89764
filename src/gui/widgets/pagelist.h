// SPDX-License-Identifier: GPL-3.0-or-later
// The list of pages at the left of the window, as wide as its longest word; the last one, the settings,
// stands at its foot.
#pragma once

#include <QListWidget>

namespace gui {

class PageList final : public QListWidget
{
    Q_OBJECT
public:
    explicit PageList(QWidget *parent = nullptr);

    void rename(int row, const QString &title, qint64 unread); // in a badge, where there are any
    QSize sizeHint() const override;
    QRect visualRect(const QModelIndex &index) const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void reachTheFoot();
};

} // namespace gui
