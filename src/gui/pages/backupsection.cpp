// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/backupsection.h"

#include "engine/care.h"
#include "engine/language.h"
#include "engine/mailbox.h"
#include "engine/maintenance.h"
#include "engine/wording.h"
#include "gui/question.h"
#include "gui/savefile.h"
#include "models/when.h"
#include "ui_backupsection.h"

#include <QDateTime>

namespace gui {
using namespace Qt::StringLiterals;

BackupSection::BackupSection(Context &context, QWidget *parent)
    : SettingsSection(context, parent)
    , m_ui(this)
{
    connect(m_ui->backupButton, &QPushButton::clicked, this, &BackupSection::backUp);
    connect(m_ui->restoreFileButton, &QPushButton::clicked, this, [this] {
        askAndRestore(
            askForExistingFile(this, tr("Restore from a file"), tr("Backups (*.sqlite);;All files (*)")));
    });
    connect(m_ui->restoreButton, &QPushButton::clicked, this, [this] {
        if (const QListWidgetItem *chosen = m_ui->nightlyList->currentItem())
            askAndRestore(chosen->data(Qt::UserRole).toString());
    });
    connect(m_ui->nightlyList, &QListWidget::currentRowChanged, this,
            [this](int row) { m_ui->restoreButton->setEnabled(row >= 0); });
    retranslate();
}

QString BackupSection::title() const
{
    return tr("Backup");
}

void BackupSection::load()
{
    m_ui->strip->say(Strip::Notice, {});
    showBackups();
}

void BackupSection::showBackups()
{
    m_ui->restoreButton->setEnabled(false);
    m_context.engine.call(
        this, [](engine::Care &care) { return care.backups(); },
        [this](const QList<engine::BackupFile> &backups) {
            m_ui->nightlyList->clear();
            const QLocale locale = engine::language::locale();
            for (const engine::BackupFile &backup : backups) {
                auto *item = new QListWidgetItem(
                    tr("%1, %2", "date, size")
                        .arg(models::when(backup.writtenMs),
                             locale.formattedDataSize(backup.bytes, 0, QLocale::DataSizeTraditionalFormat)),
                    m_ui->nightlyList);
                item->setData(Qt::UserRole, backup.file);
            }
            m_ui->noBackupLabel->setVisible(backups.isEmpty());
        });
}

void BackupSection::backUp()
{
    const QString file =
        askForFile(this, tr("Back up to a file"),
                   u"budstikke-%1.sqlite"_s.arg(QDate::currentDate().toString(u"yyyy-MM-dd"_s)),
                   tr("Backups (*.sqlite);;All files (*)"));
    if (file.isEmpty())
        return;
    m_ui->backupButton->setEnabled(false);
    m_ui->strip->say(Strip::Notice, tr("Writing the backup…"));
    m_context.engine.callAsync<base::Result<void>>(
        this,
        [file](engine::Care &care, const std::function<void(base::Result<void>)> &done) {
            care.backUp(file, done);
        },
        [this, file](const base::Result<void> &written) {
            m_ui->backupButton->setEnabled(true);
            if (!written)
                return m_ui->strip->say(Strip::Error, engine::wording::sentence(written.error()));
            QString said = tr("The backup was saved as %1.").arg(file);
            if (!engine::mailboxSettings(m_context.settings).url.isEmpty())
                said +=
                    u'\n' + tr("The mailbox's key is not in it: save a copy of that too, under Receiving.");
            m_ui->strip->say(Strip::Notice, said);
        });
}

void BackupSection::askAndRestore(const QString &backup)
{
    if (backup.isEmpty())
        return;
    Question question;
    question.title = tr("Restore a backup");
    question.words = tr("Contacts and saved texts are restored to the time of the backup. Replies, opt-outs "
                        "and what has been sent since then are kept, and so is the current database. Nothing "
                        "is sent automatically: messages that were waiting are held until you release them.");
    question.answers = {{tr("Restore"), Answer::Destroy}, {tr("Don't restore"), Answer::Leave}};
    question.grave = true;
    if (agreed(this, question))
        Q_EMIT restoreWanted(backup);
}

void BackupSection::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->noBackupLabel->setText(
        tr("No nightly backup yet. The first one is made while the program is open."));
    showBackups();
}

} // namespace gui
