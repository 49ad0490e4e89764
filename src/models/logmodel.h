// SPDX-License-Identifier: GPL-3.0-or-later
// The log as table rows, the newest first: a stretch of it around the place that is looked at, which
// grows at both ends as it is scrolled, and jumps. What a search leaves few of is sorted by any column. Reads
// in LogReader's thread.
#pragma once

#include "models/logreader.h"
#include "models/messagerows.h"

namespace models {

class LogModel final : public MessageRows
{
    Q_OBJECT
public:
    enum Column { Since, Number, Name, Text, State, Campaign };

    struct Filter
    {
        QString search;
        QList<domain::MessageState> states; // empty: any
        std::optional<qint64> campaign;
        qint64 fromMs = 0;  // made from this time …
        qint64 untilMs = 0; // … and before this one; 0: at any time

        bool operator==(const Filter &) const = default;
    };

    static constexpr int sortedAtMost = 2000; // rows

    explicit LogModel(const QString &databaseFile, QObject *parent = nullptr);

    void setFilter(const Filter &filter); // begins with the newest
    const Filter &filter() const { return m_filter; }
    storage::MessageFilter storedFilter() const; // for an export of the rows shown
    void goToNewest();
    void goToOldest();
    void goToTime(qint64 ms); // begins with what was made before it
    // By a column, where at most sortedAtMost match; else byTimeAgain, and it goes by time as with -1.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void refresh(); // the rows again, and newer ones where the newest was shown

    bool isLoading() const { return m_loading; }
    std::optional<qint64> total() const { return m_total; } // absent: unknown
    bool isAtNewest() const { return m_atNewest; }
    bool isAtOldest() const { return m_atOldest; }
    // The stretch grows towards the newer: for a view that has come to its top.
    void fetchNewer();

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void byTimeAgain(bool tooManyToSort); // else one has jumped to a place in it
    void loaded();                        // an answer has been taken in; total and the ends are known

private:
    LogQuestion question(LogQuestion::Kind kind) const;
    void place(LogQuestion question);
    void take(const LogAnswer &answer);
    void goByTime(bool tooManyToSort);
    void takePlace(const LogAnswer &answer);
    void arrange(QList<domain::Message> rows); // in the order that was chosen
    void takeReread(const LogAnswer &answer);
    QString campaignName(qint64 campaign) const override;

    LogReader m_reader;
    Filter m_filter;
    QHash<qint64, QString> m_campaigns;
    std::optional<qint64> m_total;
    storage::MessageFilter m_stored;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_loading = false;
    bool m_askedOlder = false;
    bool m_askedNewer = false;
    bool m_atNewest = true;
    bool m_atOldest = true;
};

} // namespace models
