// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/textspage.h"

#include "engine/language.h"
#include "engine/texts.h"
#include "engine/wording.h"
#include "gateway/template.h"
#include "gui/pages/sendcounter.h"
#include "gui/widgets/sayatrest.h"
#include "gui/widgets/theme.h"
#include "models/textmodel.h"
#include "smstext/count.h"
#include "smstext/repair.h"
#include "ui_textspage.h"

#include <QPushButton>

namespace gui {
using namespace Qt::StringLiterals;

TextsPage::TextsPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(this)
    , m_model(new models::TextModel(context.reader, this))
{
    m_ui->list->ensurePolished(); // or its rows are laid out before they have their style
    m_ui->list->setModel(m_model);
    m_ui->list->setSpacing(3);
    m_ui->list->setMinimumWidth(18 * fontMetrics().averageCharWidth());
    m_ui->textEdit->setMinimumHeight(5 * fontMetrics().lineSpacing());
    m_ui->textEdit->readWith(context.proofreader);
    m_ui->templateForm->hide();
    m_ui->textKindCombo->addItem(QString(), QString());
    for (const QString &type : gateway::templateTypes())
        m_ui->textKindCombo->addItem(QString(), type);
    m_undoButton = m_ui->undoStrip->addButton(u"undoButton"_s);
    m_replaceButton = m_ui->strip->addButton(u"replaceButton"_s);

    connect(m_ui->newButton, &QPushButton::clicked, this, [this] { save([this] { begin(); }); });
    connect(m_ui->firstButton, &QPushButton::clicked, this, &TextsPage::begin);
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (!current.isValid() || m_model->text(current.row()).name == m_open.name)
                    return;
                const storage::SavedText chosen = m_model->text(current.row());
                save([this, chosen] { open(chosen); });
            });
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &TextsPage::showEdited);
    connect(m_ui->textEdit, &QPlainTextEdit::textChanged, this, &TextsPage::showEdited);
    connect(m_ui->templateForm, &TemplateForm::fieldsChanged, this, &TextsPage::showEdited);
    connect(m_ui->textKindCombo, &QComboBox::currentIndexChanged, this, [this](int) {
        m_ui->templateForm->setType(m_ui->textKindCombo->currentData().toString());
        showEdited();
    });
    connect(m_replaceButton, &QPushButton::clicked, this,
            [this] { m_ui->textEdit->setPlainText(smstext::repaired(m_ui->textEdit->toPlainText())); });
    connect(m_ui->saveButton, &QPushButton::clicked, this, [this] { save(); });
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &TextsPage::remove);
    connect(m_undoButton, &QPushButton::clicked, this, &TextsPage::undo);
    connect(m_ui->useButton, &QPushButton::clicked, this, [this] {
        const storage::SavedText text = edited();
        save([this, text] { Q_EMIT textChosen(text); });
    });
    connect(m_model, &models::TextModel::readFailed, this, [this](const base::Error &error) {
        m_problem = error;
        showEdited();
    });
    if (context.engine.isOpen())
        connect(context.engine.part<engine::Texts>(), &engine::Texts::changed, this, [this] { refresh(); });
    retranslate();
    refresh();
}

QString TextsPage::title() const
{
    return tr("Texts", "page");
}

void TextsPage::activated()
{
    refresh();
    if (!m_writing && m_model->rowCount() > 0)
        open(m_model->text(0));
    m_ui->list->setFocus();
}

void TextsPage::begin()
{
    m_ui->list->selectionModel()->clear();
    open({});
    m_ui->nameEdit->setFocus();
}

void TextsPage::open(const storage::SavedText &text)
{
    m_writing = true;
    m_problem.clear();
    m_open = text;
    m_ui->nameEdit->setText(text.name);
    m_ui->textKindCombo->setCurrentIndex(qMax(0, m_ui->textKindCombo->findData(text.templateType)));
    m_ui->templateForm->setFields(text.templateFields);
    m_ui->textEdit->setPlainText(text.text);
    if (const int row = m_model->rowOf(text.name); row >= 0)
        m_ui->list->setCurrentIndex(m_model->index(row));
    showEmpty();
    showEdited();
}

void TextsPage::refresh(const QString &select)
{
    m_model->refresh();
    const int row = m_model->rowOf(select.isEmpty() ? m_open.name : select);
    if (row >= 0) {
        const QSignalBlocker quiet(m_ui->list->selectionModel());
        m_ui->list->setCurrentIndex(m_model->index(row));
    }
    showEmpty();
}

storage::SavedText TextsPage::edited() const
{
    storage::SavedText text;
    text.name = m_ui->nameEdit->text().simplified();
    text.text = m_ui->textEdit->toPlainText();
    text.changedMs = m_open.changedMs;
    text.templateType = m_ui->templateForm->type();
    text.templateFields = m_ui->templateForm->fields();
    return text;
}

bool TextsPage::isChanged() const
{
    return m_writing && edited() != m_open;
}

void TextsPage::save(const std::function<void()> &then)
{
    const storage::SavedText text = edited();
    const bool nothingWritten = m_open.name.isEmpty() && text.name.isEmpty() && text.text.trimmed().isEmpty();
    if (!isChanged() || nothingWritten) {
        if (then)
            then();
        return;
    }
    if (text.name.isEmpty()) {
        m_problem = [] { return tr("Give the text a name so that you can find it again."); };
        showEdited();
        m_ui->nameEdit->setFocus();
        refresh(); // the list shows what is open
        return;
    }
    m_context.engine.call(
        this, [text, former = m_open.name](engine::Texts &texts) { return texts.save(text, former); },
        [this, text, then](const base::Result<void> &saved) {
            if (!saved) {
                m_problem = saved.error();
                if (saved.error().field == "name"_L1)
                    m_problem = [name = text.name] {
                        return tr("There is already a text named “%1”. Choose another name.").arg(name);
                    };
                showEdited();
                refresh();
                return;
            }
            m_problem.clear();
            m_open = text;
            refresh(text.name);
            showEdited();
            Q_EMIT announced([name = text.name] { return tr("Saved: %1").arg(name); });
            if (then)
                then();
        });
}

void TextsPage::remove()
{
    if (m_open.name.isEmpty()) { // it was never stored
        leave();
        return;
    }
    const storage::SavedText gone = m_open;
    m_context.engine.call(
        this, [name = gone.name](engine::Texts &texts) { return texts.remove(name); },
        [this, gone](const base::Result<void> &removed) {
            if (!removed) {
                m_problem = removed.error();
                showEdited();
                return;
            }
            m_removed = gone;
            m_ui->undoStrip->say(Strip::Notice,
                                 Sentence([name = gone.name] { return tr("“%1” was deleted.").arg(name); }));
            m_model->refresh();
            leave();
            m_undoButton->setFocus();
        });
}

// The editor lets go of its text: the first of the others, or none.
void TextsPage::leave()
{
    open(m_model->rowCount() > 0 ? m_model->text(0) : storage::SavedText());
    m_writing = m_model->rowCount() > 0;
    showEmpty();
}

void TextsPage::undo()
{
    const storage::SavedText back = m_removed;
    m_context.engine.call(
        this, [back](engine::Texts &texts) { return texts.save(back, {}); },
        [this, back](const base::Result<void> &saved) {
            if (!saved) {
                m_problem = saved.error();
                showEdited();
                return;
            }
            m_ui->undoStrip->say(Strip::Notice, {});
            m_model->refresh();
            open(back);
            m_ui->list->setFocus();
        });
}

void TextsPage::showEmpty()
{
    const bool empty = m_model->rowCount() == 0 && !m_writing;
    m_ui->fullArea->setVisible(!empty);
    m_ui->emptyArea->setVisible(empty);
    m_ui->newButton->setVisible(!empty);
    m_ui->editor->setEnabled(m_writing);
}

void TextsPage::showEdited()
{
    const storage::SavedText text = edited();
    sayAtRest(m_ui->textCounterLabel, counterInWords(text.text, false));
    m_ui->saveButton->setEnabled(isChanged());
    m_ui->useButton->setEnabled(m_writing && !text.text.trimmed().isEmpty());
    m_ui->deleteButton->setEnabled(m_writing);
    const bool unicode = smstext::count(text.text, true).encoding == smstext::Encoding::Unicode;
    m_replaceButton->setVisible(m_problem.isEmpty() && unicode && smstext::repaired(text.text) != text.text);
    if (!m_problem.isEmpty())
        m_ui->strip->say(Strip::Error, m_problem);
    else
        m_ui->strip->say(Strip::Warning, unicode ? unicodeInWords(text.text) : QString());
}

void TextsPage::fit(bool narrow)
{
    constexpr int linesAbove = 5;
    m_ui->workRow->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_ui->list->setMaximumHeight(narrow ? linesAbove * fontMetrics().lineSpacing() : QWIDGETSIZE_MAX);
}

void TextsPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    m_ui->textKindCombo->setItemText(0, tr("Free text"));
    for (int i = 1; i < m_ui->textKindCombo->count(); ++i)
        m_ui->textKindCombo->setItemText(
            i, TemplateForm::typeInWords(m_ui->textKindCombo->itemData(i).toString()));
    m_ui->templateForm->retranslate();
    m_undoButton->setText(tr("&Undo"));
    m_replaceButton->setText(tr("Replace"));
    showEmpty();
    showEdited();
}

} // namespace gui
