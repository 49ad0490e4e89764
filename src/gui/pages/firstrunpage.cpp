// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/firstrunpage.h"

#include "engine/language.h"
#include "gui/pages/firstrunsteps.h"
#include "gui/widgets/ink.h"
#include "gui/widgets/theme.h"
#include "ui_firstrunpage.h"

namespace gui {
using namespace Qt::StringLiterals;

FirstRunPage::FirstRunPage(Context &context, QWidget *parent)
    : Translated(parent)
    , m_ui(this)
    , m_steps(new FirstRunSteps(context, this))
{
    m_ui->languageCombo->addItem(u"Norsk (bokmål)"_s, u"nb"_s);
    m_ui->languageCombo->addItem(u"English"_s, u"en"_s);
    m_ui->languageCombo->setCurrentIndex(m_ui->languageCombo->findData(engine::language::current()));
    m_ui->card->setAutoFillBackground(true);
    m_ui->card->setBackgroundRole(QPalette::Base);
    m_ui->card->setMinimumWidth(46 * fontMetrics().averageCharWidth());
    m_ui->card->setMaximumWidth(72 * fontMetrics().averageCharWidth());
    connect(m_ui->languageCombo, &QComboBox::activated, this,
            [this](int) { Q_EMIT languageChosen(m_ui->languageCombo->currentData().toString()); });
    connect(m_ui->demoButton, &QPushButton::clicked, this, [this] {
        m_ui->demoButton->setEnabled(false);
        Q_EMIT demoChosen();
    });
    m_ui->card->layout()->addWidget(m_steps);
    showSteps(false);
    connect(m_ui->accountButton, &QPushButton::clicked, this, [this] { showSteps(true); });
    connect(m_steps, &FirstRunSteps::left, this, [this] { showSteps(false); });
    connect(m_steps, &FirstRunSteps::done, this, &FirstRunPage::accountReady);
    retranslate();
}

void FirstRunPage::showSteps(bool steps)
{
    for (QWidget *part : QList<QWidget *>{m_ui->introLabel, m_ui->demoButton, m_ui->demoNote,
                                          m_ui->accountButton, m_ui->accountNote, m_ui->strip})
        part->setVisible(!steps);
    if (!steps)
        m_ui->strip->say(Strip::Notice, {});
    m_steps->setVisible(steps);
    if (steps)
        m_steps->begin();
}

void FirstRunPage::say(const QString &problem)
{
    m_ui->demoButton->setEnabled(true);
    m_ui->strip->say(Strip::Error, problem);
}

void FirstRunPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    for (QLabel *note : {m_ui->demoNote, m_ui->accountNote})
        setInk(note, theme::muted);
}

} // namespace gui
