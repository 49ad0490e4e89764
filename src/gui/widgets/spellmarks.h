// SPDX-License-Identifier: GPL-3.0-or-later
// Wavy lines beneath the misspelt words of an editor. The word that is being typed has none before it is
// left.
#pragma once

#include "spelling/words.h"

#include <QSyntaxHighlighter>

#include <optional>

class QMenu;
class QPlainTextEdit;

namespace gui {

class Proofreader;

class SpellMarks final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    SpellMarks(QPlainTextEdit &edit, Proofreader &proofreader);

    // On top of what the menu has: what to write in place of the word there, or that it is right; and beneath
    // all, the language.
    void addTo(QMenu &menu, int position);

protected:
    void highlightBlock(const QString &text) override;

private:
    struct Place // in the document
    {
        spelling::Word word;
        int position = 0;
    };
    std::optional<Place> wordAt(int position) const;
    void leaveWord();
    void markAnew(bool onlyWaiting);
    void addCorrections(QMenu &menu, const Place &place);
    void addLanguages(QMenu &menu);
    void replace(const Place &place, const QString &correction);

    QPlainTextEdit &m_edit;
    Proofreader &m_proofreader;
    int m_typedAt = -1; // the cursor's place after the last change, until it moves
};

} // namespace gui
