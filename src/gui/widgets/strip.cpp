// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/strip.h"

#include "engine/language.h"

#include <QDialog>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTimer>

namespace gui {

Strip::Strip(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QHBoxLayout(this))
    , m_label(new QLabel(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setObjectName(QStringLiteral("stripText"));
    m_layout->setContentsMargins(10, 5, 6, 5);
    m_layout->addWidget(m_label, 1);
    hide();
}

void Strip::say(Kind kind, const QString &text)
{
    m_label->setText(text);
    m_sentence.clear();
    m_language = engine::language::current();
    m_kind = kind;
    const QString look = QLatin1String(kind == Error ? "error" : kind == Warning ? "warning" : "notice");
    if (property("kind") != look) {
        setProperty("kind", look);
        style()->unpolish(this);
        style()->polish(this);
    }
    setVisible(!text.isEmpty());
    if (!text.isEmpty())
        QTimer::singleShot(0, this, &Strip::makeRoom);
}

// Whoever owns it hears of the new language before it.
void Strip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || m_language == engine::language::current())
        return;
    say(m_kind, Sentence(m_sentence));
}

// A dialog does not grow for wrapped text by itself: its fields would be squeezed.
void Strip::makeRoom()
{
    auto *dialog = qobject_cast<QDialog *>(window());
    const QLayout *layout = dialog ? dialog->layout() : nullptr;
    if (!layout)
        return;
    const int wanted = layout->hasHeightForWidth() ? layout->totalHeightForWidth(dialog->width())
                                                   : layout->totalSizeHint().height();
    if (wanted > dialog->height())
        dialog->resize(dialog->width(), wanted);
}

QString Strip::text() const
{
    return m_label->text();
}

QPushButton *Strip::addButton(const QString &objectName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    m_layout->addWidget(button);
    return button;
}

} // namespace gui
