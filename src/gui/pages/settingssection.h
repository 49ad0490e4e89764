// SPDX-License-Identifier: GPL-3.0-or-later
// One section of the settings: a form of its own, read from the settings when it comes to the front.
#pragma once

#include "gui/context.h"
#include "gui/widgets/translated.h"

#include <QWidget>

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
    Context &m_context;
};

} // namespace gui
