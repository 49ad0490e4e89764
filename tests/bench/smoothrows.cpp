// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchrows.h"

#include "engine/campaigns.h"
#include "engine/engine.h"
#include "engine/reception.h"
#include "gui/application.h"
#include "gui/mainwindow.h"
#include "gui/widgets/theme.h"
#include "storage/campaignrepository.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace bench {
using namespace Qt::StringLiterals;

namespace {

// Notes how long each task of its own thread takes, from the event loop and back to it.
class TimedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread() || m_inside)
            return QApplication::notify(receiver, event);
        m_inside = true;
        QElapsedTimer timer;
        timer.start();
        const bool done = QApplication::notify(receiver, event);
        const double took = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        m_inside = false;
        if (m_noting)
            tasks.append(took);
        return done;
    }
    void note() { m_noting = true; }

    QList<double> tasks; // seconds

private:
    bool m_noting = false;
    bool m_inside = false;
};

} // namespace

QJsonObject smooth(int argc, char *argv[])
{
    TimedApplication application(argc, argv);
    QApplication::setStyle(u"fusion"_s);
    gui::theme::dress(application, gui::theme::Appearance::Light);
    const QStringList arguments = QCoreApplication::arguments().mid(2);
    const qint64 campaign = arguments.value(1).toLongLong();
    engine::ReceiverSettings receiver;
    receiver.enabled = true;
    receiver.listenAddress = u"127.0.0.1"_s;
    receiver.port = arguments.value(2).toUShort();
    receiver.allowed = {u"127.0.0.1"_s};

    gui::Application budstikke(gui::Start{arguments.value(0), u"nb"_s, false, {}});
    QObject::connect(&budstikke, &gui::Application::ended, &application,
                     [](const QString &problem) { qFatal("%ls", qUtf16Printable(problem)); });
    QElapsedTimer timer;
    qint64 sent = 0;
    QTimer watch;
    QObject::connect(&budstikke, &gui::Application::windowShown, &application, [&] {
        budstikke.window()->openCampaign(campaign);
        budstikke.context().engine.callAsync<base::Result<void>>(
            &application,
            [=](engine::Engine &engine, std::function<void(base::Result<void>)> begun) {
                if (auto receiving = engine.reception().start(receiver); !receiving)
                    return begun(receiving.error());
                engine.campaigns().start(campaign, true, begun);
            },
            [&](const base::Result<void> &begun) {
                if (!begun)
                    qFatal("not begun: %ls", qUtf16Printable(begun.error().detail));
                application.note();
                timer.start();
                watch.start(500);
            });
    });
    QObject::connect(&watch, &QTimer::timeout, &application, [&] {
        const auto now = storage::CampaignRepository(budstikke.context().reader).campaign(campaign);
        if (!now || !timer.hasExpired(1000 * arguments.value(3).toInt()))
            return;
        sent = now->recipients - now->counts[static_cast<size_t>(domain::MessageState::Queued)];
        if (now->state == domain::CampaignState::Finished || timer.hasExpired(240'000))
            QApplication::quit();
    });
    budstikke.open();
    QApplication::exec();
    QList<double> tasks = application.tasks;
    std::sort(tasks.begin(), tasks.end());
    return {{u"tasks"_s, tasks.size()},
            {u"p99"_s, tasks.at(tasks.size() * 99 / 100)},
            {u"longest"_s, tasks.constLast()},
            {u"sent"_s, sent}};
}

} // namespace bench
