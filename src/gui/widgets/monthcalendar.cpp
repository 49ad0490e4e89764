// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/monthcalendar.h"

#include "engine/language.h"
#include "gui/widgets/theme.h"

#include <QApplication>
#include <QDateTimeEdit>
#include <QEvent>
#include <QPainter>
#include <QTextCharFormat>
#include <QToolButton>

namespace gui {
using namespace Qt::StringLiterals;

MonthCalendar::MonthCalendar(QWidget *parent)
    : QCalendarWidget(parent)
{
    setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    setGridVisible(false);
    const std::pair<QLatin1String, QString> arrows[] = {{"qt_calendar_prevmonth"_L1, u"‹"_s},
                                                        {"qt_calendar_nextmonth"_L1, u"›"_s}};
    for (const auto &[name, sign] : arrows) {
        auto *button = findChild<QToolButton *>(name);
        button->setIcon({}); // Qt's is a green ball
        button->setText(sign);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    }
    fit();
}

void MonthCalendar::openFrom(QDateTimeEdit *edit)
{
    edit->setCalendarPopup(true);
    edit->setCalendarWidget(new MonthCalendar(edit));
}

// The days' names as short as the language has them, in a cell that any font fits in.
void MonthCalendar::fit()
{
    setLocale(engine::language::locale());
    setFirstDayOfWeek(locale().firstDayOfWeek());
    setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    QTextCharFormat plain;                                              // weekends are days like all others
    plain.setForeground(QApplication::palette().color(QPalette::Text)); // ours may be the old theme's yet
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        setWeekdayTextFormat(day, plain);
    findChild<QToolButton *>(u"qt_calendar_prevmonth"_s)->setAccessibleName(tr("Previous month"));
    findChild<QToolButton *>(u"qt_calendar_nextmonth"_s)->setAccessibleName(tr("Next month"));
    int widest = fontMetrics().horizontalAdvance(u"30"_s);
    for (int day = 1; day <= 7; ++day)
        widest = qMax(widest, fontMetrics().horizontalAdvance(locale().dayName(day, QLocale::ShortFormat)));
    constexpr int columns = 7;
    constexpr int rows = 8; // with the names of the days and the month's bar
    setMinimumSize(columns * (widest + 3 * theme::grid), rows * (fontMetrics().height() + theme::grid));
}

void MonthCalendar::setMarks(const QMap<QDate, int> &marks)
{
    m_marks = marks;
    updateCells();
}

void MonthCalendar::paintCell(QPainter *painter, const QRect &area, QDate day) const
{
    const int planned = day.month() == monthShown() ? m_marks.value(day) : 0;
    if (planned == 0)
        return QCalendarWidget::paintCell(painter, area, day);
    painter->save();
    const bool chosen = day == selectedDate();
    const QRect box = area.adjusted(2, 2, -2, -2);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(chosen ? theme::accent(palette()) : theme::tint(palette()));
    painter->drawRoundedRect(box, theme::grid / 2.0, theme::grid / 2.0);
    QFont bold = font();
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(chosen ? theme::onAccent(palette()) : palette().color(QPalette::Text));
    const QString words = planned == 1 ? QString::number(day.day())
                                       : tr("%1 (%2)", "day, how many").arg(day.day()).arg(planned);
    painter->drawText(box, Qt::AlignCenter, words);
    painter->restore();
}

void MonthCalendar::changeEvent(QEvent *event)
{
    QCalendarWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        fit();
}

} // namespace gui
