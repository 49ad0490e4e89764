// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/textsbutton.h"

#include "engine/texts.h"
#include "engine/wording.h"
#include "gui/question.h"

#include <QMenu>

namespace gui {
using namespace Qt::StringLiterals;

TextsButton::TextsButton(QWidget *parent)
    : MenuButton(parent)
{
    retranslate();
}

void TextsButton::begin(Context &context, std::function<storage::SavedText()> current)
{
    m_context = &context;
    m_current = std::move(current);
}

void TextsButton::fill()
{
    const auto texts = storage::TextRepository(m_context->reader).texts();
    if (texts) {
        for (const storage::SavedText &text : *texts) {
            // An ampersand in a name is not a mnemonic.
            QAction *action = menu()->addAction(QString(text.name).replace(u'&', "&&"_L1));
            connect(action, &QAction::triggered, this, [this, text] { Q_EMIT chosen(text); });
        }
    }
    if (menu()->isEmpty())
        menu()->addAction(tr("No saved texts yet"))->setEnabled(false);
    menu()->addSeparator();
    QAction *save = menu()->addAction(tr("&Save as text…"));
    save->setEnabled(!m_current().text.trimmed().isEmpty());
    connect(save, &QAction::triggered, this, &TextsButton::saveAs);
}

void TextsButton::saveAs()
{
    storage::SavedText text = m_current();
    text.name = askForLine(this, tr("Save as text"), tr("Name of the text"), text.text.simplified().left(30),
                           tr("Save"))
                    .value_or(QString())
                    .simplified();
    if (!text.name.isEmpty())
        keep(text, {});
}

void TextsButton::keep(const storage::SavedText &text, const QString &formerName)
{
    m_context->engine.call(
        this, [text, formerName](engine::Texts &texts) { return texts.save(text, formerName); },
        [this, text, formerName](const base::Result<void> &saved) {
            if (saved)
                return;
            if (!formerName.isEmpty() || saved.error().field != "name"_L1)
                return warn(this, engine::wording::sentence(saved.error()));
            Question question;
            question.words = tr("There is already a text named “%1”.").arg(text.name);
            question.answers = {{tr("Replace it"), Answer::Destroy}, {tr("Don't replace"), Answer::Leave}};
            if (agreed(this, question))
                keep(text, text.name);
        });
}

void TextsButton::retranslate()
{
    setText(tr("Texts ▾"));
    setAccessibleName(tr("Saved texts"));
    setToolTip(tr("Insert a saved text, or save this one"));
}

} // namespace gui
