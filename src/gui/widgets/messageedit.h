// SPDX-License-Identifier: GPL-3.0-or-later
// The message editor: marks characters outside GSM and merge fields inline, completes fields on '{'.
#pragma once

#include <QPlainTextEdit>
#include <QStringList>

#include <optional>

class QCompleter;

namespace gui {

class Proofreader;
class SpellMarks;

class MessageEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit MessageEdit(QWidget *parent = nullptr);

    // Those that are offered; complete: any other that the text names is marked as unknown.
    void setFields(const QStringList &fields, bool complete);
    void setUnknownFields(const QStringList &fields); // that nobody has, whatever is complete
    const QStringList &fields() const { return m_fields; }
    void replaceAll(const QString &text); // as one step that Ctrl+Z takes back
    void setUnicodeAllowed(bool allowed); // then nothing is marked as outside GSM

    void readWith(Proofreader *proofreader); // misspelt words are marked; none: they are not

    // A field whose name is being typed: it has no end yet, and the cursor is in it.
    struct BegunField
    {
        qsizetype position = 0; // of its brace
        QString text;           // "{na"
    };
    std::optional<BegunField> begunField() const;

Q_SIGNALS:
    void begunFieldLeft(); // the cursor went elsewhere

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void mark();
    void offerFields();

    QStringList m_fields;
    QStringList m_unknownFields;
    bool m_fieldsComplete = false;
    QCompleter *m_completer = nullptr;
    SpellMarks *m_spellMarks = nullptr;
    bool m_unicodeAllowed = false;
    bool m_inField = false;
};

} // namespace gui
