// SPDX-License-Identifier: GPL-3.0-or-later
// What a page of the window needs in a test: a profile of its own, the engine in its thread, and the
// window's reading connection.
#pragma once

#include "engine/engine.h"
#include "gui/context.h"
#include "storage/transaction.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace support {

class Window
{
public:
    Window()
    {
        m_engine = std::make_unique<engine::EngineThread>();
        QSignalSpy opened(m_engine.get(), &engine::EngineThread::opened);
        m_engine->open(m_folder.path());
        if (!opened.wait(20000))
            qFatal("the engine did not open");
        const auto profile = engine::Profile::at(m_folder.path());
        auto reader = storage::Database::open(profile->databaseFile(), storage::OpenMode::ReadOnly, m_clock);
        if (!reader)
            qFatal("no reader: %s", qPrintable(reader.error().detail));
        m_reader = std::move(reader).value();
        m_context = std::make_unique<gui::Context>(
            gui::Context{*m_engine, *m_reader, engine::Settings(profile->settingsFile())});
    }

    gui::Context &context() { return *m_context; }
    storage::Database &reader() { return *m_reader; }
    QString folder() const { return m_folder.path(); }

    // Runs work in the engine's thread and waits for its result.
    template <typename Work>
    auto run(Work work)
    {
        using Value = engine::ResultOf<Work>;
        std::optional<Value> result;
        QObject receiver;
        m_engine->call(&receiver, work, [&result](Value value) { result = std::move(value); });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20000))
            qFatal("the engine did not answer");
        return *result;
    }

    // In one transaction of the engine's connection.
    template <typename Work>
    base::Result<void> write(Work work)
    {
        return run([work](engine::Engine &engine) -> base::Result<void> {
            storage::Transaction transaction(engine.database());
            if (auto begun = transaction.begin(); !begun)
                return begun;
            if (auto done = work(engine.database()); !done)
                return done;
            return transaction.commit();
        });
    }

private:
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    std::unique_ptr<engine::EngineThread> m_engine;
    std::unique_ptr<storage::Database> m_reader;
    std::unique_ptr<gui::Context> m_context;
};

} // namespace support
