// SPDX-License-Identifier: GPL-3.0-or-later
// What has changed is told soon and once, however often it changed.
#include "engine/changes.h"
#include "support/patience.h"

#include <QSignalSpy>

class TestChanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aThousandStatusesOfACampaignAreToldOnce()
    {
        engine::Changes changes;
        QSignalSpy messages(&changes, &engine::Changes::messagesChanged);
        QSignalSpy statuses(&changes, &engine::Changes::statusReceived);
        for (int i = 0; i < 1000; ++i) {
            changes.noteMessages(7);
            changes.noteStatus(1000 + i);
        }
        changes.noteMessages(8);
        QCOMPARE(messages.size(), 0);
        QTRY_COMPARE(messages.size(), 2);
        QCOMPARE(statuses.size(), 1);
        QCOMPARE(statuses.constFirst().constFirst().toLongLong(), 1999);
    }

    void whatAPersonDidIsToldAtOnce()
    {
        engine::Changes changes;
        QSignalSpy messages(&changes, &engine::Changes::messagesChanged);
        QSignalSpy campaigns(&changes, &engine::Changes::campaignsChanged);
        changes.tellMessages(7);
        changes.tellCampaigns();
        QCOMPARE(messages.size(), 1);
        QCOMPARE(campaigns.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
