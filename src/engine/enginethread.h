// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the Engine in a thread of its own for the window, and carries calls and results across.
#pragma once

#include "engine/engine.h"

#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace engine {

class EngineThread final : public QObject
{
    Q_OBJECT
public:
    explicit EngineThread(QObject *parent = nullptr);
    ~EngineThread() override; // stops the engine; what is in flight is left uncertain

    // Opens in the thread; opened or failed follows.
    void open(const QString &profileFolder);
    void close(); // stops the engine and gives the profile up; open() may follow
    bool isOpen() const { return m_engine != nullptr; }
    Engine *engine() const { return m_engine; } // for connecting signals only
    SystemSecrets &secrets() { return *m_secrets; }

    // Runs work in the engine's thread, then done(result) in the thread of `receiver`, if it lives.
    template <typename Work, typename Done>
    void call(QObject *receiver, Work work, Done done)
    {
        if (!m_engine)
            return;
        QMetaObject::invokeMethod(
            m_engine,
            [engine = m_engine, receiver = QPointer<QObject>(receiver), work = std::move(work),
             done = std::move(done)] {
                auto result = std::make_shared<decltype(work(*engine))>(work(*engine));
                if (receiver)
                    QMetaObject::invokeMethod(
                        receiver, [done, result] { done(std::move(*result)); }, Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }
    // The same for work that answers through a callback of one value.
    template <typename Value, typename Work, typename Done>
    void callAsync(QObject *receiver, Work work, Done done)
    {
        if (!m_engine)
            return;
        QMetaObject::invokeMethod(
            m_engine,
            [engine = m_engine, receiver = QPointer<QObject>(receiver), work = std::move(work),
             done = std::move(done)] {
                work(*engine, [receiver, done](Value value) {
                    if (receiver)
                        QMetaObject::invokeMethod(
                            receiver, [done, value = std::move(value)] { done(value); },
                            Qt::QueuedConnection);
                });
            },
            Qt::QueuedConnection);
    }

Q_SIGNALS:
    void opened();
    void failed(const base::Error &error);

private:
    QThread m_thread;
    std::unique_ptr<base::SystemClock> m_clock;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<SystemSecrets> m_secrets;
    Engine *m_engine = nullptr; // lives in m_thread
};

} // namespace engine
