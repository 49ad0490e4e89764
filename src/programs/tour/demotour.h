// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the demo campaign through the real window, as a person would press it, and keeps pictures of
// each step in both languages.
#pragma once

#include "gui/application.h"

#include <QObject>
#include <QTimer>

class QWidget;

namespace programs {

class DemoTour final : public QObject
{
    Q_OBJECT
public:
    DemoTour(gui::Application &application, QString folder, QObject *parent = nullptr);
    void begin(); // after the window is shown

Q_SIGNALS:
    void finished(int status); // 0: all recipients reached an end state

private:
    void compose();
    void pressSend();
    void answerReview();
    void watch();
    void finish();
    void finishOthers();
    void picture(const QString &step, QWidget *widget = nullptr);
    void fail(const QString &problem);
    QWidget *find(const QString &name) const;

    gui::Application &m_application;
    QString m_folder;
    QStringList m_pictures;
    QTimer m_timer;
    int m_waitedMs = 0;
    bool m_halfway = false;
};

} // namespace programs
