// SPDX-License-Identifier: GPL-3.0-or-later
// A light strip that states a problem, with its remedies as buttons.
#pragma once

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
    void say(Kind kind, const QString &text); // empty text hides it
    QString text() const;
    QPushButton *addButton(const QString &objectName); // its text is set by the owner

private:
    void makeRoom();

    QHBoxLayout *m_layout;
    QLabel *m_label;
};

} // namespace gui
