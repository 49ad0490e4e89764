// SPDX-License-Identifier: GPL-3.0-or-later
// A month's figures on their page, by campaign and by sender, and what is written of them.
#include "engine/language.h"
#include "gui/pages/monthpage.h"
#include "gui/window.h"
#include "storage/samples.h"
#include "storage/statement.h"
#include "support/openwindow.h"
#include "support/patience.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using domain::MessageState;

class TestMonthPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { engine::language::install(u"en"_s); }
    void init()
    {
        m_window = std::make_unique<support::Window>();
        add(u"Januar"_s, u"Korps"_s, 3);
        add(u"Innkalling"_s, u"Styret"_s, 2, 10);
        QVERIFY(m_window->write([](storage::Database &database) -> base::Result<void> {
            const qint64 now = QDateTime::currentMSecsSinceEpoch();
            // From the campaign's sender.
            if (auto begun =
                    storage::execute(database, u"UPDATE message SET begun_ms = ?, sender = ''"_s, now);
                !begun)
                return begun.error();
            return storage::Journal(database).apply(samples::step(1, MessageState::Delivered));
        }));
        m_page = std::make_unique<gui::MonthPage>(m_window->context());
        m_page->show();
        m_page->activated();
        QTRY_COMPARE(rows(), 2);
    }
    void cleanup()
    {
        m_page.reset();
        m_window.reset();
    }

    void theMonthIsSummedByCampaignAndBySender()
    {
        QVERIFY2(label("totalLabel").startsWith("5 SMS"_L1), qPrintable(label("totalLabel")));
        QVERIFY(label("totalLabel").contains("1 delivered"_L1));
        QVERIFY(label("titleLabel").contains(QString::number(QDate::currentDate().year())));
        QCOMPARE(cell(0, 0), u"Januar"_s); // the most first
        QCOMPARE(cell(0, 1), u"3"_s);
        auto *by = m_page->findChild<QComboBox *>(u"byCombo"_s);
        by->setCurrentIndex(1);
        Q_EMIT by->activated(1);
        QCOMPARE(cell(0, 0), u"Korps"_s);
        QCOMPARE(cell(1, 0), u"Styret"_s);
    }

    void aMonthWithoutMessagesSaysSoAndHasNothingToWrite()
    {
        button("earlierButton")->click();
        QTRY_VERIFY(m_page->findChild<QLabel *>(u"emptyLabel"_s)->isVisible());
        QVERIFY(!button("exportButton")->isEnabled());
        QVERIFY(!button("pdfButton")->isEnabled());
        button("laterButton")->click();
        QTRY_COMPARE(rows(), 2);
        QVERIFY(!button("laterButton")->isEnabled()); // nothing is sent in a month to come
    }

    void whatIsWritten_data()
    {
        QTest::addColumn<QString>("buttonName");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("a workbook") << u"exportButton"_s << u"maaned.xlsx"_s << QByteArray("PK");
        QTest::newRow("a list") << u"exportButton"_s << u"maaned.csv"_s << QByteArray("\xEF\xBB\xBF");
        QTest::newRow("a PDF") << u"pdfButton"_s << u"maaned.pdf"_s << QByteArray("%PDF");
    }
    void whatIsWritten()
    {
        QFETCH(QString, buttonName);
        QFETCH(QString, file);
        QFETCH(QByteArray, begins);
        QSignalSpy announced(m_page.get(), &gui::Page::announced);
        const QString path = m_window->folder() + u'/' + file;
        support::OpenWindow::chooseFile(path);
        button(qPrintable(buttonName))->click();
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        QVERIFY2(bytes.startsWith(begins), bytes.left(8).toHex());
        QVERIFY(announced.value(0).value(0).value<gui::Sentence>().text().contains(path));
        if (file.endsWith(".csv"_L1))
            QVERIFY2(bytes.contains("Innkalling") && bytes.contains("In all"), bytes);
        if (file.endsWith(".pdf"_L1))
            QCOMPARE(bytes.count("/Type /Page\n"), 1);
    }

private:
    int rows() const { return table()->model()->rowCount(); }
    QTableView *table() const { return m_page->findChild<QTableView *>(u"table"_s); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QString label(const char *name) const { return m_page->findChild<QLabel *>(QLatin1String(name))->text(); }
    QPushButton *button(const char *name) const
    {
        return m_page->findChild<QPushButton *>(QLatin1String(name));
    }
    void add(const QString &name, const QString &sender, int count, int first = 0)
    {
        domain::Campaign campaign = samples::campaign(name);
        campaign.sender = sender;
        m_window->run([=](engine::Engine &engine) {
            return samples::addCampaign(engine.database(), count, campaign, first);
        });
    }

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<gui::MonthPage> m_page;
};

QTEST_MAIN(TestMonthPage)
#include "tst_monthpage.moc"
