// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the Engine in a thread of its own for the window, and carries calls and results across. Who calls
// names the parts that it uses, as the parameters of its work.
#pragma once

#include "base/clock.h"
#include "engine/parts.h"
#include "engine/profile.h"
#include "engine/secrets.h"

#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <tuple>

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
    SystemSecrets &secrets() { return *m_secrets; }

    // For connecting signals only; nothing while it is not open.
    template <typename Part>
    const Part *part() const
    {
        return m_engine ? &partOf<Part>(*m_engine) : nullptr;
    }

    // Runs work(parts …) in the engine's thread, then done(result) in this object's, where `receiver` lives
    // too: only there can it be told whether it still does.
    template <typename Work, typename Done>
    void call(QObject *receiver, Work work, Done done)
    {
        post([this, engine = m_engine, receiver = QPointer<QObject>(receiver), work = std::move(work),
              done = std::move(done)] {
            auto result = std::make_shared<ResultOf<Work>>(withParts(work, *engine));
            answer(receiver, [done, result] { done(std::move(*result)); });
        });
    }
    // The same for work(part, answer) that answers through a callback of one value.
    template <typename Value, typename Work, typename Done>
    void callAsync(QObject *receiver, Work work, Done done)
    {
        using Part = std::remove_cvref_t<std::tuple_element_t<0, ParametersOf<Work>>>;
        post([this, engine = m_engine, receiver = QPointer<QObject>(receiver), work = std::move(work),
              done = std::move(done)] {
            work(partOf<Part>(*engine), [this, receiver, done](Value value) {
                answer(receiver, [done, value = std::move(value)] { done(value); });
            });
        });
    }

Q_SIGNALS:
    void opened();
    void failed(const base::Error &error);

private:
    void post(const std::function<void()> &work);
    void answer(const QPointer<QObject> &receiver, std::function<void()> done); // from the engine's thread

    QThread m_thread;
    std::unique_ptr<base::SystemClock> m_clock;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<SystemSecrets> m_secrets;
    Engine *m_engine = nullptr; // lives in m_thread
};

} // namespace engine
