// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginethread.h"

#include "domain/campaign.h"
#include "engine/care.h"
#include "engine/engine.h"
#include "engine/programlog.h"
#include "engine/timetable.h"

namespace engine {
using namespace Qt::StringLiterals;

EngineThread::EngineThread(QObject *parent)
    : QObject(parent)
    , m_clock(std::make_unique<base::SystemClock>())
{
    qRegisterMetaType<domain::CampaignState>();
    qRegisterMetaType<domain::PauseReason>();
    qRegisterMetaType<base::Error>();
    m_thread.setObjectName(u"engine"_s);
}

EngineThread::~EngineThread()
{
    close();
}

void EngineThread::close()
{
    if (m_engine) {
        Engine *engine = std::exchange(m_engine, nullptr);
        QMetaObject::invokeMethod(
            engine, [engine] { delete engine; }, Qt::BlockingQueuedConnection);
    }
    m_thread.quit();
    m_thread.wait();
    m_profile.reset();
}

void EngineThread::post(const std::function<void()> &work)
{
    if (m_engine)
        QMetaObject::invokeMethod(m_engine, work, Qt::QueuedConnection);
}

void EngineThread::answer(const QPointer<QObject> &receiver, std::function<void()> done)
{
    QMetaObject::invokeMethod(
        this,
        [receiver, done = std::move(done)] {
            if (receiver)
                done();
        },
        Qt::QueuedConnection);
}

void EngineThread::open(const QString &profileFolder)
{
    auto profile = Profile::at(profileFolder);
    if (!profile) {
        QMetaObject::invokeMethod(
            this, [this, error = profile.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
        return;
    }
    m_profile = std::make_unique<Profile>(std::move(profile).value());
    m_secrets = std::make_unique<SystemSecrets>(m_profile->folder());
    auto *starter = new QObject;
    starter->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(starter, [this, starter] {
        starter->deleteLater();
        auto engine = Engine::open(*m_profile, *m_secrets, *m_clock);
        if (!engine) {
            QMetaObject::invokeMethod(
                this, [this, error = engine.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
            return;
        }
        // From here on the thread's own work is the only one that touches it.
        Engine *opened = std::move(engine).value().release();
        ProgramLog::keepWith(*opened, m_profile->folder());
        opened->care().start();
        opened->timetable().start();
        QMetaObject::invokeMethod(
            this,
            [this, opened] {
                m_engine = opened;
                Q_EMIT this->opened();
            },
            Qt::QueuedConnection);
    });
}

} // namespace engine
