// SPDX-License-Identifier: GPL-3.0-or-later
// To how many, exactly what, at what cost: the five places that say it (summary, counter, preview, total,
// review) say the same, and it is what is stored to be sent.
#include "gui/pages/draftexaminer.h"
#include "gui/pages/sendcounter.h"
#include "gui/pages/sendpage.h"
#include "gui/widgets/phonepreview.h"
#include "gui/widgets/recipientsedit.h"
#include "phone/phonenumber.h"
#include "smstext/count.h"
#include "storage/campaignrepository.h"
#include "storage/journal.h"
#include "support/openwindow.h"
#include "support/patience.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr int drafts = 500;

// The number at the beginning of what a label says, or after `before`; -1: there is none.
qint64 numberIn(const QString &words, const QString &before = {})
{
    const QRegularExpression number(QRegularExpression::escape(before) + u"\\s*([0-9][0-9,]*)"_s);
    const auto match = number.match(words);
    return match.hasMatch() ? match.captured(1).remove(u',').toLongLong() : -1;
}

struct Said
{
    QString summary;
    QString counter;
    QString preview;
    QString place; // "Kari · 1 of 3"
    QString total;

    bool operator==(const Said &) const = default;
};

// What the review says, and what is stored while it asks.
struct Reviewed
{
    QString headline;
    QString cost;
    QString text;
    QList<domain::Message> stored;
};

struct SendPlace : support::OpenWindow
{
    template <typename T>
    T *find(const char *name) const
    {
        T *found = window()->sendPage()->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("There is no %s", name);
        return found;
    }
    gui::RecipientsEdit *recipients = find<gui::RecipientsEdit>("recipientsEdit");
    QPlainTextEdit *message = find<QPlainTextEdit>("messageEdit");
    QPushButton *send = find<QPushButton>("sendButton");
    gui::DraftExaminer *examiner = window()->sendPage()->findChild<gui::DraftExaminer *>();

    SendPlace()
    {
        find<QTimer>("examineTimer")->setInterval(0);
        find<QComboBox>("senderCombo")->setCurrentText(u"Korps"_s);
    }
    Said said() const
    {
        return {find<QLabel>("summaryLabel")->text(), find<QLabel>("counterLabel")->text(),
                find<gui::PhonePreview>("preview")->text(), find<QLabel>("previewLabel")->text(),
                find<QLabel>("totalLabel")->text()};
    }
    bool isExamined() const
    {
        return QTest::qWaitFor([this] { return examiner->isCurrent(); }, support::patienceMs);
    }
    bool unicodeAllowed() const { return find<QCheckBox>("unicodeCheck")->isChecked(); }
    QList<domain::Message> stored() const
    {
        base::SystemClock clock;
        const auto reader =
            storage::Database::open(application.databaseFile(), storage::OpenMode::ReadOnly, clock);
        storage::MessageFilter filter;
        filter.campaign = storage::CampaignRepository(*reader.value()).campaigns()->constFirst().id;
        QList<domain::Message> messages = storage::Journal(*reader.value()).messages(filter).value();
        std::sort(messages.begin(), messages.end(),
                  [](const domain::Message &a, const domain::Message &b) { return a.id < b.id; });
        return messages;
    }
    Reviewed review()
    {
        Reviewed reviewed;
        bool looked = false;
        support::OpenWindow::inDialog(window(), [&](QDialog *dialog) {
            reviewed = {dialog->findChild<QLabel *>(u"headline"_s)->text(),
                        dialog->findChild<QLabel *>(u"costValue"_s)->text(),
                        dialog->findChild<QPlainTextEdit *>(u"textView"_s)->toPlainText(), stored()};
            looked = true;
            dialog->reject();
        });
        send->click();
        if (!QTest::qWaitFor([&] { return looked && send->isEnabled(); }, support::patienceMs))
            qFatal("No review came");
        return reviewed;
    }
};

// A draft as people write them, and worse.
class RandomDraft
{
public:
    RandomDraft(const QString &folder, quint32 seed)
        : m_random(seed)
    {
        const char *const lists[] = {
            "Mobil;Navn;Dato\n99999901;Kari;1. mai\n99999902;Łukasz;2. mai\n22334455;Ola;\n99999901;Per;3. "
            "mai\n",
            "Mobil;Navn;Dato\n99999911;Žofie Dvořáková;1. mai\n99999912;Ádám;2. mai\n12;Feil;3. mai\n",
            "Mobil;Navn;Dato\n22334466;Fasttelefon;\n99999921;Anne-Marie Langnavn Etternavnsen;1. mai kl. "
            "12.30\n",
            "Mobil;Navn;Dato\n99999931;😀;1. mai\n99999932;«Kalle»;–\n+46701234567;Sven;2. mai\n",
        };
        for (const char *content : lists) {
            QFile file(folder + u"/liste%1.csv"_s.arg(m_lists.size()));
            if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0)
                qFatal("The list cannot be written");
            m_lists.append(file.fileName());
        }
    }

    QString text()
    {
        static const QStringList pieces{
            u"Hei "_s,        u"{navn}"_s,  u"{Dato|snart}"_s, u"{navn|du}"_s, u" – "_s, u"«møtt»"_s,
            u"€[]"_s,         u"{{sic}}"_s, u"{ukjent}"_s,     u"{dato}"_s,    u"😀"_s,   u"\n"_s,
            u" kl. 19.30 "_s, u"{"_s,       u"êñŁ"_s,          u"Vel møtt! "_s};
        QString text;
        for (int left = pick(5); left > 0; --left)
            text += pieces.at(pick(static_cast<int>(pieces.size())));
        if (pick(3) == 0)
            text += QString(m_random.bounded(1, 400), u'a');
        if (pick(60) == 0)
            text += QString(1600, u'b');
        return pick(4) == 0 ? u"Hei {navn}, husk timen {dato|snart}."_s : text;
    }

    void fill(SendPlace &place)
    {
        place.recipients->clear();
        if (pick(4) != 0)
            place.recipients->addFile(m_lists.at(pick(static_cast<int>(m_lists.size()))));
        if (pick(4) == 0)
            place.recipients->addGroup(u"Styret"_s);
        if (pick(3) == 0)
            place.recipients->addNumbers(pick(2) == 0 ? u"999 91 001"_s : u"99999941, 22334477, 1"_s);
        const auto set = [&](const char *box, int oneIn) {
            place.find<QCheckBox>(box)->setChecked(pick(oneIn) == 0);
        };
        set("unicodeCheck", 3);
        set("plainCheck", 3);
        set("landlinesCheck", 3);
        place.find<QComboBox>("rowsCombo")->setCurrentIndex(pick(2));
        place.message->setPlainText(text());
    }

private:
    int pick(int of) { return static_cast<int>(m_random.bounded(of)); }

    QRandomGenerator m_random;
    QStringList m_lists;
};

} // namespace

class TestOneTruth : public QObject
{
    Q_OBJECT

    // What is said of a draft agrees with itself, whether or not it can be sent.
    static void agree(const Said &said)
    {
        const qint64 recipients = numberIn(said.summary);
        QVERIFY(recipients >= 0);
        if (!said.place.isEmpty())
            QCOMPARE(numberIn(said.place, u" of"_s), recipients);
        QCOMPARE(said.place.isEmpty(), recipients == 0);
        if (!said.total.isEmpty())
            QCOMPARE(numberIn(said.total), recipients);
    }

    // What is said is what is stored to be sent.
    static void agreeWith(const Said &said, const Reviewed &review, bool unicode)
    {
        const QList<domain::Message> &stored = review.stored;
        QVERIFY(!stored.isEmpty());
        QCOMPARE(numberIn(said.summary), stored.size());
        QCOMPARE(numberIn(review.headline), stored.size());
        QCOMPARE(said.total, review.cost);
        QCOMPARE(said.preview, stored.constFirst().text);
        QCOMPARE(review.text, stored.constFirst().text);
        qint64 segments = 0;
        const domain::Message *longest = nullptr;
        std::pair most{0, 0};
        QSet<QString> texts;
        for (const domain::Message &message : stored) {
            const smstext::Count count = smstext::count(message.text, unicode);
            segments += count.segments;
            texts.insert(message.text);
            if (!longest || std::pair(count.segments, count.units) > most) {
                most = {count.segments, count.units};
                longest = &message;
            }
        }
        const bool alike = segments % stored.size() == 0;
        QCOMPARE(numberIn(said.total, alike ? u"SMS ="_s : u"recipients,"_s), segments);
        QString counter = gui::counterInWords(longest->text, unicode);
        if (texts.size() > 1)
            counter += u" · the longest, to "_s +
                       (longest->name.isEmpty() ? phone::forDisplay(longest->number) : longest->name);
        QCOMPARE(said.counter, counter);
    }

private Q_SLOTS:
    void theFivePlacesSayTheSame()
    {
        SendPlace place;
        QTemporaryDir folder;
        const quint32 seed = qEnvironmentVariableIntValue("BUDSTIKKE_SEED") + 1;
        RandomDraft random(folder.path(), seed);
        int sent = 0;
        int chosen = 0;
        for (int i = 0; i < drafts; ++i) {
            random.fill(place);
            QVERIFY(place.isExamined());
            const QByteArray which =
                u"draft %1 of seed %2: “%3”"_s.arg(i).arg(seed).arg(place.message->toPlainText()).toUtf8();
            const Said said = place.said();
            agree(said);
            if (QTest::currentTestFailed())
                QFAIL(which);
            if (place.send->isEnabled()) {
                agreeWith(said, place.review(), place.unicodeAllowed());
                ++sent;
            } else if (place.find<QPushButton>("unicodeButton")->isVisible() &&
                       place.find<QPushButton>("unicodeButton")->text() == "Send as Unicode"_L1) {
                // The text's own characters: the choice changes nothing of what is said.
                place.find<QPushButton>("unicodeButton")->click();
                QVERIFY(place.isExamined());
                QVERIFY2(place.said() == said, which);
                ++chosen;
            }
            if (QTest::currentTestFailed())
                QFAIL(which);
        }
        qInfo("%d of %d drafts could be sent, in %d Unicode was chosen", sent, drafts, chosen);
        QVERIFY(sent > drafts / 5 && chosen > drafts / 20);
    }

    void whileItIsTypedTheyAgreeToo()
    {
        SendPlace place;
        place.recipients->addNumbers(u"99999991, 99999992"_s);
        place.message->setPlainText(u"Hei"_s);
        QVERIFY(place.isExamined());
        place.message->setPlainText(QString(161, u'a')); // before the engine has looked at it
        QVERIFY(!place.examiner->isCurrent());
        QVERIFY(place.said().total.startsWith(u"2 × 2 SMS = 4 SMS"_s));
        QCOMPARE(place.said().counter, u"GSM · 161 of 306 · 2 SMS · 145 left"_s);
        QCOMPARE(place.said().preview, QString(161, u'a'));
        const Said typed = place.said();
        QVERIFY(place.isExamined());
        QVERIFY(place.said() == typed);
    }
};

QTEST_MAIN(TestOneTruth)
#include "tst_onetruth.moc"
