// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged database: what the window says of it, and the way back to a backup.
#include "engine/engine.h"
#include "engine/planning.h"
#include "gui/application.h"
#include "gui/banners.h"
#include "gui/mainwindow.h"
#include "gui/pages/backupsection.h"
#include "gui/widgets/strip.h"
#include "storage/campaignrepository.h"
#include "storage/statement.h"
#include "support/fakesecrets.h"
#include "support/openwindow.h"
#include "support/patience.h"

#include <QFile>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

// A profile with one campaign in it.
void fill(const QString &folder, const std::function<void(engine::Engine &)> &then)
{
    const base::SystemClock clock;
    support::FakeSecrets secrets;
    auto profile = engine::Profile::at(folder);
    auto engine = engine::Engine::open(profile.value(), secrets, clock);
    if (!engine)
        qFatal("no engine");
    domain::Account account;
    account.name = u"default"_s;
    account.serviceId = 1234;
    account.authentication = domain::Authentication::IpAddress;
    account.baseUrl = QUrl(u"http://127.0.0.1:9/"_s);
    if (!engine.value()->settings().save(account))
        qFatal("no account");
    engine::Draft draft;
    draft.name = u"Dugnad"_s;
    draft.sender = u"Korps"_s;
    draft.text = u"Hei"_s;
    draft.recipients.typed = {u"99999991"_s, u"99999992"_s};
    if (!engine.value()->planning().planTyped(draft))
        qFatal("no campaign");
    then(*engine.value());
}

void copyDatabase(const QString &from, const QString &to)
{
    for (const QString &suffix : {QString(), u"-wal"_s}) {
        if (QFile::exists(from + suffix) && !QFile::copy(from + suffix, to + suffix))
            qFatal("not copied");
    }
}

std::unique_ptr<gui::Application> opened(const QString &folder)
{
    auto application = std::make_unique<gui::Application>(gui::Start{folder, u"en"_s, false, {}});
    QSignalSpy shown(application.get(), &gui::Application::windowShown);
    application->open();
    if (shown.isEmpty() && !shown.wait(20'000))
        qFatal("no window");
    return application;
}

QStringList campaignNames(gui::Application &application)
{
    QStringList names;
    for (const domain::Campaign &campaign :
         storage::CampaignRepository(application.context().reader).campaigns().value())
        names.append(campaign.name);
    return names;
}

} // namespace

class TestRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeOpenedIsRestoredFromTheNewestBackup()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"budstikke.sqlite"_s);
        fill(folder.path(), [&](engine::Engine &engine) {
            QVERIFY(engine.database().backup(folder.filePath(u"backups/nightly-20261122.sqlite"_s)));
        });
        QFile database(file);
        QVERIFY(database.open(QIODevice::ReadWrite) && database.write("not a database at all") > 0);
        database.close();

        support::OpenWindow::inDialog(this, [](QDialog *dialog) {
            auto *question = qobject_cast<QMessageBox *>(dialog);
            QVERIFY(question && question->text().contains("cannot be used"_L1));
            for (QAbstractButton *button : question->buttons()) {
                if (button->text() == "Restore this backup"_L1)
                    button->click();
            }
        });
        const auto application = opened(folder.path());
        QCOMPARE(campaignNames(*application), QStringList{u"Dugnad"_s});
        // What was there is kept beside it.
        QCOMPARE(QDir(folder.path()).entryList({u"budstikke.sqlite.before-restore-*"_s}).size(), 1);
    }

    void damageFoundAfterAPowerCutIsToldAboveEveryPageAndLeadsToTheBackups()
    {
        const QTemporaryDir before;
        const QTemporaryDir folder;
        fill(before.path(), [&](engine::Engine &engine) {
            QVERIFY(engine.database().backup(folder.filePath(u"backups/nightly-20261122.sqlite"_s)));
            QVERIFY(storage::execute(engine.database(), u"PRAGMA foreign_keys = OFF"_s));
            QVERIFY(storage::execute(engine.database(), u"UPDATE message SET campaign = 77"_s));
            QVERIFY(QFile::copy(before.filePath(u"settings.ini"_s), folder.filePath(u"settings.ini"_s)));
            copyDatabase(before.filePath(u"budstikke.sqlite"_s), folder.filePath(u"budstikke.sqlite"_s));
        });
        const auto application = opened(folder.path());
        const auto *strip = application->window()->findChild<gui::Strip *>(u"storageStrip"_s);
        QTRY_VERIFY(strip->isVisible() && strip->text().contains("damaged"_L1));
        application->window()->findChild<QPushButton *>(u"toBackupsButton"_s)->click();
        auto *section = application->window()->findChild<gui::BackupSection *>();
        QTRY_VERIFY(section->isVisible());

        auto *list = section->findChild<QListWidget *>(u"nightlyList"_s);
        QTRY_COMPARE(list->count(), 1);
        list->setCurrentRow(0);
        support::OpenWindow::inDialog(this, [](QDialog *dialog) {
            for (QAbstractButton *button : qobject_cast<QMessageBox *>(dialog)->buttons()) {
                if (button->text() == "Restore"_L1)
                    button->click();
            }
        });
        QSignalSpy shown(application.get(), &gui::Application::windowShown);
        section->findChild<QPushButton *>(u"restoreButton"_s)->click();
        QVERIFY(shown.wait(20'000));
        QCOMPARE(campaignNames(*application), QStringList{u"Dugnad"_s});
        const auto *after = application->window()->findChild<gui::Strip *>(u"storageStrip"_s);
        QTest::qWait(200);
        QVERIFY(after->isHidden());
    }
};

QTEST_MAIN(TestRestore)
#include "tst_restore.moc"
