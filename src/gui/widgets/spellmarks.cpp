// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/spellmarks.h"

#include "gui/proofreader.h"
#include "gui/widgets/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextBlock>

#include <utility>

namespace gui {
using namespace Qt::StringLiterals;
using spelling::Verdict;

namespace {

enum BlockState { Judged, Waiting }; // Waiting: for what the dictionary says of some word

} // namespace

SpellMarks::SpellMarks(QPlainTextEdit &edit, Proofreader &proofreader)
    : QSyntaxHighlighter(static_cast<QObject *>(&edit))
    , m_edit(edit)
    , m_proofreader(proofreader)
{
    // Before the highlighter's own, which setDocument() connects.
    connect(edit.document(), &QTextDocument::contentsChange, this,
            [this](int, int, int) { m_typedAt = m_edit.textCursor().position(); });
    connect(&edit, &QPlainTextEdit::cursorPositionChanged, this, &SpellMarks::leaveWord);
    connect(&proofreader.speller(), &spelling::Speller::changed, this, [this] { markAnew(false); });
    connect(&proofreader.speller(), &spelling::Speller::judged, this, [this] { markAnew(true); });
    setDocument(edit.document());
}

// A mark is no change of the text: Qt says it is, and drafts would be kept and examined for it.
void SpellMarks::markAnew(bool onlyWaiting)
{
    const QSignalBlocker quiet(document());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (!onlyWaiting || block.userState() == Waiting)
            rehighlightBlock(block);
    }
}

void SpellMarks::leaveWord()
{
    if (m_typedAt < 0 || m_edit.textCursor().position() == m_typedAt)
        return;
    const QTextBlock block = document()->findBlock(std::exchange(m_typedAt, -1));
    const QSignalBlocker quiet(document());
    if (block.isValid())
        rehighlightBlock(block);
}

void SpellMarks::highlightBlock(const QString &text)
{
    QTextCharFormat misspelt;
    misspelt.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    misspelt.setUnderlineColor(theme::failed(m_edit.palette()));
    const qsizetype typedAt = m_typedAt - currentBlock().position();
    bool waiting = false;
    for (const spelling::Word &word : spelling::wordsIn(text)) {
        const Verdict verdict = m_proofreader.speller().verdict(word);
        waiting = waiting || verdict == Verdict::Unknown;
        const bool typed = word.position < typedAt && typedAt <= word.position + word.text.size();
        if (verdict == Verdict::Wrong && !typed)
            setFormat(static_cast<int>(word.position), static_cast<int>(word.text.size()), misspelt);
    }
    setCurrentBlockState(waiting ? Waiting : Judged);
}

std::optional<SpellMarks::Place> SpellMarks::wordAt(int position) const
{
    const QTextBlock block = document()->findBlock(position);
    const qsizetype at = position - block.position();
    for (const spelling::Word &word : spelling::wordsIn(block.text())) {
        if (word.position <= at && at <= word.position + word.text.size())
            return Place{word, block.position() + static_cast<int>(word.position)};
    }
    return std::nullopt;
}

void SpellMarks::addTo(QMenu &menu, int position)
{
    if (const auto place = wordAt(position))
        addCorrections(menu, *place);
    addLanguages(menu);
}

void SpellMarks::addCorrections(QMenu &menu, const Place &place)
{
    spelling::Speller &speller = m_proofreader.speller();
    const QString word = place.word.text;
    QAction *first = menu.actions().value(0);
    if (speller.isOwn(word)) {
        auto *forget = new QAction(tr("Remove “%1” from the dictionary").arg(word), &menu);
        connect(forget, &QAction::triggered, this, [this, word] { m_proofreader.forget(word); });
        menu.insertAction(first, forget);
        menu.insertSeparator(first);
        return;
    }
    if (speller.verdict(place.word) != Verdict::Wrong)
        return;
    auto *looking = new QAction(tr("Looking for suggestions…"), &menu);
    looking->setEnabled(false);
    auto *learn = new QAction(tr("Add “%1” to the dictionary").arg(word), &menu);
    connect(learn, &QAction::triggered, this, [this, word] { m_proofreader.learn(word); });
    menu.insertActions(first, {looking, learn});
    menu.insertSeparator(first);
    connect(&speller, &spelling::Speller::suggested, &menu,
            [this, &menu, place, looking, learn](const QString &asked, const QStringList &suggestions) {
                if (asked != place.word.text || !looking->isVisible())
                    return;
                for (const QString &suggestion : suggestions) {
                    auto *action = new QAction(suggestion, &menu);
                    connect(action, &QAction::triggered, this,
                            [this, place, suggestion] { replace(place, suggestion); });
                    menu.insertAction(learn, action);
                }
                looking->setText(tr("No suggestions"));
                looking->setVisible(suggestions.isEmpty());
            });
    speller.suggest(word);
}

void SpellMarks::addLanguages(QMenu &menu)
{
    auto *languages = new QMenu(tr("Spelling"), &menu);
    auto *group = new QActionGroup(languages);
    for (const ReadIn language : Proofreader::all()) {
        QAction *action = languages->addAction(Proofreader::words(language));
        action->setCheckable(true);
        action->setChecked(language == m_proofreader.language());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, language] { m_proofreader.read(language); });
    }
    menu.addSeparator();
    menu.addMenu(languages);
}

// As one step that Ctrl+Z takes back; the text may be another than when the menu was opened.
void SpellMarks::replace(const Place &place, const QString &correction)
{
    QTextCursor cursor(document());
    cursor.setPosition(place.position);
    cursor.setPosition(place.position + static_cast<int>(place.word.text.size()), QTextCursor::KeepAnchor);
    if (cursor.selectedText() == place.word.text)
        cursor.insertText(correction);
}

} // namespace gui
