// SPDX-License-Identifier: GPL-3.0-or-later
// A month in which days are marked with how much is planned on them; every field for a day opens one.
#pragma once

#include <QCalendarWidget>
#include <QMap>

class QDateTimeEdit;

namespace gui {

class MonthCalendar final : public QCalendarWidget
{
    Q_OBJECT
public:
    explicit MonthCalendar(QWidget *parent = nullptr);
    static void openFrom(QDateTimeEdit *edit); // instead of Qt's own, where days and their names were "…"
    void setMarks(const QMap<QDate, int> &marks);

protected:
    void paintCell(QPainter *painter, const QRect &area, QDate day) const override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    QMap<QDate, int> m_marks;
};

} // namespace gui
