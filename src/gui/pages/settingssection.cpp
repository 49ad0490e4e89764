// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/settingssection.h"

#include "engine/centralwording.h"

#include <QBoxLayout>
#include <QLabel>

namespace gui {

void SettingsSection::showFixed(const FixedFields &fields)
{
    const engine::CentralSettings central;
    m_fixed.clear();
    for (const auto &[setting, widgets] : fields) {
        if (!central.isFixed(setting))
            continue;
        m_fixed.append(setting);
        for (QWidget *widget : widgets)
            widget->setEnabled(false);
    }
    sayFixed();
}

void SettingsSection::sayFixed()
{
    if (m_fixed.isEmpty())
        return; // what is fixed stays so while the program runs
    if (!m_fixedNote) {
        m_fixedNote = new QLabel(this);
        m_fixedNote->setObjectName(QStringLiteral("fixedNote"));
        m_fixedNote->setTextFormat(Qt::PlainText);
        m_fixedNote->setWordWrap(true);
        static_cast<QBoxLayout *>(layout())->insertWidget(0, m_fixedNote);
    }
    m_fixedNote->setText(engine::wording::fixedHere(m_fixed));
}

void SettingsSection::changeEvent(QEvent *event)
{
    Translated::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        sayFixed();
}

} // namespace gui
