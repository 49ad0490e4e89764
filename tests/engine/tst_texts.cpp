// SPDX-License-Identifier: GPL-3.0-or-later
// Saved texts as a person changes them.
#include "engine/texts.h"
#include "support/manualclock.h"
#include "support/temporarydatabase.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<support::TemporaryDatabase>();
        m_commits = std::make_unique<storage::GroupCommit>(*m_database);
        m_texts = std::make_unique<engine::Texts>(*m_database, *m_commits, m_clock);
    }
    void cleanup()
    {
        m_texts.reset();
        m_commits.reset();
    }

    void aNewOneIsKeptWithItsTimeAndTold()
    {
        QSignalSpy changed(m_texts.get(), &engine::Texts::changed);
        QVERIFY(m_texts->save({u"Dugnad"_s, u"Husk dugnaden"_s}, {}).ok());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(stored().size(), 1);
        QCOMPARE(stored().constFirst().text, u"Husk dugnaden"_s);
        QCOMPARE(stored().constFirst().changedMs, m_clock.nowMs());
    }

    void aNameIsChangedInPlace()
    {
        QVERIFY(m_texts->save({u"Dugnad"_s, u"Husk"_s}, {}).ok());
        QVERIFY(m_texts->save({u"Vårdugnad"_s, u"Husk"_s}, u"Dugnad"_s).ok());
        QCOMPARE(stored().size(), 1);
        QCOMPARE(stored().constFirst().name, u"Vårdugnad"_s);
    }

    void anothersNameIsNotTaken_data()
    {
        QTest::addColumn<QString>("former");
        QTest::newRow("by a new one") << QString();
        QTest::newRow("by one that is renamed") << u"Møte"_s;
    }
    void anothersNameIsNotTaken()
    {
        QFETCH(QString, former);
        QVERIFY(m_texts->save({u"Dugnad"_s, u"Husk"_s}, {}).ok());
        QVERIFY(m_texts->save({u"Møte"_s, u"Kom"_s}, {}).ok());
        QSignalSpy changed(m_texts.get(), &engine::Texts::changed);
        const auto saved = m_texts->save({u"Dugnad"_s, u"Kom"_s}, former);
        QVERIFY(!saved.ok());
        QCOMPARE(saved.error().code, base::ErrorCode::InvalidField);
        QCOMPARE(saved.error().field, u"name"_s);
        QCOMPARE(stored().size(), 2);
        QCOMPARE(changed.size(), 0);
    }

    void oneThatWasRemovedMeanwhileIsSavedAsNew()
    {
        QVERIFY(m_texts->save({u"Møte"_s, u"Kom"_s}, u"Borte"_s).ok());
        QCOMPARE(stored().size(), 1);
    }

    void aTextWithoutANameIsNotSaved() { QVERIFY(!m_texts->save({u"  "_s, u"Kom"_s}, {}).ok()); }

    void aRemovedOneIsGoneAndTold()
    {
        QVERIFY(m_texts->save({u"Dugnad"_s, u"Husk"_s}, {}).ok());
        QSignalSpy changed(m_texts.get(), &engine::Texts::changed);
        QVERIFY(m_texts->remove(u"Dugnad"_s).ok());
        QCOMPARE(changed.size(), 1);
        QVERIFY(stored().isEmpty());
        QCOMPARE(m_texts->remove(u"Dugnad"_s).error().code, base::ErrorCode::NotFound);
    }

private:
    QList<storage::SavedText> stored() { return storage::TextRepository(*m_database).texts().value(); }

    support::ManualClock m_clock;
    std::unique_ptr<support::TemporaryDatabase> m_database;
    std::unique_ptr<storage::GroupCommit> m_commits;
    std::unique_ptr<engine::Texts> m_texts;
};

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
