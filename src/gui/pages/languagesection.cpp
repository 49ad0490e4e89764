// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/languagesection.h"

#include "engine/language.h"
#include "ui_languagesection.h"

namespace gui {
using namespace Qt::StringLiterals;

LanguageSection::LanguageSection(Context &context, QWidget *parent)
    : SettingsSection(context, parent)
    , m_ui(std::make_unique<Ui::LanguageSection>())
{
    m_ui->setupUi(this);
    m_ui->languageCombo->addItem(u"Norsk (bokmål)"_s, u"nb"_s);
    m_ui->languageCombo->addItem(u"English"_s, u"en"_s);
    connect(m_ui->languageCombo, &QComboBox::activated, this,
            [this](int) { Q_EMIT languageChosen(m_ui->languageCombo->currentData().toString()); });
    retranslate();
}

LanguageSection::~LanguageSection() = default;

QString LanguageSection::title() const
{
    return tr("Language");
}

void LanguageSection::load()
{
    m_ui->languageCombo->setCurrentIndex(m_ui->languageCombo->findData(engine::language::current()));
}

void LanguageSection::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->languageCombo->setAccessibleName(tr("Language"));
    load(); // it may have been chosen elsewhere
}

} // namespace gui
