// SPDX-License-Identifier: GPL-3.0-or-later
// The Texts page as a person uses it: write, rename, delete and undo, use.
#include "gui/pages/textspage.h"
#include "support/child.h"
#include "support/patience.h"
#include "window.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

class TestTextsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<support::Window>();
        m_page = std::make_unique<gui::TextsPage>(m_window->context());
        m_page->show();
        m_page->activated();
    }
    void cleanup() { m_page.reset(); }

    void anEmptyPageSaysWhatBelongsThereAndBeginsIt()
    {
        QVERIFY(button("firstButton")->isVisible());
        button("firstButton")->click();
        QVERIFY(!button("firstButton")->isVisible());
        QVERIFY(edit()->isVisible());
    }

    void writesCountsAndKeepsAText()
    {
        write(u"Stengt"_s, u"Vi har stengt i dag."_s);
        QVERIFY(child<QWidget>("textCounterLabel")->property("text").toString().contains("20"_L1));
        button("saveButton")->click();
        QTRY_COMPARE(names(), QStringList{u"Stengt"_s});
        QTRY_VERIFY(!button("saveButton")->isEnabled());
    }

    void marksWhatIsNotGsmAndReplacesIt()
    {
        write(u"Strek"_s, u"9–16"_s);
        QVERIFY(button("replaceButton")->isVisible());
        button("replaceButton")->click();
        QCOMPARE(edit()->toPlainText(), u"9-16"_s);
        QVERIFY(!button("replaceButton")->isVisible());
    }

    void aTextWithoutANameIsKeptInTheEditorAndTheFaultIsSaid()
    {
        write({}, u"Uten navn"_s);
        button("saveButton")->click();
        QVERIFY(child<QWidget>("strip")->isVisible());
        QCOMPARE(names(), QStringList());
        QCOMPARE(edit()->toPlainText(), u"Uten navn"_s);
    }

    void renamesAndRefusesANameThatIsTaken()
    {
        keep(u"Ett"_s, u"1"_s);
        keep(u"To"_s, u"2"_s);
        name()->setText(u"Ett"_s);
        button("saveButton")->click();
        QTRY_VERIFY(child<QWidget>("strip")->isVisible());
        QCOMPARE(names(), (QStringList{u"Ett"_s, u"To"_s}));
        name()->setText(u"Tre"_s);
        button("saveButton")->click();
        QTRY_COMPARE(names(), (QStringList{u"Ett"_s, u"Tre"_s}));
    }

    void whatWasWrittenIsKeptWhenAnotherTextIsChosen()
    {
        keep(u"Ett"_s, u"1"_s);
        keep(u"To"_s, u"2"_s);
        edit()->setPlainText(u"2 og litt til"_s);
        auto *list = child<QListView>("list");
        list->setCurrentIndex(list->model()->index(0, 0));
        QTRY_COMPARE(edit()->toPlainText(), u"1"_s);
        QCOMPARE(stored(u"To"_s), u"2 og litt til"_s);
    }

    void deletesWithUndo()
    {
        keep(u"Ett"_s, u"1"_s);
        keep(u"To"_s, u"2"_s);
        button("deleteButton")->click();
        QTRY_COMPARE(names(), QStringList{u"Ett"_s});
        QTRY_VERIFY(button("undoButton")->isVisible());
        button("undoButton")->click();
        QTRY_COMPARE(names(), (QStringList{u"Ett"_s, u"To"_s}));
        QTRY_COMPARE(edit()->toPlainText(), u"2"_s);
        QVERIFY(!button("undoButton")->isVisible());
    }

    void theLastOneDeletedLeavesTheEmptyPage()
    {
        keep(u"Ett"_s, u"1"_s);
        button("deleteButton")->click();
        QTRY_VERIFY(button("firstButton")->isVisible());
    }

    void usesATemplateWithItsFields()
    {
        write(u"Kode"_s, u"Koden er {kode}"_s);
        auto *kind = child<QComboBox>("textKindCombo");
        kind->setCurrentIndex(kind->findData(u"otp"_s));
        child<QLineEdit>("codeEdit")->setText(u"1234"_s);
        QSignalSpy used(m_page.get(), &gui::TextsPage::textChosen);
        button("useButton")->click();
        QTRY_COMPARE(used.size(), 1);
        const auto text = used.at(0).at(0).value<storage::SavedText>();
        QCOMPARE(text.text, u"Koden er {kode}"_s);
        QCOMPARE(text.templateType, u"otp"_s);
        QCOMPARE(text.templateFields, (QMap<QString, QString>{{u"code"_s, u"1234"_s}}));
        QCOMPARE(names(), QStringList{u"Kode"_s}); // and it is kept
    }

private:
    template <typename T>
    T *child(const char *name) const
    {
        return support::child<T>(*m_page, name);
    }
    QPushButton *button(const char *name) const { return child<QPushButton>(name); }
    QPlainTextEdit *edit() const { return child<QPlainTextEdit>("textEdit"); }
    QLineEdit *name() const { return child<QLineEdit>("nameEdit"); }

    void write(const QString &title, const QString &text)
    {
        (button("firstButton")->isVisible() ? button("firstButton") : button("newButton"))->click();
        QTRY_VERIFY(name()->text().isEmpty());
        name()->setText(title);
        edit()->setPlainText(text);
    }
    void keep(const QString &title, const QString &text)
    {
        write(title, text);
        button("saveButton")->click();
        QTRY_VERIFY(!button("saveButton")->isEnabled());
    }
    QStringList names()
    {
        QStringList names;
        for (const storage::SavedText &text : *storage::TextRepository(m_window->reader()).texts())
            names.append(text.name);
        return names;
    }
    QString stored(const QString &title)
    {
        for (const storage::SavedText &text : *storage::TextRepository(m_window->reader()).texts()) {
            if (text.name == title)
                return text.text;
        }
        return {};
    }

    std::unique_ptr<support::Window> m_window;
    std::unique_ptr<gui::TextsPage> m_page;
};

QTEST_MAIN(TestTextsPage)
#include "tst_textspage.moc"
