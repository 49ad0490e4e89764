// SPDX-License-Identifier: GPL-3.0-or-later
// One person's page: both directions, what is known, and what can be done from there.
#include "engine/language.h"
#include "gui/dialogs/contactdialog.h"
#include "gui/pages/personpage.h"
#include "gui/widgets/strip.h"
#include "phone/phonenumber.h"
#include "storage/contactrepository.h"
#include "storage/inboxrepository.h"
#include "storage/optoutrepository.h"
#include "storage/samples.h"
#include "support/child.h"
#include "support/patience.h"
#include "window.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace Qt::StringLiterals;
using domain::MessageState;

class TestPersonPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { engine::language::install(u"en"_s); }
    void init()
    {
        m_window = std::make_unique<support::Window>();
        m_window->run([](engine::Engine &engine) { return samples::addCampaign(engine.database(), 2); });
        QVERIFY(m_window->write([](storage::Database &database) -> base::Result<void> {
            if (auto done = storage::Journal(database).apply(samples::step(1, MessageState::Delivered));
                !done)
                return done;
            domain::InboundMessage reply;
            reply.from = samples::number(0);
            reply.to = u"26114"_s;
            reply.text = u"Kommer!"_s;
            reply.receivedMs = samples::noon + 60000;
            const auto added = storage::InboxRepository(database).add(reply);
            return added ? base::Result<void>() : base::Result<void>(added.error());
        }));
        m_page = std::make_unique<gui::PersonPage>(m_window->context());
        m_page->resize(900, 600);
        m_page->show();
        m_page->open(samples::number(0));
    }
    void cleanup()
    {
        m_page.reset();
        m_window.reset();
    }

    void showsBothDirectionsAndTheNameThatACampaignKnew()
    {
        QCOMPARE(child<QLabel>("titleLabel")->text(), u"Kari Nordmann"_s);
        const QAbstractItemModel *thread = child<QListView>("threadList")->model();
        QCOMPARE(thread->rowCount(), 2);
        QCOMPARE(thread->index(0, 0).data().toString(), u"Hei på deg"_s);
        QCOMPARE(thread->index(1, 0).data().toString(), u"Kommer!"_s);
        const QString facts = child<QLabel>("factsLabel")->text();
        QVERIFY2(facts.contains("not among the contacts"_L1) && facts.contains(u"1 sent · 1 delivered"_s),
                 qPrintable(facts));
    }

    void isSavedAsAContactWithThatName()
    {
        QCOMPARE(button("editButton")->text(), u"&Save as contact…"_s);
        button("editButton")->click();
        auto *dialog = m_page->findChild<gui::ContactDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit *>(u"nameEdit"_s)->text(), u"Kari Nordmann"_s);
        dialog->findChild<QPushButton *>(u"saveContactButton"_s)->click();
        QTRY_COMPARE(button("editButton")->text(), u"&Edit…"_s);
        QCOMPARE(storage::ContactRepository(m_window->reader()).contact(samples::number(0))->name,
                 u"Kari Nordmann"_s);
        QVERIFY(!child<QLabel>("factsLabel")->text().contains("not among"_L1));
    }

    void isWrittenToUnlessTheyHaveOptedOut()
    {
        QSignalSpy wanted(m_page.get(), &gui::Page::sendWanted);
        button("sendButton")->click();
        QCOMPARE(wanted.size(), 1);
        const auto recipients = wanted[0][0].value<QList<domain::Contact>>();
        QCOMPARE(recipients.constFirst().number, samples::number(0));
        button("optOutButton")->click();
        QTRY_VERIFY(!button("sendButton")->isEnabled());
        QVERIFY(*storage::OptOutRepository(m_window->reader()).contains(samples::number(0)));
        QVERIFY(child<QLabel>("factsLabel")->text().contains("opted out"_L1));
    }

    void whoHasNoHistoryIsShownToo()
    {
        m_page->open(u"+4799999999"_s);
        QCOMPARE(child<QLabel>("titleLabel")->text(), phone::forDisplay(u"+4799999999"_s));
        QVERIFY(child<QLabel>("emptyLabel")->isVisible());
        m_page->open(u"Firma"_s); // a text sender cannot be written to
        QVERIFY(!button("sendButton")->isEnabled());
        QVERIFY(!button("editButton")->isVisible());
    }

private:
    template <typename T>
    T *child(const char *name) const
    {
        return support::child<T>(*m_page, name);
    }
    QPushButton *button(const char *name) const { return child<QPushButton>(name); }

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<gui::PersonPage> m_page;
};

QTEST_MAIN(TestPersonPage)
#include "tst_personpage.moc"
