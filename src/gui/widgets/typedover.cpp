// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/typedover.h"

#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

QStringList groups(const QString &text, const QString &pattern)
{
    QStringList found;
    auto matches = QRegularExpression(pattern).globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    return found;
}

} // namespace

TypedOver::TypedOver(QDateTimeEdit *edit)
    : QObject(edit)
    , m_edit(edit)
{
    edit->installEventFilter(this);
}

void TypedOver::mend(QDateTimeEdit *edit)
{
    new TypedOver(edit);
}

bool TypedOver::isAllSelected() const
{
    const auto *line = m_edit->findChild<QLineEdit *>();
    return line && line->hasSelectedText() && line->selectedText() == line->text();
}

bool TypedOver::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::MouseButtonPress)
        end();
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool letter = !key->text().isEmpty() && key->text().at(0).isPrint() &&
                        !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (letter && isAllSelected()) {
        m_typing = parts().size() > 1; // with one part, Qt reads all at once
        m_typed.clear();
        m_before = m_edit->dateTime();
        m_edit->setSelectedSection(m_edit->sectionAt(0));
    }
    if (!letter)
        end();
    if (!m_typing)
        return QObject::eventFilter(watched, event);
    m_typed += key->text();
    type(event);
    return true;
}

// Qt shows each part while it is typed; what stands in them all in the end is ours to say.
void TypedOver::type(QEvent *key)
{
    m_edit->removeEventFilter(this);
    QCoreApplication::sendEvent(m_edit, key);
    m_edit->installEventFilter(this);
    if (const auto whole = read())
        m_edit->setDateTime(*whole);
}

void TypedOver::end()
{
    if (m_typing && groups(m_typed, u"\\d+"_s).size() >= parts().size() && !read())
        m_edit->setDateTime(m_before);
    m_typing = false;
}

// "dd", "MM", "yyyy", "HH", "mm", in the order of the language.
QStringList TypedOver::parts() const
{
    const QString format = m_edit->displayFormat();
    return format.contains(u'a', Qt::CaseInsensitive) ? QStringList() // half days are left to Qt
                                                      : groups(format, u"d+|M+|y+|H+|h+|m+|s+"_s);
}

std::optional<QDateTime> TypedOver::read() const
{
    const QStringList wanted = parts();
    const QStringList typed = groups(m_typed, u"\\d+"_s);
    if (typed.size() != wanted.size())
        return std::nullopt;
    QMap<QChar, int> values;
    for (int i = 0; i < wanted.size(); ++i) {
        int value = typed.at(i).toInt();
        if (wanted.at(i).startsWith(u'y') && typed.at(i).size() <= 2)
            value += 2000;
        values.insert(wanted.at(i).at(0).toUpper() == u'H' ? QChar(u'H') : wanted.at(i).at(0), value);
    }
    const QDate day = values.contains(u'd')
                          ? QDate(values.value(u'y', m_before.date().year()),
                                  values.value(u'M', m_before.date().month()), values.value(u'd'))
                          : m_before.date();
    const QTime time = values.contains(u'H')
                           ? QTime(values.value(u'H'), values.value(u'm'), values.value(u's'))
                           : m_before.time();
    return day.isValid() && time.isValid() ? std::optional(QDateTime(day, time)) : std::nullopt;
}

} // namespace gui
