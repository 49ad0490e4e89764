// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/messageedit.h"

#include "gui/widgets/spellmarks.h"
#include "gui/widgets/theme.h"
#include "smstext/count.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace gui {
using namespace Qt::StringLiterals;

MessageEdit::MessageEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    connect(this, &QPlainTextEdit::textChanged, this, &MessageEdit::mark);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        const bool in = begunField().has_value();
        if (std::exchange(m_inField, in) && !in)
            Q_EMIT begunFieldLeft();
    });
}

void MessageEdit::setFields(const QStringList &fields, bool complete)
{
    m_fields = fields;
    m_fieldsComplete = complete;
    mark();
}

void MessageEdit::setUnknownFields(const QStringList &fields)
{
    if (std::exchange(m_unknownFields, fields) != fields)
        mark();
}

void MessageEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange) // another appearance
        mark();
}

void MessageEdit::replaceAll(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

void MessageEdit::setUnicodeAllowed(bool allowed)
{
    m_unicodeAllowed = allowed;
    mark();
}

void MessageEdit::readWith(Proofreader *proofreader)
{
    if (proofreader && !m_spellMarks)
        m_spellMarks = new SpellMarks(*this, *proofreader);
}

void MessageEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_spellMarks && !isReadOnly())
        m_spellMarks->addTo(*menu, (byMouse ? cursorForPosition(event->pos()) : textCursor()).position());
    menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(cursorRect().bottomLeft()));
}

void MessageEdit::mark()
{
    static const QRegularExpression field(u"\\{[^{}]+\\}"_s);
    QList<QTextEdit::ExtraSelection> selections;
    const QString text = toPlainText();
    const QPalette ours = QApplication::palette();
    auto select = [&](qsizetype position, qsizetype length, const QTextCharFormat &format) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(static_cast<int>(position));
        selection.cursor.setPosition(static_cast<int>(position + length), QTextCursor::KeepAnchor);
        selection.format = format;
        selections.append(selection);
    };
    QTextCharFormat fieldFormat;
    QColor tint = theme::delivered(ours);
    tint.setAlphaF(0.18F);
    fieldFormat.setBackground(tint);
    fieldFormat.setForeground(theme::delivered(ours));
    QTextCharFormat unknownFormat;
    unknownFormat.setForeground(theme::failed(ours));
    unknownFormat.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    unknownFormat.setUnderlineColor(theme::failed(ours));
    auto matches = field.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString name = match.captured().chopped(1).sliced(1).section(u'|', 0, 0).trimmed();
        const bool known = (!m_fieldsComplete || m_fields.contains(name, Qt::CaseInsensitive)) &&
                           !m_unknownFields.contains(name, Qt::CaseInsensitive);
        select(match.capturedStart(), match.capturedLength(), known ? fieldFormat : unknownFormat);
    }
    if (!m_unicodeAllowed) {
        QTextCharFormat outside;
        outside.setBackground(theme::warningStrip(ours));
        outside.setUnderlineStyle(QTextCharFormat::DotLine);
        outside.setUnderlineColor(theme::uncertain(ours));
        for (const smstext::Mark &mark : smstext::nonGsmMarks(text))
            select(mark.position, mark.length, outside);
    }
    setExtraSelections(selections);
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_completer && m_completer->popup()->isVisible() &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Tab ||
         event->key() == Qt::Key_Escape)) {
        event->ignore(); // the list of fields answers
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // Ctrl+Return sends
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    if (event->text() == "{"_L1 || (m_completer && m_completer->popup()->isVisible()))
        offerFields();
}

std::optional<MessageEdit::BegunField> MessageEdit::begunField() const
{
    const QTextCursor cursor = textCursor();
    const QString line = cursor.block().text();
    const qsizetype at = cursor.positionInBlock();
    const qsizetype open = at > 0 ? line.lastIndexOf(u'{', at - 1) : -1;
    if (open < 0)
        return std::nullopt;
    const QString typed = line.mid(open + 1, at - open - 1);
    qsizetype braces = 1; // "{{" is a brace that is meant as one
    while (open - braces >= 0 && line.at(open - braces) == u'{')
        ++braces;
    const qsizetype end = line.indexOf(u'}', at);
    const qsizetype next = line.indexOf(u'{', at);
    const bool ended = end >= 0 && (next < 0 || end < next);
    const auto continues = [&typed](const QString &field) {
        return field.startsWith(typed, Qt::CaseInsensitive);
    };
    const bool word = !typed.contains(u' ') || std::any_of(m_fields.cbegin(), m_fields.cend(), continues);
    if (typed.contains(u'}') || braces % 2 == 0 || ended || !word)
        return std::nullopt;
    return BegunField{cursor.block().position() + open, line.mid(open, at - open)};
}

void MessageEdit::offerFields()
{
    if (m_fields.isEmpty())
        return;
    if (!m_completer) {
        m_completer = new QCompleter(this);
        m_completer->setWidget(this);
        m_completer->setModel(new QStringListModel(m_completer));
        connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
                [this](const QString &field) {
                    QTextCursor cursor = textCursor();
                    const std::optional<BegunField> begun = begunField();
                    if (!begun)
                        return;
                    cursor.setPosition(static_cast<int>(begun->position), QTextCursor::KeepAnchor);
                    cursor.insertText(QString(u'{' + field + u'}'));
                });
        m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    }
    const std::optional<BegunField> begun = begunField();
    if (!begun)
        return m_completer->popup()->hide();
    static_cast<QStringListModel *>(m_completer->model())->setStringList(m_fields);
    m_completer->setCompletionPrefix(begun->text.mid(1));
    if (m_completer->completionCount() == 0)
        return m_completer->popup()->hide();
    QRect place = cursorRect();
    place.setWidth(m_completer->popup()->sizeHintForColumn(0) +
                   m_completer->popup()->verticalScrollBar()->sizeHint().width() + 24);
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0)); // Return takes it
}

} // namespace gui
