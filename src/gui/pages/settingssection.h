// SPDX-License-Identifier: GPL-3.0-or-later
// One section of the settings: a form of its own, read from the settings when it comes to the front.
#pragma once

#include "engine/centralsettings.h"
#include "gui/context.h"
#include "gui/widgets/translated.h"

#include <QWidget>

class QLabel;

namespace gui {

class SettingsSection : public Translated<QWidget>
{
    Q_OBJECT
public:
    explicit SettingsSection(Context &context, QWidget *parent = nullptr)
        : Translated(parent)
        , m_context(context)
    {
    }

    virtual QString title() const = 0; // its entry in the list of sections
    virtual void load() = 0;           // the form shows what is stored; a draft in it is given up

Q_SIGNALS:
    void accountsChanged(); // saved, another one in use, removed …
    void languageChosen(const QString &language);
    void restoreWanted(const QString &backup); // the window closes, and opens with what is restored

protected:
    using FixedFields = QList<std::pair<engine::Fixed, QList<QWidget *>>>;
    // At the end of load(): what of these is fixed for this computer cannot be changed, and a note says so.
    void showFixed(const FixedFields &fields);
    void changeEvent(QEvent *event) override;

    Context &m_context;

private:
    void sayFixed();

    QList<engine::Fixed> m_fixed;
    QLabel *m_fixedNote = nullptr; // above the form, where something is fixed
};

} // namespace gui
