// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a campaign that repeats.
#include "engine/repeatsource.h"
#include "gui/pages/campaignpage.h"
#include "storage/samples.h"
#include "support/child.h"
#include "window.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

class TestSeriesPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<support::Window>();
        domain::Campaign series = samples::campaign(u"Møte"_s);
        series.repeat = domain::Repeat::Weekly;
        series.startAtMs = QDateTime::currentDateTime().addDays(1).toMSecsSinceEpoch();
        series.repeatFromMs = series.startAtMs;
        series.text = u"Møt onsdag."_s;
        engine::Recipients recipients;
        recipients.groups = {u"Styret"_s};
        series.source = engine::sourceOf(recipients);
        const qint64 id = m_window->run(
            [=](engine::Engine &engine) { return samples::addCampaign(engine.database(), 0, series); });
        m_page = std::make_unique<gui::CampaignPage>(m_window->context());
        m_page->resize(1100, 700);
        m_page->show();
        m_page->open(id);
    }
    void cleanup()
    {
        m_page.reset();
        m_window.reset();
    }

    // Zeros and a blank table stood there, without a word.
    void saysWhereItsMessagesAre()
    {
        QVERIFY(child<QWidget>("seriesView")->isVisible());
        QVERIFY(child<QLabel>("noteLabel")->isVisible());
        QVERIFY(!child<QWidget>("figures")->isVisible());
        QVERIFY(!child<QTableView>("table")->isVisible());
    }

    // Its line stood in the middle of an empty page, and what could be done was in a menu.
    void showsWhatIsSentToWhomAndWhatCanBeDone()
    {
        QCoreApplication::processEvents();
        QVERIFY(child<QLabel>("subtitleLabel")->geometry().bottom() < m_page->height() / 5);
        QCOMPARE(child<QPlainTextEdit>("textView")->toPlainText(), u"Møt onsdag."_s);
        QVERIFY(child<QLabel>("toLabel")->text().contains(u"Styret"_s));
        QStringList seen;
        for (const QPushButton *each : child<QWidget>("seriesView")->findChildren<QPushButton *>()) {
            if (each->isVisible())
                seen.append(each->text().remove(u'&'));
        }
        QCOMPARE(seen, (QStringList{u"Change the time…"_s, u"Skip the next time"_s, u"Pause the series"_s}));
    }

private:
    template <typename T>
    T *child(const char *name) const
    {
        return support::child<T>(*m_page, name);
    }

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<gui::CampaignPage> m_page;
};

QTEST_MAIN(TestSeriesPage)
#include "tst_seriespage.moc"
