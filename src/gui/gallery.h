// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every page after the demo campaign, in both languages and at two sizes.
#pragma once

#include "gui/application.h"

#include <QObject>

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
    void next();
    bool picture(const QString &name);

    Application &m_application;
    QString m_folder;
    QString m_suffix;
    qsizetype m_step = 0;
};

} // namespace gui
