// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell of a workbook means as text: exact numbers, dates by their format, escaped characters.
#pragma once

#include <QDate>
#include <QString>

namespace listfiles {

enum class DateKind { None, Date, TimeOnly, Elapsed };

// How a number format with this id, or of this code if it is the workbook's own, shows a number.
DateKind dateKindOf(int builtInId);
DateKind dateKindOf(const QString &formatCode);

// The number a cell holds, written plainly however the file writes it: 4.799992002E9 is "4799992002".
// Whole numbers are exact; others have 15 digits, as spreadsheets do. What is no number comes back as it is.
QString plainNumber(const QString &written);

// A spreadsheet's day number as "2024-01-31", with " 13:45" or " 13:45:10" if it has a time; a time alone as
// "13:45", hours above 24 for elapsed time. What is out of range comes back as plainNumber().
QString dateText(const QString &serial, DateKind kind, bool from1904);

constexpr int lastDay = 2958465; // 9999-12-31
// The day of a spreadsheet's day number; 29 February 1900, in which they believe, is the 28th.
QDate dayOf(qint64 number, bool from1904);

// Of a cell typed as a date in ISO 8601: the same form as dateText().
QString isoDateText(const QString &written);

// _x000A_ is how workbooks write a character that XML cannot hold, _x005F_ the underscore of such a text.
QString withoutEscapes(const QString &text);
QString withEscapes(const QString &text);

// Whether a sheet shows "+45 20123456" where 20123456 stands: its format says which country's number it is.
// Not for zeros alone, which any format may put before a number.
bool addsCountryCode(const QString &shown, const QString &exact);

} // namespace listfiles
