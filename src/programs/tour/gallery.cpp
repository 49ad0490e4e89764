// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/tour/gallery.h"

#include "engine/language.h"
#include "gui/dialogs/importwizard.h"
#include "gui/dialogs/listdialog.h"
#include "gui/mainwindow.h"
#include "gui/pages/campaignpage.h"
#include "gui/pages/campaignspage.h"
#include "gui/pages/contactspage.h"
#include "gui/pages/firstrunpage.h"
#include "gui/pages/inboxpage.h"
#include "gui/pages/receptionsection.h"
#include "gui/pages/sendpage.h"
#include "gui/pages/settingspage.h"
#include "gui/pages/textspage.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMetaEnum>
#include <QPixmap>
#include <QPushButton>
#include <QTableView>
#include <QTextStream>
#include <QTimer>
#include <QToolButton>

namespace programs {
using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 400; // what a page asks of the engine has come by then
const QList<QSize> sizes{{1366, 768}, {1024, 700}};
const QStringList languages{QStringLiteral("nb"), QStringLiteral("en")};

// A button of that name is there: the tour is a test of it.
void press(const QWidget *within, const QString &button)
{
    within->findChild<QPushButton *>(button)->click();
}

void chooseMore(const QWidget *page, const QString &action) // in the menu More
{
    Q_EMIT page->findChild<QPushButton *>(u"moreButton"_s)->menu()->aboutToShow();
    page->findChild<QAction *>(action)->trigger();
}

} // namespace

Gallery::Gallery(gui::Application &application, QString folder, QString suffix, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_folder(std::move(folder))
    , m_suffix(std::move(suffix))
{
}

void Gallery::begin()
{
    QDir().mkpath(m_folder);
    const gui::MainWindow *window = m_application.window();
    window->sendPage()->use(window->campaignPage()->campaign(), engine::Again::Nobody);
    QTimer::singleShot(settleMs, this, [this] { // it is on the Send page by then
        addPages();
        addContactDialogs();
        addOtherDialogs();
        next();
    });
}

void Gallery::addPages()
{
    gui::MainWindow *window = m_application.window();
    window->sendPage()->addList(QDir(m_folder).filePath(u"medlemmer.csv"_s));
    const QMetaEnum names = QMetaEnum::fromType<gui::PageId>();
    for (const gui::PageId page : window->pages()) {
        const QString name = QString::fromLatin1(names.valueToKey(static_cast<int>(page))).toLower();
        m_shots.append({name, [window, page] {
                            window->goTo(page);
                            if (page != gui::PageId::Inbox)
                                return;
                            auto *conversations =
                                window->inboxPage()->findChild<QListView *>(u"conversationList"_s);
                            conversations->setCurrentIndex(conversations->model()->index(1, 0));
                        }});
    }
    for (int section = 1; section < window->settingsPage()->count(); ++section)
        m_shots.append({u"settings%1"_s.arg(section + 1), [window, section] {
                            window->goTo(gui::PageId::Settings);
                            window->settingsPage()->open(section);
                        }});
    m_shots.append({u"settings-mailbox"_s, [window] {
                        window->goTo(gui::PageId::Settings);
                        window->settingsPage()->open<gui::ReceptionSection>()->showMailbox();
                    }});
    m_shots.append({u"campaign"_s, [window] { window->openCampaign(window->campaignPage()->campaign()); }});
    for (const QString &side : {u"planned"_s, u"month"_s}) {
        m_shots.append({side, [window, side] {
                            window->goTo(gui::PageId::Campaigns);
                            press(window->findChild<gui::CampaignsPage *>(), side + u"Button"_s);
                        }});
    }
    m_shots.append({u"one-person"_s, [window] {
                        window->goTo(gui::PageId::Contacts);
                        const QWidget *page = window->findChild<gui::ContactsPage *>();
                        page->findChild<QTableView *>(u"table"_s)->selectRow(0);
                        chooseMore(page, u"historyAction"_s);
                    }});
    m_shots.append({u"send-when"_s, [window] {
                        window->goTo(gui::PageId::Send);
                        window->sendPage()->findChild<QToolButton *>(u"whenButton"_s)->setChecked(true);
                    }});
    m_shots.append({u"send-template"_s, [window] {
                        window->sendPage()->findChild<QToolButton *>(u"whenButton"_s)->setChecked(false);
                        window->sendPage()->findChild<QComboBox *>(u"kindCombo"_s)->setCurrentIndex(1);
                    }});
    m_shots.append(
        {u"texts-new"_s, [window] {
             window->goTo(gui::PageId::Texts);
             window->findChild<gui::TextsPage *>()->findChild<QPushButton *>(u"firstButton"_s)->click();
         }});
}

// Each is opened as a person opens it, from its page.
void Gallery::addContactDialogs()
{
    gui::MainWindow *window = m_application.window();
    const QString list = QDir(m_folder).filePath(u"medlemmer.csv"_s);
    const auto contacts = [window]() -> QWidget * {
        window->goTo(gui::PageId::Contacts);
        return window->findChild<gui::ContactsPage *>();
    };
    m_shots.append({u"contact-new"_s, [contacts] { press(contacts(), u"newButton"_s); }, true});
    m_shots.append({u"contact"_s,
                    [contacts] {
                        const QWidget *page = contacts();
                        press(page, u"newButton"_s);
                        page->findChild<QLineEdit *>(u"numberEdit"_s)->setText(u"+47 999 91"_s);
                    },
                    true});
    for (int step = 0; step <= 3; ++step)
        m_shots.append({u"import%1"_s.arg(step + 1),
                        [contacts, list, step] {
                            const QWidget *page = contacts();
                            press(page, u"importButton"_s);
                            auto *wizard = page->findChild<gui::ImportWizard *>();
                            if (step > 0)
                                wizard->openFile(list);
                            for (int i = 1; i < step; ++i)
                                QTimer::singleShot(i * settleMs, wizard,
                                                   [wizard] { press(wizard, u"nextButton"_s); });
                        },
                        true});
    m_shots.append({u"person"_s,
                    [contacts] {
                        const QWidget *page = contacts();
                        page->findChild<QTableView *>(u"table"_s)->selectRow(0);
                        chooseMore(page, u"personAction"_s);
                    },
                    true});
    m_shots.append({u"merge"_s,
                    [contacts] {
                        const QWidget *page = contacts();
                        auto *table = page->findChild<QTableView *>(u"table"_s);
                        table->setSelectionMode(QAbstractItemView::MultiSelection);
                        table->clearSelection();
                        table->selectRow(0);
                        table->selectRow(1);
                        table->setSelectionMode(QAbstractItemView::ExtendedSelection);
                        chooseMore(page, u"mergeAction"_s);
                    },
                    true});
}

void Gallery::addOtherDialogs()
{
    gui::MainWindow *window = m_application.window();
    m_shots.append(
        {u"list"_s,
         [this, window] {
             QFile file(QDir(m_folder).filePath(u"elever.csv"_s));
             if (file.open(QIODevice::WriteOnly))
                 file.write(
                     "Elevliste;;\nElev;Foresatt;Trinn\nT\xb5\xb6\xb7;99999991;7A\nKari;99999992;7B\n");
             file.close();
             auto *dialog = new gui::ListDialog(m_application.context(), file.fileName(), {}, window);
             dialog->setAttribute(Qt::WA_DeleteOnClose);
             dialog->open();
         },
         true});
    m_shots.append({u"message"_s,
                    [window] {
                        window->openCampaign(window->campaignPage()->campaign());
                        auto *table = window->campaignPage()->findChild<QTableView *>(u"table"_s);
                        Q_EMIT table->activated(table->model()->index(0, 0));
                    },
                    true});
    m_shots.append({u"leftout"_s,
                    [window] {
                        window->goTo(gui::PageId::Send);
                        window->sendPage()->findChild<QComboBox *>(u"kindCombo"_s)->setCurrentIndex(0);
                        QTimer::singleShot(2 * settleMs, window, [window] { // found out by then
                            press(window->sendPage(), u"leftOutButton"_s);
                        });
                    },
                    true});
    for (const bool steps : {false, true})
        m_shots.append({steps ? u"firstrun2"_s : u"firstrun"_s,
                        [this, steps] {
                            auto *page = new gui::FirstRunPage(m_application.context());
                            page->setAttribute(Qt::WA_DeleteOnClose);
                            page->setWindowModality(Qt::ApplicationModal);
                            page->resize(900, 600);
                            page->show();
                            if (steps)
                                press(page, u"accountButton"_s);
                        },
                        true});
}

// One view at a time: it is shown, given a moment, then taken at each size in each language.
void Gallery::next()
{
    if (m_shots.isEmpty()) {
        Q_EMIT finished(0);
        return;
    }
    const Shot shot = m_shots.takeFirst();
    if (shot.dialog) {
        nextDialog(shot, languages);
        return;
    }
    shot.open();
    QTimer::singleShot(settleMs, this, [this, shot] {
        if (!picture(shot.name))
            Q_EMIT finished(1);
        else
            next();
    });
}

// A dialog is reopened in each language, above the smaller window.
void Gallery::nextDialog(const Shot &shot, QStringList left)
{
    if (left.isEmpty()) {
        next();
        return;
    }
    engine::language::install(left.takeFirst());
    m_application.window()->resize(sizes.constLast());
    QTimer::singleShot(0, this, shot.open); // which returns when the dialog is closed, if it waits for that
    QTimer::singleShot(4 * settleMs, this, [this, shot, left] {
        QWidget *dialog = QApplication::activeModalWidget();
        const bool good = dialog && save(dialog, shot.name, sizes.constLast());
        if (dialog)
            dialog->close();
        if (!good) {
            qWarning("There is no picture of %ls", qUtf16Printable(shot.name));
            Q_EMIT finished(1);
            return;
        }
        QTimer::singleShot(0, this, [this, shot, left] { nextDialog(shot, left); });
    });
}

bool Gallery::picture(const QString &name)
{
    const QString before = engine::language::current();
    bool good = true;
    for (const QSize size : sizes) {
        m_application.window()->resize(size);
        for (const QString &language : languages) {
            engine::language::install(language);
            for (int turn = 0; turn < 4; ++turn)
                QApplication::processEvents();
            good = save(m_application.window(), name, size) && good;
        }
    }
    engine::language::install(before);
    return good;
}

bool Gallery::save(QWidget *widget, const QString &name, QSize size)
{
    const QString file = u"%1/%2-%3-%4x%5%6.png"_s.arg(m_folder, name, engine::language::current())
                             .arg(size.width())
                             .arg(size.height())
                             .arg(m_suffix.isEmpty() ? QString() : QString(u'-' + m_suffix));
    QTextStream(stdout) << file << '\n';
    return widget->grab().save(file);
}

} // namespace programs
