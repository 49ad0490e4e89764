// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application.h"

#include "engine/care.h"
#include "engine/contactbook.h"
#include "engine/demo.h"
#include "engine/demogateway.h"
#include "engine/language.h"
#include "engine/mailbox.h"
#include "engine/maintenance.h"
#include "engine/reception.h"
#include "engine/settings.h"
#include "engine/wording.h"
#include "gui/banners.h"
#include "gui/leaving.h"
#include "gui/mainwindow.h"
#include "gui/pages/firstrunpage.h"
#include "gui/pages/sendpage.h"
#include "gui/proofreader.h"
#include "gui/question.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/wheelguard.h"
#include "gui/windowplaces.h"

#include <QApplication>
#include <QDateTime>
#include <QEventLoop>
#include <QFileOpenEvent>
#include <QLocale>
#include <QScreen>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace gui {
using namespace Qt::StringLiterals;

namespace {
constexpr int takeOverStepMs = 500;
constexpr int mostTakeOverTries = 20;

// macOS hands an sms: address over as an event, not as a word of the command line.
class LinkEvents final : public QObject
{
public:
    LinkEvents(std::function<void(const QString &)> open, QObject *parent)
        : QObject(parent)
        , m_open(std::move(open))
    {
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::FileOpen)
            return QObject::eventFilter(watched, event);
        m_open(static_cast<QFileOpenEvent *>(event)->url().toString(QUrl::FullyEncoded));
        return true;
    }

private:
    std::function<void(const QString &)> m_open;
};

} // namespace

Application::Application(Start start, QObject *parent)
    : QObject(parent)
    , m_start(std::move(start))
{
    connect(&m_engine, &engine::EngineThread::opened, this, &Application::opened);
    connect(&m_engine, &engine::EngineThread::failed, this, &Application::failed);
    qApp->installEventFilter(new WheelGuard(this));
    const auto openLink = [this](const QString &link) {
        if (m_window)
            m_window->openLink(link);
        else
            m_start.link = link; // until there is one
    };
    qApp->installEventFilter(new LinkEvents(openLink, this));
    connect(&m_receiverRetry, &QTimer::timeout, this, &Application::startReceiver);
    connect(
        qApp, &QGuiApplication::commitDataRequest, this, [this] { pauseForEnd(); }, Qt::DirectConnection);
}

Application::~Application()
{
    m_window.reset();
    m_firstRun.reset();
    m_context.reset();
    m_proofreader.reset();
    m_reader.reset();
}

void Application::open()
{
    auto profile = engine::Profile::at(m_start.profile);
    if (!profile)
        return failed(profile.error());
    m_profile = std::move(profile).value();
    const engine::Settings settings(m_profile->settingsFile());
    engine::language::install(m_start.language.isEmpty() ? settings.value(u"language"_s) : m_start.language);
    if (const QString kept = settings.value(u"appearance"_s); !m_start.dressed && !kept.isEmpty())
        theme::dress(*qApp, theme::appearanceOf(kept));
    m_engine.open(m_profile->folder());
}

void Application::leave()
{
    if (!m_window) {
        Q_EMIT ended({});
        return;
    }
    connect(
        m_window->leaving(), &Leaving::paused, this,
        [this] {
            m_window->keepForNextTime();
            Q_EMIT ended({});
        },
        Qt::SingleShotConnection);
    m_window->stopSending();
}

void Application::pauseForEnd()
{
    if (!m_window)
        return;
    QEventLoop waiting;
    bool paused = false;
    connect(m_window->leaving(), &Leaving::paused, &waiting, [&] {
        paused = true;
        waiting.quit();
    });
    m_window->stopSending();
    if (!paused)
        waiting.exec(QEventLoop::ExcludeUserInputEvents);
}

void Application::failed(const base::Error &error)
{
    if (error.code == base::ErrorCode::DatabaseUnusable && m_profile && restoreOffered(error))
        return;
    if (error.code != base::ErrorCode::ProfileInUse || !m_profile) {
        Q_EMIT ended(engine::wording::sentence(error));
        return;
    }
    if (m_takeOverTries > 0) { // whoever makes room for us is still at it
        --m_takeOverTries;
        QTimer::singleShot(takeOverStepMs, this, [this] { m_engine.open(m_profile->folder()); });
        return;
    }
    // Another window comes to the front; a receiver without a window is asked to make room.
    if (!error.detail.startsWith("budstikke-cli"_L1)) {
#ifdef Q_OS_WIN
        ::AllowSetForegroundWindow(ASFW_ANY); // whoever was started last may give it away
#endif
        const bool raised = engine::OwnerServer::ask(*m_profile, "raise", m_start.link.toUtf8()).has_value();
        Q_EMIT ended(raised ? QString() : engine::wording::sentence(error));
        return;
    }
    const auto answer = engine::OwnerServer::ask(*m_profile, "owner");
    const auto receiver = answer ? engine::receiverSettings(*answer) : std::nullopt;
    if (!receiver) { // it sends or imports, and ends by itself
        Q_EMIT ended(engine::wording::sentence(error));
        return;
    }
    QApplication::setQuitOnLastWindowClosed(false); // QMessageBox counts as the last window
    Question question;
    question.words =
        tr("%1 is already receiving messages for this profile. Stop it and receive in this window instead?")
            .arg(error.detail);
    question.answers = {{tr("Receive here")}, {tr("Not now"), Answer::Leave}};
    if (!agreed(nullptr, question) || !engine::OwnerServer::ask(*m_profile, "takeover")) {
        Q_EMIT ended({});
        return;
    }
    m_takeOver = receiver;
    m_takeOverTries = mostTakeOverTries;
    m_engine.open(m_profile->folder());
}

bool Application::restoreOffered(const base::Error &error)
{
    const QList<engine::BackupFile> backups = engine::backupsOf(*m_profile);
    if (backups.isEmpty())
        return false;
    const QString newest = engine::language::locale().toString(
        QDateTime::fromMSecsSinceEpoch(backups.constFirst().writtenMs), QLocale::LongFormat);
    QApplication::setQuitOnLastWindowClosed(false); // QMessageBox counts as the last window
    Question question;
    question.words = engine::wording::sentence(error);
    question.more =
        tr("The newest backup was made on %1. The current database is kept as well. Nothing is sent "
           "automatically: messages that were waiting are held until you release them.")
            .arg(newest);
    question.answers = {{tr("Restore this backup")}, {tr("Not now"), Answer::Leave}};
    question.grave = true;
    if (!agreed(nullptr, question))
        return false;
    restore(backups.constFirst().file);
    return true;
}

void Application::opened()
{
    m_takeOverTries = 0;
    auto reader = storage::Database::open(m_profile->databaseFile(), storage::OpenMode::ReadOnly, m_clock);
    if (!reader)
        return failed(reader.error());
    m_reader = std::move(reader).value();
    const engine::Settings settings(m_profile->settingsFile());
    m_proofreader = std::make_unique<Proofreader>(m_engine, settings, spelling::dictionaryFolders());
    m_context = std::make_unique<Context>(Context{m_engine, *m_reader, settings, false, m_proofreader.get()});
    m_server = std::make_unique<engine::OwnerServer>(*m_profile);
    if (auto listening = m_server->listen(); !listening && m_restored.isEmpty())
        m_restored = listening.error();
    connect(m_server.get(), &engine::OwnerServer::raiseWanted, this, [this](const QString &link) {
        if (!m_window)
            return;
        bringForward(*m_window);
        if (!link.isEmpty())
            m_window->openLink(link);
    });
    const auto account = m_context->settings.account({});
    if (m_start.demo || (account && account->demo))
        startDemo();
    else if (account)
        showWindow();
    else
        firstRun();
}

void Application::firstRun()
{
    m_firstRun = std::make_unique<FirstRunPage>(*m_context);
    m_firstRun->setWindowTitle(u"Budstikke"_s);
    m_firstRun->resize(QSize(900, 600).boundedTo(m_firstRun->screen()->availableSize()));
    connect(m_firstRun.get(), &FirstRunPage::languageChosen, this, &Application::setLanguage);
    connect(m_firstRun.get(), &FirstRunPage::demoChosen, this, &Application::startDemo);
    connect(m_firstRun.get(), &FirstRunPage::accountReady, this, [this] { showWindow(); });
    m_firstRun->show();
}

void Application::startDemo()
{
    m_engine.call(
        this,
        [](engine::DemoGateway &demo, engine::ContactBook &contacts) {
            auto started = demo.start();
            return started ? contacts.addMissing(engine::demoContacts()) : started;
        },
        [this](const base::Result<void> &started) {
            if (started)
                showWindow();
            else if (m_firstRun)
                m_firstRun->say(engine::wording::sentence(started.error()));
            else
                failed(started.error());
        });
}

void Application::showWindow()
{
    m_context->demo = m_context->settings.account({}).value_or(domain::Account{}).demo;
    m_window = std::make_unique<MainWindow>(*m_context);
    connect(m_window.get(), &MainWindow::languageChosen, this, &Application::setLanguage);
    // Not inside the window's own signal: it is deleted there.
    connect(
        m_window.get(), &MainWindow::restoreWanted, this, [this](const QString &backup) { restore(backup); },
        Qt::QueuedConnection);
    if (!m_start.link.isEmpty())
        m_window->openLink(m_start.link);
    connect(m_window.get(), &MainWindow::accountsChanged, this, &Application::startReceiver);
    m_window->show();
    startReceiver();
    QApplication::setQuitOnLastWindowClosed(true);
    if (!m_restored.isEmpty())
        m_window->say(std::exchange(m_restored, {}));
    m_firstRun.reset();
    Q_EMIT windowShown();
}

void Application::startReceiver()
{
    if (!m_context || m_context->demo)
        return; // closing, or the demo's own receives
    m_engine.call(
        this,
        [](engine::Mailbox &mailbox) {
            mailbox.startAsking();
            return true;
        },
        [](bool) {});
    const engine::ReceiverSettings receiver =
        std::exchange(m_takeOver, std::nullopt).value_or(m_context->settings.receiver());
    if (!receiver.enabled)
        return;
    m_engine.call(
        this,
        [receiver](engine::Reception &reception) {
            return reception.isReceiving() ? base::Result<void>() : reception.use(receiver);
        },
        [this](const base::Result<void> &receiving) {
            if (receiving || !m_window)
                return;
            m_window->banners()->receiverFailed(receiving.error());
            m_receiverRetry.start(); // the port may come free
        });
}

// Nobody may have the database open: the window and the engine close, and open with what is restored.
void Application::restore(const QString &backup)
{
    QApplication::setQuitOnLastWindowClosed(false);
    m_window.reset();
    m_server.reset();
    m_context.reset();
    m_proofreader.reset();
    m_reader.reset();
    m_engine.close();
    base::Result<engine::Restored> restored = base::Error{};
    {
        auto profile = engine::Profile::at(m_profile->folder());
        restored = profile ? engine::restoreDatabase(profile.value(), backup, m_clock)
                           : base::Result<engine::Restored>(profile.error());
    }
    if (!restored)
        m_restored = restored.error();
    else
        m_restored = [held = static_cast<int>(restored->held), whole = restored->whole] {
            const QString done = tr("The backup is restored. %n messages are held "
                                    "until you release them.",
                                    nullptr, held);
            return whole ? done : QString(done + u' ' + engine::wording::notAllCarriedOver());
        };
    m_engine.open(m_profile->folder());
}

void Application::setLanguage(const QString &language)
{
    engine::language::install(language);
    m_proofreader->followWindow();
    m_engine.call(
        this, [language](engine::Settings &settings) { return settings.setValue(u"language"_s, language); },
        [](const base::Result<void> &) {});
}

} // namespace gui
