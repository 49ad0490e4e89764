// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/repliessection.h"

#include "engine/reception.h"
#include "engine/wording.h"
#include "gui/widgets/entrytable.h"
#include "ui_repliessection.h"

namespace gui {
using namespace Qt::StringLiterals;

RepliesSection::RepliesSection(Context &context, QWidget *parent)
    : SettingsSection(context, parent)
    , m_ui(this)
{
    entrytable::dress(m_ui->rulesTable, 3, 5);
    entrytable::connectButtons(
        m_ui->rulesTable, m_ui->addRuleButton, [this] { addRule({}); }, m_ui->removeRuleButton);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &RepliesSection::save);
    retranslate();
    load();
}

QString RepliesSection::title() const
{
    return tr("Replies", "settings");
}

void RepliesSection::addRule(const inbox::KeywordRule &rule)
{
    entrytable::append(m_ui->rulesTable, {rule.keyword, rule.group, rule.answer});
}

void RepliesSection::load()
{
    m_ui->strip->say(Strip::Notice, {});
    m_context.engine.call(
        this, [](const engine::Reception &reception) { return reception.rules(); },
        [this](const inbox::IntakeRules &rules) {
            m_ui->wordsEdit->setText(rules.optOutWords.join(u", "_s));
            m_ui->confirmEdit->setText(rules.optOutAnswer);
            m_ui->countersBox->setChecked(rules.watchCounters);
            m_ui->rulesTable->setRowCount(0);
            for (const inbox::KeywordRule &rule : rules.keywords)
                addRule(rule);
        });
}

void RepliesSection::save()
{
    inbox::IntakeRules rules;
    rules.watchCounters = m_ui->countersBox->isChecked();
    rules.optOutAnswer = m_ui->confirmEdit->text().trimmed();
    rules.optOutWords.clear();
    for (const QString &part : m_ui->wordsEdit->text().split(u',', Qt::SkipEmptyParts)) {
        if (const QString word = part.simplified(); !inbox::bareWords(word).isEmpty())
            rules.optOutWords.append(word);
    }
    if (rules.optOutWords.isEmpty()) {
        m_ui->strip->say(Strip::Error, tr("Keep at least one word, or nobody can opt out."));
        m_ui->wordsEdit->setFocus();
        return;
    }
    for (int row = 0; row < m_ui->rulesTable->rowCount(); ++row) {
        auto cell = [this, row](int column) { return m_ui->rulesTable->item(row, column)->text().trimmed(); };
        const inbox::KeywordRule rule{cell(0), cell(1), cell(2)};
        if (rule == inbox::KeywordRule{})
            continue; // a row that was added and left empty
        QString wrong;
        if (inbox::bareWords(rule.keyword).isEmpty() || rule.keyword.contains(u' '))
            wrong = tr("Row %1 needs a keyword of one word.").arg(row + 1);
        else if (inbox::readOptOut(rule.keyword, rules.optOutWords) == inbox::OptOutReading::Certain)
            wrong = tr("Row %1: “%2” is an opt-out word and cannot be a keyword as well.")
                        .arg(row + 1)
                        .arg(rule.keyword);
        else if (rule.group.isEmpty() && rule.answer.isEmpty())
            wrong = tr("Row %1 needs a group to join, an answer, or both.").arg(row + 1);
        if (!wrong.isEmpty()) {
            m_ui->strip->say(Strip::Error, wrong);
            m_ui->rulesTable->setCurrentCell(row, 0);
            m_ui->rulesTable->setFocus();
            return;
        }
        rules.keywords.append(rule);
    }
    m_context.engine.call(
        this, [rules](engine::Reception &reception) { return reception.setRules(rules); },
        [this](const base::Result<void> &saved) {
            if (!saved)
                return m_ui->strip->say(Strip::Error, engine::wording::sentence(saved.error()));
            load();
            m_ui->strip->say(Strip::Notice, tr("Saved. Takes effect from the next message."));
        });
}

void RepliesSection::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->introNote->setText(tr("What Budstikke does automatically with incoming messages. The conversation "
                                "in the inbox shows what was done."));
    m_ui->wordsNote->setText(tr("Separate with commas. Applies only when the message consists of that word "
                                "alone; the number then receives nothing more."));
    m_ui->confirmNote->setText(tr("Sent once to anyone who opts out. Leave empty to send nothing."));
    m_ui->rulesNote->setText(
        tr("Applies to messages that begin with the keyword: the sender joins the group. An answer goes to "
           "the same number at most once a day, and never to an automatic reply."));
    m_ui->countersNote->setText(
        tr("Warns when the gateway has numbered a message that never arrived here. Turn it off if other "
           "systems receive some of your messages: gaps are then normal."));
    m_ui->rulesTable->setHorizontalHeaderLabels({tr("Keyword"), tr("Group"), tr("Answer")});
}

} // namespace gui
