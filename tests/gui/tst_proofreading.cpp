// SPDX-License-Identifier: GPL-3.0-or-later
// Misspelt words where messages are written, with the tests' own small dictionaries.
#include "engine/language.h"
#include "gui/pages/languagesection.h"
#include "gui/pages/sendpage.h"
#include "gui/proofreader.h"
#include "gui/widgets/messageedit.h"
#include "gui/widgets/spellmarks.h"
#include "support/patience.h"
#include "support/places.h"
#include "window.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::StringLiterals;

class TestProofreading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { engine::language::install(u"nb"_s); }

    void init()
    {
        m_window = std::make_unique<support::Window>();
        m_proofreader = proofreader();
        m_edit = std::make_unique<gui::MessageEdit>();
        m_edit->readWith(m_proofreader.get());
        m_edit->show();
    }

    void cleanup()
    {
        m_edit.reset();
        m_proofreader.reset();
        m_window.reset();
        engine::language::install(u"nb"_s);
    }

    void misspeltWordsAreMarkedAndNothingElse()
    {
        m_edit->setPlainText(u"Hei {Fornavnn}, husk tiimen kl. 14 www.tull.no STOPP\ndu har avtalle"_s);
        QTRY_COMPARE(marked(), (QStringList{u"tiimen"_s, u"avtalle"_s}));
    }

    void theWordThatIsBeingTypedIsLeftAlone()
    {
        QTest::keyClicks(m_edit.get(), u"hei avtalle"_s);
        QTest::keyClicks(m_edit.get(), u" tiim"_s);
        QTRY_COMPARE(marked(), QStringList{u"avtalle"_s});
        QTest::keyClick(m_edit.get(), Qt::Key_Home); // left
        QTRY_COMPARE(marked(), (QStringList{u"avtalle"_s, u"tiim"_s}));
        QTest::keyClick(m_edit.get(), Qt::Key_End); // visited is not typed
        QCOMPARE(marked(), (QStringList{u"avtalle"_s, u"tiim"_s}));
    }

    void aMarkIsNoChangeOfTheText()
    {
        QSignalSpy changed(m_edit.get(), &QPlainTextEdit::textChanged);
        m_edit->setPlainText(u"du har avtalle"_s);
        const qsizetype typed = changed.size();
        QTRY_COMPARE(marked(), QStringList{u"avtalle"_s});
        QCOMPARE(changed.size(), typed);
        QVERIFY(!m_edit->document()->isUndoAvailable());
    }

    void aSuggestionReplacesTheWordAndIsTakenBack()
    {
        m_edit->setPlainText(u"du har avtalle"_s);
        QTRY_COMPARE(marked(), QStringList{u"avtalle"_s});
        const auto menu = menuAt(10);
        QTRY_VERIFY(action(*menu, u"avtale"_s));
        QVERIFY(!action(*menu, u"Leter etter forslag …"_s));
        QVERIFY(menu->actions().indexOf(action(*menu, u"avtale"_s)) <
                menu->actions().indexOf(action(*menu, u"Legg til «avtalle» i ordlisten"_s)));
        action(*menu, u"avtale"_s)->trigger();
        QCOMPARE(m_edit->toPlainText(), u"du har avtale"_s);
        QTRY_COMPARE(marked(), QStringList());
        m_edit->undo();
        QCOMPARE(m_edit->toPlainText(), u"du har avtalle"_s);
    }

    void aSuggestionForAWordThatIsGoneReplacesNothing()
    {
        m_edit->setPlainText(u"du har avtalle"_s);
        QTRY_COMPARE(marked(), QStringList{u"avtalle"_s});
        const auto menu = menuAt(10);
        QTRY_VERIFY(action(*menu, u"avtale"_s));
        m_edit->setPlainText(u"noe helt annet enn det"_s);
        action(*menu, u"avtale"_s)->trigger();
        QCOMPARE(m_edit->toPlainText(), u"noe helt annet enn det"_s);
    }

    void whereNothingComesItIsSaid()
    {
        m_edit->setPlainText(u"qwxzqwxzqwxz"_s);
        QTRY_COMPARE(marked(), QStringList{u"qwxzqwxzqwxz"_s});
        const auto menu = menuAt(3);
        QTRY_VERIFY(action(*menu, u"Ingen forslag"_s));
        QVERIFY(!action(*menu, u"Ingen forslag"_s)->isEnabled());
    }

    void onesOwnWordsAreKeptAndTakenOutAgain()
    {
        m_edit->setPlainText(u"fysioterapi"_s);
        QTRY_COMPARE(marked(), QStringList{u"fysioterapi"_s});
        action(*menuAt(3), u"Legg til «fysioterapi» i ordlisten"_s)->trigger();
        QTRY_COMPARE(marked(), QStringList());
        QTRY_COMPARE(m_window->context().settings.value(u"ownWords"_s), u"fysioterapi"_s);

        const auto later = proofreader(); // the next start
        QVERIFY(later->speller().isOwn(u"Fysioterapi"_s));

        action(*menuAt(3), u"Fjern «fysioterapi» fra ordlisten"_s)->trigger();
        QTRY_COMPARE(marked(), QStringList{u"fysioterapi"_s});
        QTRY_COMPARE(m_window->context().settings.value(u"ownWords"_s), QString());
    }

    void theLanguageIsBokmaalOrTheWindowsOrAsChosen()
    {
        engine::language::install(u"en"_s);
        m_proofreader->followWindow(); // an English window's messages are Norwegian all the same
        m_edit->setPlainText(u"hei hello"_s);
        QTRY_COMPARE(marked(), QStringList{u"hello"_s});
        m_proofreader->read(gui::ReadIn::Window);
        QTRY_COMPARE(marked(), QStringList{u"hei"_s});
        m_proofreader->read(gui::ReadIn::Bokmaal);
        QTRY_COMPARE(marked(), QStringList{u"hello"_s});
        m_proofreader->followWindow(); // a choice stays
        QTRY_COMPARE(marked(), QStringList{u"hello"_s});
        m_proofreader->read(gui::ReadIn::Nothing);
        QCOMPARE(marked(), QStringList());
        QTRY_COMPARE(m_window->context().settings.value(u"spelling"_s), u"off"_s);
        QVERIFY(proofreader()->language() == gui::ReadIn::Nothing);
    }

    void theLanguageIsChosenAtTheMessage()
    {
        m_edit->setPlainText(u"hei hello"_s);
        QTRY_COMPARE(marked(), QStringList{u"hello"_s});
        const auto menu = menuAt(1);
        QMenu *languages = menu->findChild<QMenu *>();
        QVERIFY(languages);
        QVERIFY(action(*languages, u"Norsk (bokmål)"_s)->isChecked());
        action(*languages, u"English"_s)->trigger();
        QTRY_COMPARE(marked(), QStringList{u"hei"_s});
    }

    void theSettingsSayWhatIsChosenAndWhatIsMissing()
    {
        gui::Context context = m_window->context();
        context.proofreader = m_proofreader.get();
        gui::LanguageSection section(context);
        section.load();
        auto *combo = section.findChild<QComboBox *>(u"spellingCombo"_s);
        auto *note = section.findChild<QLabel *>(u"spellingNote"_s);
        QCOMPARE(combo->currentText(), u"Norsk (bokmål)"_s);
        QVERIFY(note->text().contains(u"bølgestrek"_s));
        combo->setCurrentIndex(combo->findText(u"Norsk (nynorsk)"_s)); // the tests have no such dictionary
        Q_EMIT combo->activated(combo->currentIndex());
        QVERIFY2(note->text().contains(u"nn_NO.dic"_s), qPrintable(note->text()));
        m_proofreader->read(gui::ReadIn::Nothing); // at a message
        QCOMPARE(combo->currentText(), u"Av"_s);
        QVERIFY(!note->text().contains(u"nn_NO.dic"_s));
    }

    void theSendPagesMessageIsRead()
    {
        gui::Context context = m_window->context();
        context.proofreader = m_proofreader.get();
        gui::SendPage page(context);
        auto *edit = page.findChild<gui::MessageEdit *>(u"messageEdit"_s);
        edit->setPlainText(u"du har avtalle"_s);
        QTRY_COMPARE(markedIn(*edit), QStringList{u"avtalle"_s});
    }

private:
    std::unique_ptr<gui::Proofreader> proofreader()
    {
        return std::make_unique<gui::Proofreader>(m_window->context().engine, m_window->context().settings,
                                                  QStringList{support::dataFile(u"spelling"_s)});
    }

    static QStringList markedIn(const QPlainTextEdit &edit)
    {
        QStringList words;
        for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next()) {
            for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
                if (range.format.underlineStyle() == QTextCharFormat::WaveUnderline)
                    words.append(block.text().mid(range.start, range.length));
            }
        }
        return words;
    }
    QStringList marked() const { return markedIn(*m_edit); }

    std::unique_ptr<QMenu> menuAt(int position) const
    {
        auto menu = std::make_unique<QMenu>();
        menu->addAction(u"Kopier"_s);
        m_edit->findChild<gui::SpellMarks *>()->addTo(*menu, position);
        return menu;
    }

    static QAction *action(const QMenu &menu, const QString &text)
    {
        for (QAction *one : menu.actions()) {
            if (one->text() == text && one->isVisible())
                return one;
        }
        return nullptr;
    }

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<gui::Proofreader> m_proofreader;
    std::unique_ptr<gui::MessageEdit> m_edit;
};

QTEST_MAIN(TestProofreading)
#include "tst_proofreading.moc"
