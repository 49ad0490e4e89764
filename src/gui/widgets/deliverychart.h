// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries over time as a few painted columns; read aloud as sentences.
#pragma once

#include "storage/journaltimes.h"

#include <QFrame>
#include <QList>

namespace gui {

// "Deliveries, 12:00 to 12:05", or that there are none.
QString deliveriesCaption(const storage::Deliveries &deliveries);
// Each span in words, for those who do not see the columns.
QString deliveriesInWords(const storage::Deliveries &deliveries);

class DeliveryChart final : public QFrame
{
    Q_OBJECT
public:
    explicit DeliveryChart(QWidget *parent = nullptr);
    static constexpr int columns = 12;
    void setDeliveries(const storage::Deliveries &deliveries); // in `columns` spans
    QSize sizeHint() const override { return {280, 92}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<qint64> m_columns;
    QString m_caption;
};

} // namespace gui
