// SPDX-License-Identifier: GPL-3.0-or-later
// What a program that stays open does by itself: settles what stays silent, indexes for search, forgets
// what is too old, looks for damage and keeps nightly backups.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "engine/partcontext.h"
#include "engine/profile.h"
#include "storage/groupcommit.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace campaign {
class Confirmations;
}

namespace engine {

class Campaigns;
class Changes;
class OwnTime;
class Settings;
class Soundness;
class Upkeep;

struct BackupFile
{
    QString file;
    qint64 writtenMs = 0;
    qint64 bytes = 0;
};

QList<BackupFile> backupsOf(const Profile &profile); // of each night, newest first

struct CareContext : PartContext
{
    const Profile &profile;
    OwnTime &ownTime;
    Changes &changes;
    Upkeep &upkeep;
    Soundness &soundness;
    const Campaigns &campaigns; // sending goes first
};

class Care final : public QObject
{
    Q_OBJECT
public:
    explicit Care(const CareContext &context);
    ~Care() override;

    void start(); // from then on all of it, lookAfter() every hour
    void stop();
    // Forgets what is too old, backs up once a day, checks the database once a week.
    void lookAfter();
    QList<BackupFile> backups() const; // the nightly ones, newest first
    // A copy to keep elsewhere, made in the background.
    void backUp(const QString &file, std::function<void(const base::Result<void> &)> done);

private:
    void indexSome();
    void forgetSome();
    void backUpNightly();

    CareContext m_context;
    std::unique_ptr<campaign::Confirmations> m_confirmations;
    QTimer m_indexTimer;
    QTimer m_hourTimer;
    QTimer m_forgetTimer;
};

} // namespace engine
