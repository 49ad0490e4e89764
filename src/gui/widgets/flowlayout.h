// SPDX-License-Identifier: GPL-3.0-or-later
// Lays items out in lines as words in a text: what does not fit goes to the next line, so that large
// text wraps instead of being cut. In each line an item that expands takes what is left.
#pragma once

#include <QLayout>

namespace gui {

class FlowLayout final : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool apply) const; // the height it takes

    QList<QLayoutItem *> m_items;
};

} // namespace gui
