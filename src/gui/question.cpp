// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/question.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace gui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::Question)
};

QMessageBox::ButtonRole role(Answer::Kind kind)
{
    switch (kind) {
    case Answer::Agree:
        return QMessageBox::AcceptRole;
    case Answer::Destroy:
        return QMessageBox::DestructiveRole;
    case Answer::Leave:
        break;
    }
    return QMessageBox::RejectRole;
}

} // namespace

int ask(QWidget *parent, const Question &question)
{
    QMessageBox box(question.grave ? QMessageBox::Warning : QMessageBox::Question, question.title,
                    question.words, QMessageBox::NoButton, parent);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(question.more);
    QList<const QAbstractButton *> buttons;
    QPushButton *leave = nullptr;
    bool hesitating = question.hesitating;
    for (const Answer &answer : question.answers) {
        QPushButton *button = box.addButton(answer.words, role(answer.kind));
        buttons.append(button);
        hesitating = hesitating || answer.kind == Answer::Destroy;
        if (answer.kind == Answer::Leave)
            leave = button;
    }
    if (leave) {
        box.setEscapeButton(leave);
        if (hesitating)
            box.setDefaultButton(leave);
    }
    box.exec();
    return static_cast<int>(buttons.indexOf(box.clickedButton()));
}

bool agreed(QWidget *parent, const Question &question)
{
    return ask(parent, question) == 0;
}

void warn(QWidget *parent, const QString &words)
{
    Question problem;
    problem.words = words;
    problem.grave = true;
    problem.answers = {{Words::tr("Close"), Answer::Leave}};
    ask(parent, problem);
}

} // namespace gui
