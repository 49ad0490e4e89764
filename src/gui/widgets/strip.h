// SPDX-License-Identifier: GPL-3.0-or-later
// A light strip that states a problem, with its remedies as buttons. What it
// says is always in the window's language.
#pragma once

#include "gui/sentence.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace gui {

class Strip final : public QFrame
{
    Q_OBJECT
public:
    enum Kind { Warning, Error, Notice };

    explicit Strip(QWidget *parent = nullptr);
    // Empty text hides it. Gone when the language changes, unless its owner says
    // it again by then.
    void say(Kind kind, const QString &text);
    template <std::same_as<Sentence> Said> // not QString's {}
    void say(Kind kind, const Said &sentence)
    {
        say(kind, sentence.text());
        m_sentence = sentence;
    }
    QString text() const;
    QPushButton *addButton(const QString &objectName); // its text is set by the owner

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeRoom();

    Sentence m_sentence; // empty: it was said as text
    QString m_language;  // of the text
    Kind m_kind = Notice;
    QHBoxLayout *m_layout;
    QLabel *m_label;
};

} // namespace gui
