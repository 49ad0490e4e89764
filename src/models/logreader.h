// SPDX-License-Identifier: GPL-3.0-or-later
// Reads pages of the log in a thread and with a connection of its own, so that no search is waited
// for; what has been overtaken by a newer question is not answered.
#pragma once

#include "storage/journal.h"

#include <QHash>
#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace models {

struct LogQuestion
{
    enum Kind {
        Place,  // a page of older rows from filter.afterId on; how many newer ones there are is then unknown
        Older,  // the page after the last row
        Newer,  // the page before the first row
        Reread, // the rows again, `rows` of them from the newest loaded on
    };
    Kind kind = Place;
    storage::MessageFilter filter; // fromId and toId are found from the period
    qint64 periodFromMs = 0;       // 0 and 0: any time
    qint64 periodUntilMs = 0;
    qint64 goToMs = 0; // Place: begin with what was made before this time
    int rows = 0;
    int generation = 0;
};

struct LogAnswer
{
    LogQuestion question;
    QList<domain::Message> rows; // newest first
    QHash<qint64, QString> campaigns;
    bool atNewest = false; // Place, Newer, Reread: nothing newer matches
    bool atOldest = false; // Place, Older, Reread: nothing older matches
    std::optional<qint64> total;
    std::optional<base::Error> problem;
};

class LogReader final : public QObject
{
    Q_OBJECT
public:
    // Begins its thread; the file is opened there with the first question.
    explicit LogReader(const QString &databaseFile);
    ~LogReader() override;

    void ask(LogQuestion question); // Place begins a new generation
    int generation() const { return m_generation; }

Q_SIGNALS:
    void answered(const models::LogAnswer &answer);

private:
    class Worker;

    QThread m_thread;
    Worker *m_worker;
    std::atomic<int> m_generation = 0;
};

} // namespace models
