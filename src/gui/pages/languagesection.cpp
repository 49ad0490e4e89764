// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/languagesection.h"

#include "engine/language.h"
#include "gui/proofreader.h"
#include "gui/widgets/theme.h"
#include "ui_languagesection.h"

#include <QApplication>

#include <array>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array appearances{theme::Appearance::System, theme::Appearance::Light,
                                 theme::Appearance::Dark};

} // namespace

LanguageSection::LanguageSection(Context &context, QWidget *parent)
    : SettingsSection(context, parent)
    , m_ui(this)
{
    m_ui->languageCombo->addItem(u"Norsk (bokmål)"_s, u"nb"_s);
    m_ui->languageCombo->addItem(u"English"_s, u"en"_s);
    connect(m_ui->languageCombo, &QComboBox::activated, this,
            [this](int) { Q_EMIT languageChosen(m_ui->languageCombo->currentData().toString()); });
    for (const theme::Appearance appearance : appearances)
        m_ui->appearanceCombo->addItem(QString(), theme::identifier(appearance));
    connect(m_ui->appearanceCombo, &QComboBox::activated, this, [this](int) {
        const QString word = m_ui->appearanceCombo->currentData().toString();
        theme::dress(*qApp, theme::appearanceOf(word));
        m_context.engine.call(
            this, [word](engine::Settings &settings) { return settings.setValue(u"appearance"_s, word); },
            [](const base::Result<void> &) {});
    });
    for (const ReadIn language : Proofreader::all())
        m_ui->spellingCombo->addItem(QString(), base::identifier(language));
    for (QWidget *widget : QList<QWidget *>{m_ui->spellingLabel, m_ui->spellingCombo, m_ui->spellingNote})
        widget->setVisible(context.proofreader);
    connect(m_ui->spellingCombo, &QComboBox::activated, this, [this](int row) {
        m_context.proofreader->read(Proofreader::all().at(row));
        showSpelling();
    });
    if (context.proofreader) // a dictionary may prove unreadable, or another be chosen at a message
        connect(&context.proofreader->speller(), &spelling::Speller::changed, this,
                &LanguageSection::showSpelling);
    retranslate();
}

QString LanguageSection::title() const
{
    return tr("Language");
}

void LanguageSection::load()
{
    m_ui->languageCombo->setCurrentIndex(m_ui->languageCombo->findData(engine::language::current()));
    const theme::Appearance chosen = theme::appearanceOf(m_context.settings.value(u"appearance"_s));
    m_ui->appearanceCombo->setCurrentIndex(m_ui->appearanceCombo->findData(theme::identifier(chosen)));
    showSpelling();
}

void LanguageSection::showSpelling()
{
    if (!m_context.proofreader)
        return;
    const Proofreader &proofreader = *m_context.proofreader;
    m_ui->spellingCombo->setCurrentIndex(
        static_cast<int>(Proofreader::all().indexOf(proofreader.language())));
    const QString problem = proofreader.problem();
    m_ui->spellingNote->setText(
        problem.isEmpty()
            ? tr("Misspelt words in a message get a wavy line. Right-click one for suggestions.")
            : problem);
}

void LanguageSection::retranslate()
{
    m_ui->retranslateUi(this);
    const QString words[] = {tr("As the system has it"), tr("Light", "appearance"), tr("Dark", "appearance")};
    for (int i = 0; i < m_ui->appearanceCombo->count(); ++i)
        m_ui->appearanceCombo->setItemText(i, words[i]);
    for (const ReadIn language : Proofreader::all())
        m_ui->spellingCombo->setItemText(static_cast<int>(Proofreader::all().indexOf(language)),
                                         Proofreader::words(language));
    load(); // it may have been chosen elsewhere
}

} // namespace gui
