// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every page after the demo campaign, in both languages and at two sizes.
#pragma once

#include "gui/application.h"

#include <QObject>

#include <functional>

namespace gui {

class Gallery final : public QObject
{
    Q_OBJECT
public:
    // suffix stands in the files' names, as "dark".
    Gallery(Application &application, QString folder, QString suffix, QObject *parent = nullptr);
    void begin(); // when the demo campaign has ended

Q_SIGNALS:
    void finished(int status);

private:
    struct Shot
    {
        QString name;
        std::function<void()> open;
    };
    void next();
    bool picture(const QString &name);

    Application &m_application;
    QString m_folder;
    QString m_suffix;
    QList<Shot> m_shots; // still to be taken
};

} // namespace gui
