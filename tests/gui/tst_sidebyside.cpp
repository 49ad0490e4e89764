// SPDX-License-Identifier: GPL-3.0-or-later
// Window and command line side by side: for the same input both store the same and say the same.
#include "domain/accountrules.h"
#include "engine/contactbook.h"
#include "engine/language.h"
#include "gui/pages/accountsection.h"
#include "gui/pages/contactspage.h"
#include "gui/pages/sendingsection.h"
#include "gui/widgets/listform.h"
#include "gui/widgets/strip.h"
#include "programs/contacts.h"
#include "storage/inboxrepository.h"
#include "storage/personrecords.h"
#include "support/patience.h"
#include "window.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTimeEdit>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

const QString kari = u"+4799999991"_s;

// Kari, a contact with one message that may be an opt-out; and what both programs leave of her.
base::Result<void> addKari(storage::Database &database)
{
    domain::Contact contact;
    contact.number = kari;
    contact.name = u"Kari"_s;
    if (auto added = storage::ContactRepository(database).upsert(contact); !added)
        return added.error();
    domain::InboundMessage message;
    message.from = kari;
    message.to = u"26114"_s;
    message.text = u"Stopp, er du snill"_s;
    message.receivedMs = 1;
    storage::InboxRepository inbox(database);
    const auto stored = inbox.add(message);
    return stored ? inbox.addAction({stored->id, 1, domain::ActionKind::MayBeOptOut, kari}) : stored.error();
}

QStringList whatIsLeftOf(storage::Database &database, const QString &number)
{
    QStringList lines;
    const auto person = storage::PersonRecords(database).everything(number);
    if (!person)
        return {person.error().detail};
    if (person->contact)
        lines.append(u"contact "_s + person->contact->name);
    for (const domain::InboundMessage &message : person->inbound) {
        lines.append(u"inbound "_s + message.text);
        if (const auto actions = storage::InboxRepository(database).actions(message.rowId)) {
            for (const storage::InboundAction &action : *actions)
                lines.append(u"action "_s + identifier(action.what));
        }
    }
    for (const domain::OptOutChange &change : person->optOutHistory)
        lines.append(u"opt-out "_s + identifier(change));
    lines.append(person->optedOut ? u"receives nothing"_s : u"receives"_s);
    return lines;
}

} // namespace

class TestSideBySide : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keyring, whatever the machine has
        engine::language::install(u"en"_s);
    }
    void init()
    {
        m_window = std::make_unique<support::Window>();
        m_profile = std::make_unique<programs::Profile>();
    }
    void cleanup()
    {
        m_page.reset();
        m_window.reset();
    }

    void theAccountCheck_data()
    {
        QTest::addColumn<QStringList>("gateway"); // its options; empty: there is none
        QTest::addColumn<int>("status");
        QTest::newRow("the gateway is reached") << QStringList{u"--seed"_s, u"1"_s} << 0;
        QTest::newRow("ERR-02 it does not know the password")
            << QStringList{u"--fault"_s, u"error2:1"_s} << 1;
        QTest::newRow("ERR-07 it does not know the account") << QStringList{u"--fault"_s, u"error7:1"_s} << 1;
        QTest::newRow("a code that nobody knows") << QStringList{u"--fault"_s, u"error77:1"_s} << 1;
        QTest::newRow("something else answers with 500") << QStringList{u"--fault"_s, u"html500:1"_s} << 1;
        QTest::newRow("it sends to another place") << QStringList{u"--fault"_s, u"redirect:1"_s} << 1;
        QTest::newRow("it hangs up") << QStringList{u"--fault"_s, u"dropBeforeBody:1"_s} << 1;
        QTest::newRow("nobody is there") << QStringList() << 1;
    }
    void theAccountCheck()
    {
        QFETCH(QStringList, gateway);
        QFETCH(int, status);
        const programs::Gateway peer(gateway);
        const QString url = gateway.isEmpty() ? u"http://127.0.0.1:1/"_s : peer.baseUrl();
        QCOMPARE(m_profile
                     ->cli({u"account"_s, u"set"_s, u"--service-id"_s, u"1234"_s, u"--ip-auth"_s,
                            u"--base-url"_s, url})
                     .status,
                 0);
        const programs::Ended ended = m_profile->cli({u"account"_s, u"check"_s});
        QCOMPARE(ended.status, status);
        const QJsonObject object = ended.last();
        const QString said = object.value(u"error"_s)
                                 .toObject()
                                 .value(u"message"_s)
                                 .toString(object.value(u"message"_s).toString());
        QVERIFY(!said.isEmpty());

        open<gui::AccountSection>();
        child<QLineEdit>("serviceEdit")->setText(u"1234"_s);
        child<QComboBox>("authenticationCombo")->setCurrentIndex(1);
        child<QLineEdit>("urlEdit")->setText(url);
        click("checkButton");
        QTRY_VERIFY2_WITH_TIMEOUT(strip().startsWith(said), qPrintable(strip() + u" / "_s + said),
                                  support::patienceMs);
    }

    void theCountries_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("ACC-07 two") << u"NO,SE"_s;
        QTest::newRow("small letters and blanks") << u" no , se "_s;
        QTest::newRow("one twice") << u"NO,no"_s;
        QTest::newRow("a comma too many") << u"NO,"_s;
        QTest::newRow("a name") << u"NO,Sweden"_s;
        QTest::newRow("a name that is none") << u"NO,Langtvekkistan"_s;
        QTest::newRow("two letters that are no country") << u"XX"_s;
        QTest::newRow("a telephone code") << u"47"_s;
    }
    void theCountries()
    {
        QFETCH(QString, typed);
        haveAccounts();
        const programs::Ended ended = m_profile->cli({u"account"_s, u"set"_s, u"--allow-country"_s, typed});
        open<gui::SendingSection>();
        child<QLineEdit>("countriesEdit")->setText(typed);
        click("saveButton");
        QTRY_VERIFY(!strip().isEmpty());
        QCOMPARE(strip() == u"Saved."_s, ended.status == 0);
        QCOMPARE(account().sending.allowedCountries.join(u','), shown(u"allowedCountries"_s));
    }

    void theQuietHours_data()
    {
        QTest::addColumn<QTime>("from");
        QTest::addColumn<QTime>("to");
        QTest::newRow("over midnight") << QTime(21, 0) << QTime(8, 0);
        QTest::newRow("within the day") << QTime(12, 30) << QTime(13, 15);
        QTest::newRow("from midnight") << QTime(0, 0) << QTime(6, 0);
        QTest::newRow("until midnight") << QTime(22, 0) << QTime(0, 0);
        QTest::newRow("that begin as they end") << QTime(8, 0) << QTime(8, 0);
    }
    void theQuietHours()
    {
        QFETCH(QTime, from);
        QFETCH(QTime, to);
        haveAccounts();
        const QString typed = from.toString(u"HH:mm-"_s) + to.toString(u"HH:mm"_s);
        const programs::Ended ended = m_profile->cli({u"account"_s, u"set"_s, u"--quiet-hours"_s, typed});
        open<gui::SendingSection>();
        child<QCheckBox>("quietBox")->setChecked(true);
        child<QTimeEdit>("quietFromEdit")->setTime(from);
        child<QTimeEdit>("quietToEdit")->setTime(to);
        click("saveButton");
        QTRY_VERIFY(!strip().isEmpty());
        QCOMPARE(strip() == u"Saved."_s, ended.status == 0);
        const auto &hours = account().sending.quietHours;
        QCOMPARE(hours ? identifier(*hours) : QString(), shown(u"quietHours"_s));
        QCOMPARE(hours.has_value(), from != to);
    }

    void theColumnsThatMayBeChosen_data()
    {
        QTest::addColumn<int>("use");
        QTest::addColumn<QStringList>("command");
        QTest::newRow("of a campaign's list")
            << static_cast<int>(engine::ListUse::Campaign)
            << QStringList{u"campaign"_s, u"create"_s, u"--from"_s, u"F"_s,    u"--text"_s,
                           u"Hei"_s,      u"--list"_s, u"FILE"_s,   u"--map"_s};
        QTest::newRow("of contacts") << static_cast<int>(engine::ListUse::Contacts)
                                     << QStringList{u"contacts"_s, u"import"_s, u"FILE"_s, u"--map"_s};
    }
    void theColumnsThatMayBeChosen()
    {
        QFETCH(int, use);
        QFETCH(QStringList, command);
        const struct
        {
            const char *combo;
            QString role;
        } columns[] = {{"phoneCombo", u"phone"_s},
                       {"nameCombo", u"name"_s},
                       {"emailCombo", u"email"_s},
                       {"groupsCombo", u"groups"_s}};
        m_profile->write(u"list.csv"_s, "A;B\n99999991;Kari\n");
        const QString file = m_profile->file(u"list.csv"_s);
        command.replaceInStrings(u"FILE"_s, file);
        haveAccounts();

        auto form = std::make_unique<gui::ListForm>();
        form->setUse(static_cast<engine::ListUse>(use));
        engine::ContactImportRequest request;
        request.file = file;
        const auto preview = engine::previewContacts(request);
        QVERIFY(preview.ok());
        form->showPreview(*preview);
        m_page = std::move(form);
        m_page->show();
        for (const auto &column : columns) {
            const int refused = m_profile->cli(command + QStringList{column.role + u"=A"_s}).status;
            QCOMPARE(child<QComboBox>(column.combo)->isVisible(), refused != 2);
        }
    }

    void anOptOut()
    {
        haveKari();
        QCOMPARE(m_profile->cli({u"optout"_s, u"add"_s, kari}).status, 0);
        chooseFromMenu(u"Opt out"_s);
        QTRY_COMPARE(inTheWindow(), fromTheCommandLine());
        QCOMPARE(inTheWindow(),
                 (QStringList{u"contact Kari"_s, u"inbound Stopp, er du snill"_s, u"action wasOptOut"_s,
                              u"opt-out added person"_s, u"receives nothing"_s}));
    }

    void anErasure()
    {
        haveKari();
        QCOMPARE(m_profile->cli({u"optout"_s, u"add"_s, kari}).status, 0);
        QVERIFY(
            m_window
                ->run([](engine::Engine &engine) { return engine.contactBook().setOptedOut({kari}, true); })
                .ok());
        QCOMPARE(m_profile->cli({u"contacts"_s, u"erase"_s, kari}).status, 0);
        QTimer answer;
        connect(&answer, &QTimer::timeout, this, [] {
            if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
                for (QAbstractButton *button : box->buttons()) {
                    if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                        button->click();
                }
            }
        });
        answer.start(10);
        chooseFromMenu(u"Erase this person…"_s);
        QTRY_COMPARE(inTheWindow(), fromTheCommandLine());
        QCOMPARE(inTheWindow(), QStringList{u"receives nothing"_s}); // the opt-out outlives the person
    }

private:
    template <typename Section>
    void open()
    {
        auto section = std::make_unique<Section>(m_window->context());
        section->load();
        m_page = std::move(section);
        m_page->show();
    }
    template <typename Child>
    Child *child(const char *name)
    {
        auto *found = m_page->findChild<Child *>(QLatin1StringView(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void click(const char *name) { child<QPushButton>(name)->click(); }
    QString strip() { return child<gui::Strip>("strip")->text(); }
    domain::Account account() { return m_window->context().settings.account({}).value_or(domain::Account{}); }

    // The same account in both profiles.
    void haveAccounts()
    {
        QCOMPARE(m_profile->cli({u"account"_s, u"set"_s, u"--service-id"_s, u"1234"_s}).status, 0);
        domain::Account stored;
        stored.serviceId = 1234;
        QVERIFY(
            m_window->run([stored](engine::Engine &engine) { return engine.settings().save(stored); }).ok());
    }
    // A list is joined by commas; null is empty.
    QString shown(const QString &key)
    {
        const QVariant value = m_profile->cli({u"account"_s, u"show"_s}).last().value(key).toVariant();
        return value.typeId() == QMetaType::QVariantList ? value.toStringList().join(u',') : value.toString();
    }

    void haveKari()
    {
        QVERIFY(m_window->write(addKari).ok());
        QCOMPARE(m_profile->cli({u"optout"_s, u"add"_s, u"+4799999992"_s}).status, 0); // makes the database
        const base::SystemClock clock;
        auto database = storage::Database::open(m_profile->file(u"budstikke.sqlite"_s),
                                                storage::OpenMode::ReadWrite, clock);
        QVERIFY(database.ok());
        QVERIFY(storage::inTransaction(**database, [&database] { return addKari(**database); }).ok());
    }
    QStringList inTheWindow() { return whatIsLeftOf(m_window->reader(), kari); }
    QStringList fromTheCommandLine()
    {
        const base::SystemClock clock;
        auto database = storage::Database::open(m_profile->file(u"budstikke.sqlite"_s),
                                                storage::OpenMode::ReadOnly, clock);
        return database ? whatIsLeftOf(**database, kari) : QStringList{database.error().detail};
    }

    void chooseFromMenu(const QString &entry)
    {
        m_page = std::make_unique<gui::ContactsPage>(m_window->context());
        m_page->show();
        static_cast<gui::ContactsPage *>(m_page.get())->activated();
        auto *table = child<QTableView>("table");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QMenu *menu = child<QPushButton>("moreButton")->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == entry) {
                QVERIFY(action->isEnabled());
                return action->trigger();
            }
        }
        QFAIL(qPrintable(u"no "_s + entry));
    }

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<programs::Profile> m_profile;
    std::unique_ptr<QWidget> m_page;
};

QTEST_MAIN(TestSideBySide)
#include "tst_sidebyside.moc"
