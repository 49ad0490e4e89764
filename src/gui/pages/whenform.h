// SPDX-License-Identifier: GPL-3.0-or-later
// "When and how": everything about a message that most never need, in one place that folds away.
#pragma once

#include "engine/draft.h"
#include "gui/widgets/form.h"

#include <QFrame>

namespace Ui {
class WhenForm;
}

namespace gui {

class WhenForm final : public QFrame
{
    Q_OBJECT
public:
    explicit WhenForm(QWidget *parent = nullptr);

    void writeTo(engine::Draft &draft) const; // time, repetition, options and mode
    void take(const engine::Draft &draft);
    void allowUnicode();
    void replaceLetters(); // in what goes into the fields
    void leaveOutLandlines();
    void refresh();                             // the time that is suggested, after a while
    QWidget *input(const QString &field) const; // as cli.md names it; nullptr: not here
    bool isUnicodeAllowed() const;
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void showTime();
    void suggestTime();
    void takeTime(const engine::Draft &draft);

    Form<Ui::WhenForm> m_ui;
    bool m_timeChosen = false; // by a person; else it is suggested
};

} // namespace gui
