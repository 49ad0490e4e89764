// SPDX-License-Identifier: GPL-3.0-or-later
// One section of the settings: a form of its own, read from the settings when it comes to the front.
#pragma once

#include "gui/context.h"

#include <QEvent>
#include <QWidget>

namespace gui {

class SettingsSection : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsSection(Context &context, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_context(context)
    {
    }

    virtual QString title() const = 0; // its entry in the list of sections
    virtual void retranslate() = 0;    // called once by the constructor, then on LanguageChange
    virtual void load() = 0;           // the form shows what is stored; a draft in it is given up

Q_SIGNALS:
    void accountsChanged(); // saved, another one in use, removed …
    void languageChosen(const QString &language);
    void restoreWanted(const QString &backup); // the window closes, and opens with what is restored

protected:
    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::LanguageChange)
            retranslate();
    }

    Context &m_context;
};

} // namespace gui
