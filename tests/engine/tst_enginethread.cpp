// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginethread.h"
#include "support/patience.h"

#include "engine/engine.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class TestEngineThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_thread = std::make_unique<engine::EngineThread>();
        QSignalSpy opened(m_thread.get(), &engine::EngineThread::opened);
        m_thread->open(m_folder->path());
        QVERIFY(opened.wait(10'000));
    }
    void cleanup() { m_thread.reset(); }

    void theAnswerComesInTheCallersThread()
    {
        QThread *worked = nullptr;
        QThread *told = nullptr;
        QObject receiver;
        m_thread->call(
            &receiver, [](engine::Engine &) { return QThread::currentThread(); },
            [&](QThread *where) {
                worked = where;
                told = QThread::currentThread();
            });
        QTRY_VERIFY(told);
        QCOMPARE(told, QThread::currentThread());
        QVERIFY(worked != told);
    }

    // Dialogs come and go while the engine works for them.
    void whoeverHasDiedMeanwhileIsNotTold()
    {
        constexpr int calls = 20'000;
        int living = 0;
        int toldOfDead = 0;
        QObject stays;
        for (int i = 0; i < calls; ++i) {
            auto *goes = new QObject;
            const auto dead = std::make_shared<bool>(false);
            QObject::connect(goes, &QObject::destroyed, &stays, [dead] { *dead = true; });
            m_thread->call(
                goes, [](engine::Engine &) { return 1; }, [&, dead](int) { toldOfDead += *dead ? 1 : 0; });
            m_thread->callAsync<int>(
                goes, [](engine::Engine &, const std::function<void(int)> &done) { done(1); },
                [&, dead](int) { toldOfDead += *dead ? 1 : 0; });
            m_thread->call(
                &stays, [](engine::Engine &) { return 1; }, [&](int one) { living += one; });
            delete goes; // at any moment of its call
        }
        QTRY_COMPARE_WITH_TIMEOUT(living, calls, 30'000);
        QCOMPARE(toldOfDead, 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<engine::EngineThread> m_thread;
};

QTEST_GUILESS_MAIN(TestEngineThread)
#include "tst_enginethread.moc"
