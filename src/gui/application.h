// SPDX-License-Identifier: GPL-3.0-or-later
// The window's composition root: opens the profile, shows the first run or the main window, and
// answers a second process that asks for this one.
#pragma once

#include "engine/ownerserver.h"
#include "gui/context.h"
#include "gui/oneshot.h"
#include "gui/sentence.h"

#include <QObject>

#include <memory>
#include <optional>

namespace gui {

class FirstRunPage;
class MainWindow;
class Proofreader;

struct Start
{
    QString profile;      // folder; empty: the platform's
    QString language;     // empty: as chosen, else the system's
    bool demo = false;    // straight to the demo account
    QString link;         // sms: address
    bool dressed = false; // light or dark was asked for: what a person has chosen before does not count
};

class Application final : public QObject
{
    Q_OBJECT
public:
    explicit Application(Start start, QObject *parent = nullptr);
    ~Application() override;

    void open();
    // What is being sent is paused, without a question.
    void leave();       // asked to end from outside: then ended follows
    void pauseForEnd(); // the session may end when this returns
    MainWindow *window() const { return m_window.get(); }
    Context &context() { return *m_context; } // while the profile is open
    QString databaseFile() const { return m_profile->databaseFile(); }
    void setLanguage(const QString &language);

Q_SIGNALS:
    void windowShown();
    void ended(const QString &problem); // nothing can be shown

private:
    void opened();
    void failed(const base::Error &error);
    void firstRun();
    void startDemo();
    void showWindow();
    void startReceiver(); // as the settings say; tries again while it cannot
    void restore(const QString &backup);
    bool restoreOffered(const base::Error &error); // the database cannot be opened, and there is a backup

    Start m_start;
    engine::EngineThread m_engine;
    std::optional<engine::Profile> m_profile;
    base::SystemClock m_clock;
    std::unique_ptr<storage::Database> m_reader;
    std::unique_ptr<Proofreader> m_proofreader;
    std::unique_ptr<Context> m_context;
    std::unique_ptr<FirstRunPage> m_firstRun;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<engine::OwnerServer> m_server;
    OneShot m_receiverRetry{30'000};                    // ms
    std::optional<engine::ReceiverSettings> m_takeOver; // receive as one without a window did
    int m_takeOverTries = 0;
    Sentence m_restored; // what to tell in the window that opens after a restore
};

} // namespace gui
