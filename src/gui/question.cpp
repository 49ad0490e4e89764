// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/question.h"

#include "gui/widgets/theme.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QInputDialog>
#include <QMessageBox>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>

namespace gui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::Question)
};

QMessageBox::ButtonRole role(Answer::Kind kind)
{
    const auto other = kind == Answer::Destroy ? QMessageBox::DestructiveRole : QMessageBox::RejectRole;
    return kind == Answer::Agree ? QMessageBox::AcceptRole : other;
}

// Our own, as the strips have it: a mark in the colour of what failed.
QPixmap graveSign(const QWidget &box)
{
    const int side = 2 * box.fontMetrics().height();
    const qreal ratio = box.devicePixelRatioF();
    QPixmap sign(QSize(side, side) * ratio);
    sign.setDevicePixelRatio(ratio);
    sign.fill(Qt::transparent);
    QPainter painter(&sign);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::failed(box.palette()), 2));
    painter.drawEllipse(QRectF(1, 1, side - 2, side - 2));
    QFont font = theme::title(box.font());
    painter.setFont(font);
    painter.drawText(QRectF(0, 0, side, side), Qt::AlignCenter, QStringLiteral("!"));
    return sign;
}

} // namespace

int ask(QWidget *parent, const Question &question)
{
    QMessageBox box(QMessageBox::NoIcon, question.title, question.words, QMessageBox::NoButton, parent);
    if (question.grave)
        box.setIconPixmap(graveSign(box));
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

std::optional<QString> askForLine(QWidget *parent, const QString &title, const QString &label,
                                  const QString &text, const QString &agree)
{
    constexpr int characters = 60;
    QInputDialog dialog(parent);
    dialog.setWindowTitle(title);
    dialog.setLabelText(label);
    dialog.setTextValue(text);
    dialog.setOkButtonText(agree);
    dialog.setCancelButtonText(Words::tr("Cancel"));
    dialog.resize(characters * dialog.fontMetrics().averageCharWidth(), dialog.sizeHint().height());
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.textValue();
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
