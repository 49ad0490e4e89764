// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every page and dialog after the demo campaign, in both languages; the pages at two sizes.
#pragma once

#include "gui/application.h"

#include <QObject>

#include <functional>

namespace programs {

class Gallery final : public QObject
{
    Q_OBJECT
public:
    // suffix stands in the files' names, as "dark".
    Gallery(gui::Application &application, QString folder, QString suffix, QObject *parent = nullptr);
    void begin(); // when the demo campaign has ended

Q_SIGNALS:
    void finished(int status);

private:
    struct Shot
    {
        QString name;
        std::function<void()> open;
        bool dialog = false; // else a view of the main window
    };
    void addPages();
    void addContactDialogs();
    void addOtherDialogs();
    void next();
    void nextDialog(const Shot &shot, QStringList languages);
    bool picture(const QString &name);
    bool save(QWidget *widget, const QString &name, QSize size);

    gui::Application &m_application;
    QString m_folder;
    QString m_suffix;
    QList<Shot> m_shots; // still to be taken
};

} // namespace programs
