// SPDX-License-Identifier: GPL-3.0-or-later
// The help: the same pages in both languages, links that lead somewhere, switched at once.
#include "engine/language.h"
#include "gui/helpwindow.h"
#include "gui/widgets/helpbrowser.h"
#include "spelling/dictionary.h"

#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using gui::HelpBrowser;

class TestHelp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { engine::language::install(u"en"_s); }

    void bothLanguagesHaveTheSamePagesAndTheListHasThemAll()
    {
        QStringList topics = gui::helpTopics();
        topics.sort();
        for (const QString &language : {u"nb"_s, u"en"_s}) {
            QStringList files = QDir(u":/help/"_s + language).entryList(QDir::Files, QDir::Name);
            files.replaceInStrings(u".md"_s, QString());
            QCOMPARE(files, topics);
        }
    }

    void theSearchLeavesThePagesThatHoldEveryWordAndOpensOne()
    {
        gui::HelpWindow help;
        help.open(u"send"_s);
        auto *list = help.findChild<QListWidget *>(u"helpPages"_s);
        auto *search = help.findChild<QLineEdit *>(u"helpSearch"_s);
        const auto shown = [list] {
            QStringList topics;
            for (int i = 0; i < list->count(); ++i) {
                if (!list->item(i)->isHidden())
                    topics.append(list->item(i)->data(Qt::UserRole).toString());
            }
            return topics;
        };
        search->setText(u"Quarantine nowhere"_s);
        QCOMPARE(shown(), QStringList());
        auto *text = help.findChild<QTextBrowser *>(u"helpText"_s);
        QVERIFY2(text->toPlainText().contains(u"“Quarantine nowhere”"_s), qPrintable(text->toPlainText()));
        search->setText(u"shift f10"_s);
        QCOMPARE(shown(), QStringList{u"shortcuts"_s});
        QVERIFY(!text->toPlainText().contains(u"nowhere"_s));
        QCOMPARE(help.topic(), u"shortcuts"_s);
        search->clear();
        QCOMPARE(shown(), gui::helpTopics());
        QCOMPARE(help.topic(), u"shortcuts"_s); // one stays where one is
    }

    void escapeClosesIt()
    {
        gui::HelpWindow help;
        help.open(u"send"_s);
        QVERIFY(QTest::qWaitForWindowActive(&help));
        QTest::keyClick(help.focusWidget(), Qt::Key_Escape);
        QVERIFY(!help.isVisible());
    }

    void everyPageOfTheWindowHasItsTopic()
    {
        using gui::PageId;
        for (const PageId page : {PageId::Send, PageId::Campaigns, PageId::Inbox, PageId::Contacts,
                                  PageId::Texts, PageId::Log, PageId::Settings})
            QVERIFY(gui::helpTopics().contains(gui::helpTopic(page)));
    }

    void linksLeadSomewhere_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("topic");
        for (const QString &language : {u"nb"_s, u"en"_s}) {
            for (const QString &topic : gui::helpTopics())
                QTest::addRow("%s, %s", qPrintable(language), qPrintable(topic)) << language << topic;
        }
    }
    void linksLeadSomewhere()
    {
        QFETCH(QString, language);
        QFETCH(QString, topic);
        engine::language::install(language);
        const QUrl here = HelpBrowser::address(topic);
        const QString text = HelpBrowser::markdown(here);
        QVERIFY(text.startsWith("# "_L1));
        QVERIFY2(text.size() > 300, "a page that says next to nothing");
        static const QRegularExpression link(u"\\]\\(([^)]+)\\)"_s);
        const QStringList outside{u"https://fro.no/gw-produktbeskrivelse"_s,
                                  u"https://fro.no/gw-productdescription"_s,
                                  u"https://login.pling.as/pling/gateway"_s};
        auto found = link.globalMatch(text);
        while (found.hasNext()) {
            const QString target = found.next().captured(1);
            if (target.startsWith("https:"_L1))
                QVERIFY2(outside.contains(target), qPrintable(target));
            else
                QVERIFY2(!HelpBrowser::markdown(here.resolved(QUrl(target))).isEmpty(), qPrintable(target));
        }
    }

    void bothLanguagesOfAPageHaveTheSameHeadingsAndLinks()
    {
        static const QRegularExpression part(u"^#+ |\\]\\([a-z]+\\.md\\)|^```"_s,
                                             QRegularExpression::MultilineOption);
        for (const QString &topic : gui::helpTopics()) {
            QList<QStringList> shapes;
            for (const QString &language : {u"nb"_s, u"en"_s}) {
                engine::language::install(language);
                QStringList shape;
                auto parts = part.globalMatch(HelpBrowser::markdown(HelpBrowser::address(topic)));
                while (parts.hasNext())
                    shape.append(parts.next().captured());
                shapes.append(shape);
            }
            QVERIFY2(shapes.at(0) == shapes.at(1), qPrintable(topic));
        }
    }

    void theGatewaysDescriptionIsLinkedInBothLanguages()
    {
        // ACC-06
        const QString text = HelpBrowser::markdown(HelpBrowser::address(u"settings"_s));
        QVERIFY(text.contains("https://fro.no/gw-produktbeskrivelse"_L1));
        QVERIFY(text.contains("https://fro.no/gw-productdescription"_L1));
    }

    void theListOfCodesHasAllForty()
    {
        const QString text = HelpBrowser::markdown(HelpBrowser::address(u"codes"_s));
        for (int code = 0; code < 40; ++code)
            QVERIFY2(text.contains(u"- **%1** "_s.arg(code)), qPrintable(QString::number(code)));
    }

    void whatIsInsideIsListedWithItsLicences()
    {
        QCoreApplication::setApplicationVersion(u"0.9.8"_s);
        const QString text = HelpBrowser::markdown(HelpBrowser::address(u"about"_s));
        for (const QString &library :
             {u"Qt** LGPL-3.0-only"_s, u"llhttp** MIT"_s, u"libphonenumber** Apache-2.0"_s,
              u"libzip** BSD-3-Clause"_s, u"libsodium** ISC"_s, u"QtKeychain** BSD-2-Clause"_s})
            QVERIFY2(text.contains(library), qPrintable(library));
        QCOMPARE(text.contains(u"Hunspell** LGPL-2.1-or-later"_s), spelling::Dictionary::isBuiltIn());
        QVERIFY2(text.contains(u"Budstikke 0.9.8"_s), qPrintable(text));
    }

    void theLanguageIsSwitchedAtOnceOnTheSamePage()
    {
        gui::HelpWindow window;
        window.open(u"states"_s);
        auto *browser = window.findChild<HelpBrowser *>(u"helpText"_s);
        QVERIFY(browser->toPlainText().contains("What the states mean"_L1));
        engine::language::install(u"nb"_s);
        QCoreApplication::processEvents();
        QCOMPARE(window.topic(), u"states"_s);
        QVERIFY(browser->toPlainText().contains("Hva tilstandene betyr"_L1));
        const auto *list = window.findChild<QListWidget *>(u"helpPages"_s);
        QCOMPARE(list->currentItem()->text(), u"Hva tilstandene betyr"_s);
    }

    void aLinkOpensItsPageAndTheListFollows()
    {
        gui::HelpWindow window;
        window.open(u"send"_s);
        auto *browser = window.findChild<HelpBrowser *>(u"helpText"_s);
        browser->setSource(browser->source().resolved(QUrl(u"texts.md"_s))); // as a click does
        QCOMPARE(window.topic(), u"texts"_s);
        QVERIFY(browser->toPlainText().startsWith("Texts"_L1));
        const auto *list = window.findChild<QListWidget *>(u"helpPages"_s);
        QCOMPARE(list->currentItem()->text(), u"Texts"_s);
        browser->backward();
        QCOMPARE(window.topic(), u"send"_s);
    }
};

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
