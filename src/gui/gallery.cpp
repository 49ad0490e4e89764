// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/gallery.h"

#include "engine/language.h"
#include "gui/mainwindow.h"
#include "gui/pages/campaignpage.h"
#include "gui/pages/inboxpage.h"
#include "gui/pages/sendpage.h"
#include "gui/pages/settingspage.h"

#include <QApplication>
#include <QDir>
#include <QListView>
#include <QMetaEnum>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QTextStream>
#include <QTimer>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 400; // what a page asks of the engine has come by then
const QList<QSize> sizes{{1366, 768}, {1024, 700}};

} // namespace

Gallery::Gallery(Application &application, QString folder, QString suffix, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_folder(std::move(folder))
    , m_suffix(std::move(suffix))
{
}

void Gallery::begin()
{
    QDir().mkpath(m_folder);
    MainWindow *window = m_application.window();
    window->sendPage()->useCampaign(window->campaignPage()->campaign());
    window->sendPage()->addList(QDir(m_folder).filePath(u"medlemmer.csv"_s));
    const QMetaEnum names = QMetaEnum::fromType<PageId>();
    for (const PageId page : window->pages()) {
        const QString name = QString::fromLatin1(names.valueToKey(static_cast<int>(page))).toLower();
        m_shots.append({name, [window, page] {
                            window->goTo(page);
                            if (page != PageId::Inbox)
                                return;
                            auto *conversations =
                                window->inboxPage()->findChild<QListView *>(u"conversationList"_s);
                            conversations->setCurrentIndex(conversations->model()->index(1, 0));
                        }});
    }
    for (int section = 1; section < window->settingsPage()->count(); ++section)
        m_shots.append({u"settings%1"_s.arg(section + 1), [window, section] {
                            window->goTo(PageId::Settings);
                            window->settingsPage()->open(section);
                        }});
    m_shots.append({u"campaign"_s, [window] { window->openCampaign(window->campaignPage()->campaign()); }});
    next();
}

// One view at a time: it is shown, given a moment, then taken at each size in each language.
void Gallery::next()
{
    if (m_shots.isEmpty()) {
        Q_EMIT finished(0);
        return;
    }
    const Shot shot = m_shots.takeFirst();
    shot.open();
    QTimer::singleShot(settleMs, this, [this, shot] {
        if (!picture(shot.name))
            Q_EMIT finished(1);
        else
            next();
    });
}

bool Gallery::picture(const QString &name)
{
    const QString before = engine::language::current();
    bool good = true;
    for (const QSize size : sizes) {
        m_application.window()->resize(size);
        for (const QString &language : {u"nb"_s, u"en"_s}) {
            engine::language::install(language);
            for (int turn = 0; turn < 3; ++turn)
                QApplication::processEvents();
            const QString file = u"%1/%2-%3-%4x%5%6.png"_s.arg(m_folder, name, language)
                                     .arg(size.width())
                                     .arg(size.height())
                                     .arg(m_suffix.isEmpty() ? QString() : QString(u'-' + m_suffix));
            good = m_application.window()->grab().save(file) && good;
            QTextStream(stdout) << file << '\n';
        }
    }
    engine::language::install(before);
    return good;
}

} // namespace gui
