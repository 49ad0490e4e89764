// SPDX-License-Identifier: GPL-3.0-or-later
// The one box that asks a person to decide, and the one that says what went wrong.
#pragma once

#include <QList>
#include <QString>

#include <optional>

class QWidget;

namespace gui {

struct Answer
{
    enum Kind {
        Agree,
        Destroy, // what it does cannot be taken back
        Leave,   // all stays as it is: Escape, and closing the box
    };
    QString words;
    Kind kind = Agree;
};

struct Question
{
    QString words;
    QString more; // what follows from it, in smaller print
    QList<Answer> answers;
    QString title = QStringLiteral("Budstikke");
    bool grave = false;      // with a sign of warning
    bool hesitating = false; // Enter leaves all as it is, as it does wherever something would be destroyed
};

// The place of the answer; -1 when the box was closed and none leaves all as it is.
int ask(QWidget *parent, const Question &question);
// Whether it is the first of the answers.
bool agreed(QWidget *parent, const Question &question);

// A line of text, in a box wide enough for its title, whose button says what comes of it; nullopt: nothing
// shall.
std::optional<QString> askForLine(QWidget *parent, const QString &title, const QString &label,
                                  const QString &text, const QString &agree);

void warn(QWidget *parent, const QString &words);

} // namespace gui
