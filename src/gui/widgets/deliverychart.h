// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries over time as a few painted columns; read aloud as a sentence.
#pragma once

#include <QFrame>
#include <QList>

namespace gui {

class DeliveryChart final : public QFrame
{
    Q_OBJECT
public:
    explicit DeliveryChart(QWidget *parent = nullptr);
    // Times of deliveries, UTC milliseconds, in any order.
    void show(const QList<qint64> &times);
    QSize sizeHint() const override { return {280, 92}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<int> m_columns;
    QString m_caption;
};

} // namespace gui
