// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/privacysection.h"

#include "engine/settings.h"
#include "engine/wording.h"
#include "gui/widgets/theme.h"
#include "ui_privacysection.h"

namespace gui {

PrivacySection::PrivacySection(Context &context, QWidget *parent)
    : SettingsSection(context, parent)
    , m_ui(this)
{
    m_ui->strip->say(Strip::Notice, {});
    connect(m_ui->saveButton, &QPushButton::clicked, this, &PrivacySection::save);
    retranslate();
}

QString PrivacySection::title() const
{
    return tr("Privacy");
}

void PrivacySection::load()
{
    const engine::RetentionSettings retention = m_context.settings.retention();
    m_ui->textDaysSpin->setValue(retention.textDays);
    m_ui->logMonthsSpin->setValue(retention.logMonths);
    m_ui->strip->say(Strip::Notice, {});
    using engine::Fixed;
    showFixed({{Fixed::TextDays, {m_ui->textDaysSpin}}, {Fixed::LogMonths, {m_ui->logMonthsSpin}}});
}

void PrivacySection::save()
{
    engine::RetentionSettings retention;
    retention.textDays = m_ui->textDaysSpin->value();
    retention.logMonths = m_ui->logMonthsSpin->value();
    m_context.engine.call(
        this, [retention](engine::Settings &settings) { return settings.save(retention); },
        [this](const base::Result<void> &saved) {
            if (saved)
                m_ui->strip->say(Strip::Notice, tr("Saved. Older data will be deleted within the hour."));
            else
                m_ui->strip->say(Strip::Error, engine::wording::sentence(saved.error()));
        });
}

void PrivacySection::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->textDaysSpin->setSuffix(tr(" days"));
    m_ui->logMonthsSpin->setSuffix(tr(" months"));
    for (QSpinBox *spin : {m_ui->textDaysSpin, m_ui->logMonthsSpin})
        theme::fitSpin(spin);
}

} // namespace gui
