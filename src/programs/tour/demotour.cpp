// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/tour/demotour.h"

#include "domain/progress.h"
#include "engine/demo.h"
#include "engine/language.h"
#include "engine/wording.h"
#include "gui/helpwindow.h"
#include "gui/mainwindow.h"
#include "gui/pages/campaignpage.h"
#include "gui/pages/sendpage.h"
#include "storage/campaignrepository.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextStream>

namespace programs {
using namespace Qt::StringLiterals;

namespace {
constexpr int stepMs = 200;
constexpr int patienceMs = 90000;
constexpr int composedMs = 1200; // the engine has examined the list by then
} // namespace

DemoTour::DemoTour(gui::Application &application, QString folder, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
}

void DemoTour::begin()
{
    m_application.window()->resize(1366, 768);
    QTimer::singleShot(500, this, &DemoTour::compose);
}

QWidget *DemoTour::find(const QString &name) const
{
    return m_application.window()->sendPage()->findChild<QWidget *>(name);
}

// The same widget in both languages, switched at once in the open window.
void DemoTour::picture(const QString &step, QWidget *widget)
{
    const QString before = engine::language::current();
    for (const QString &language : {u"nb"_s, u"en"_s}) {
        engine::language::install(language);
        for (int turn = 0; turn < 4; ++turn) // a layout within a layout asks for its room one turn later
            QApplication::processEvents();
        const QString file = u"%1/%2-%3.png"_s.arg(m_folder, step, language);
        if ((widget ? widget : m_application.window())->grab().save(file))
            m_pictures.append(file);
    }
    engine::language::install(before);
}

void DemoTour::compose()
{
    const QString list = QDir(m_folder).filePath(u"medlemmer.csv"_s);
    QFile file(list);
    if (!file.open(QIODevice::WriteOnly) || file.write(engine::demoList()) < 0)
        return fail(engine::wording::sentence({base::ErrorCode::FileUnwritable, list, {}}));
    file.close();
    m_application.window()->sendPage()->addList(list);
    auto *edit = qobject_cast<QPlainTextEdit *>(find(u"messageEdit"_s));
    edit->setPlainText(u"Hei {navn}! Årsmøtet er tirsdag 24. mars kl. 19 – vel møtt i klubbhuset. "
                       "Gi beskjed innen fredag hvis du ikke kan komme.\n\nHilsen styret"_s);
    QTimer::singleShot(composedMs, this, [this] {
        picture(u"1-send-unicode"_s);
        qobject_cast<QPushButton *>(find(u"repairButton"_s))->click();
        QTimer::singleShot(composedMs, this, &DemoTour::pressSend);
    });
}

void DemoTour::pressSend()
{
    picture(u"2-send"_s);
    auto *send = qobject_cast<QPushButton *>(find(u"sendButton"_s));
    if (!send->isEnabled())
        return fail(tr("The demo message cannot be sent."));
    connect(&m_timer, &QTimer::timeout, this, &DemoTour::answerReview);
    m_timer.start(stepMs);
    send->click();
}

void DemoTour::answerReview()
{
    auto *review = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    if (!review)
        return;
    m_timer.stop();
    m_timer.disconnect(this);
    auto *now = review->findChild<QPushButton *>(u"sendNowButton"_s);
    picture(u"3-review"_s, review);
    connect(&m_timer, &QTimer::timeout, this, &DemoTour::watch);
    m_timer.start(stepMs);
    now->click();
}

void DemoTour::watch()
{
    m_waitedMs += stepMs;
    const qint64 id = m_application.window()->campaignPage()->campaign();
    if (id == 0 && m_waitedMs == 2 * stepMs)
        picture(u"4-stop"_s);
    if (m_waitedMs > patienceMs)
        return fail(tr("The demo campaign did not finish in time."));
    if (id == 0)
        return;
    base::SystemClock clock;
    const auto reader =
        storage::Database::open(m_application.databaseFile(), storage::OpenMode::ReadOnly, clock);
    if (!reader)
        return fail(engine::wording::sentence(reader.error()));
    const auto campaign = storage::CampaignRepository(*reader.value()).campaign(id);
    if (!campaign)
        return fail(engine::wording::sentence(campaign.error()));
    const domain::Progress progress(*campaign);
    const qint64 delivered = progress.of(domain::StateGroup::Delivered);
    if (!m_halfway && delivered * 2 > progress.total()) {
        m_halfway = true;
        picture(u"5-campaign-under-way"_s);
    }
    if (campaign->state != domain::CampaignState::Finished || progress.of(domain::StateGroup::UnderWay) > 0)
        return;
    m_timer.stop();
    QTextStream out(stdout);
    out << tr("Delivered %1, failed %2, uncertain %3, of %4 recipients.")
               .arg(delivered)
               .arg(progress.of(domain::StateGroup::Failed))
               .arg(progress.of(domain::StateGroup::Uncertain))
               .arg(progress.total())
        << Qt::endl;
    QTimer::singleShot(1000, this, &DemoTour::finish);
}

void DemoTour::finish()
{
    picture(u"6-campaign"_s);
    m_application.window()->goTo(gui::PageId::Campaigns);
    picture(u"7-campaigns"_s);
    m_application.window()->goTo(gui::PageId::Log);
    QTimer::singleShot(stepMs, this, &DemoTour::finishOthers); // its reader answers meanwhile
}

void DemoTour::finishOthers()
{
    picture(u"9-log"_s);
    m_application.window()->goTo(gui::PageId::Texts);
    picture(u"10-texts"_s);
    gui::HelpWindow help;
    help.open(u"campaigns"_s);
    picture(u"11-help"_s, &help);
    m_application.window()->goTo(gui::PageId::Settings);
    picture(u"8-settings"_s);
    QTextStream out(stdout);
    for (const QString &file : m_pictures)
        out << file << '\n';
    out.flush();
    Q_EMIT finished(0);
}

void DemoTour::fail(const QString &problem)
{
    m_timer.stop();
    QTextStream(stderr) << problem << Qt::endl;
    Q_EMIT finished(1);
}

} // namespace programs
