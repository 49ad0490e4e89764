// SPDX-License-Identifier: GPL-3.0-or-later
// The computer stays awake while messages are sent, and no longer.
#include "engine/campaigns.h"
#include "engine/office.h"
#include "engine/planning.h"
#include "engine/wakefulness.h"
#include "support/patience.h"

using namespace Qt::StringLiterals;

namespace {

// In place of the system's own command; it writes down when it begins and ends.
class Inhibitor
{
public:
    explicit Inhibitor(const QByteArray &last = "\"$last\"\necho ends >> \"$0.log\"\n")
    {
        QFile script(m_folder.filePath(command()));
        if (!script.open(QIODevice::WriteOnly))
            qFatal("not written");
        script.write("#!/bin/sh\necho begins >> \"$0.log\"\nfor last; do :; done\n" + last);
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        qputenv("PATH", m_folder.path().toUtf8() + ':' + m_path);
    }
    ~Inhibitor() { qputenv("PATH", m_path); }

    QByteArrayList log() const
    {
        QFile file(m_folder.filePath(command() + u".log"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QByteArrayList();
    }

private:
    static QString command()
    {
#ifdef Q_OS_MACOS
        return u"caffeinate"_s;
#else
        return u"systemd-inhibit"_s;
#endif
    }

    QTemporaryDir m_folder;
    const QByteArray m_path = qgetenv("PATH");
};

} // namespace

class TestWakefulness : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsKeptFromTheFirstMessageToTheLast()
    {
        const Inhibitor inhibitor;
        support::Office office;
        engine::Draft draft;
        draft.sender = u"Firmanavn"_s;
        draft.text = u"Hei"_s;
        draft.recipients.typed = {u"99999999"_s};
        const qint64 id = office.planned(draft).value().campaign;
        QCOMPARE(inhibitor.log(), QByteArrayList());
        std::optional<base::Result<void>> begun;
        office.engine->campaigns().start(id, true, [&](const base::Result<void> &result) { begun = result; });
        QTRY_VERIFY(begun.has_value());
        QVERIFY(begun->ok());
        QTRY_COMPARE(office.campaign(id).state, domain::CampaignState::Finished);
        QTRY_COMPARE(inhibitor.log(), (QByteArrayList{"begins", "ends"}));
    }

    void itEndsWithWhoeverKeptIt()
    {
        const Inhibitor inhibitor;
        {
            engine::Wakefulness wakefulness;
            wakefulness.keep(true);
            wakefulness.keep(true); // once
            QTRY_COMPARE(inhibitor.log(), QByteArrayList{"begins"});
        }
        QCOMPARE(inhibitor.log(), (QByteArrayList{"begins", "ends"}));
    }

    void oneThatCannotOrDoesNotEndHoldsNothingUp()
    {
        const Inhibitor inhibitor("exec sleep 60\n");
        engine::Wakefulness wakefulness;
        wakefulness.keep(true);
        QTRY_COMPARE(inhibitor.log(), QByteArrayList{"begins"});
        QElapsedTimer timer;
        timer.start();
        wakefulness.keep(false);
        QVERIFY(timer.elapsed() < 10'000);
    }
};

QTEST_GUILESS_MAIN(TestWakefulness)
#include "tst_wakefulness.moc"
