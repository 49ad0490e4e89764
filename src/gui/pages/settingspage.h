// SPDX-License-Identifier: GPL-3.0-or-later
// The settings: a list of sections, each a form of its own.
#pragma once

#include "gui/pages/page.h"
#include "gui/pages/settingssection.h"
#include "gui/widgets/form.h"

#include <QHash>
#include <QList>
#include <QVariant>

namespace Ui {
class SettingsPage;
}

namespace gui {

class SettingsPage final : public Page
{
    Q_OBJECT
public:
    SettingsPage(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void activated() override;
    void retranslate() override;
    int count() const { return static_cast<int>(m_sections.size()); }
    void open(int section); // counted from 0
    template <typename Section>
    Section *open()
    {
        int i = 0;
        while (!qobject_cast<Section *>(m_sections.at(i)))
            ++i;
        open(i);
        return static_cast<Section *>(m_sections.at(i));
    }

protected:
    void fit(bool narrow) override;

Q_SIGNALS:
    void languageChosen(const QString &language);
    void accountsChanged();
    void restoreWanted(const QString &backup);

private:
    void add(SettingsSection *section);
    void bring(SettingsSection *section);
    void fitList();

    Form<Ui::SettingsPage> m_ui;
    QList<SettingsSection *> m_sections;
    QHash<const SettingsSection *, QVariantList> m_loaded; // what each showed when it was read
};

} // namespace gui
