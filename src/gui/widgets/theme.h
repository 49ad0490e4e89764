// SPDX-License-Identifier: GPL-3.0-or-later
// The window's colours and measures in one place, for light and dark palettes. Colours carry meaning
// only with a sign or a word beside them.
#pragma once

#include "base/words.h"
#include "domain/message.h"

#include <QColor>
#include <QFont>
#include <QString>

class QAbstractSpinBox;
class QApplication;
class QLabel;
class QPalette;
class QPushButton;
class QWidget;

namespace gui::theme {

inline constexpr int grid = 8;       // pixels
inline constexpr int rowHeight = 31; // of tables

bool isDark(const QPalette &palette);
QColor accent(const QPalette &palette);
QColor onAccent(const QPalette &palette); // words on it
QColor delivered(const QPalette &palette);
QColor failed(const QPalette &palette);
QColor uncertain(const QPalette &palette);
QColor underWay(const QPalette &palette);
QColor duplicate(const QPalette &palette);
QColor muted(const QPalette &palette);        // labels, small print; contrast at least 4.5
QColor hairline(const QPalette &palette);     // borders of fields, chips and cards
QColor card(const QPalette &palette);         // raised surfaces
QColor tint(const QPalette &palette);         // what is chosen in a list, a table or among chips
QColor warningStrip(const QPalette &palette); // its background
QColor errorStrip(const QPalette &palette);
QColor ofGroup(domain::StateGroup group, const QPalette &palette);
QString signOf(domain::StateGroup group); // beside its word or its colour

QFont title(const QFont &base);  // page titles, semibold
QFont total(const QFont &base);  // the sum at the foot of a page
QFont figure(const QFont &base); // large figures
QFont small(const QFont &base);  // small print

// The one main action of a page: filled with the accent.
void makePrimary(QPushButton *button);
// A small label on a tint, as the demo's.
void makeBadge(QLabel *label);

// A dialog of so many characters by so many lines, as far as its screen has room.
void sizeByText(QWidget *dialog, int characters, int lines);

// As wide as its longest text, again after that changed: Qt asks for too little, and only once.
void fitSpin(QAbstractSpinBox *spin);

enum class Appearance { System, Light, Dark };
constexpr auto wordsOf(Appearance) // the stored form
{
    return base::Words<Appearance::Dark>({"system", "light", "dark"});
}
using base::identifier;
Appearance appearanceOf(const QString &word); // anything else: the system's
// Palette and the shapes of fields and buttons, for the whole application.
void dress(QApplication &application, Appearance appearance = Appearance::System);

} // namespace gui::theme
