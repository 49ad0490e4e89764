// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation's rows, and the pictures in it.
#include "models/pictureloader.h"
#include "models/threadmodel.h"
#include "storage/inboxrepository.h"
#include "storage/samples.h"
#include "storage/transaction.h"
#include "support/patience.h"
#include "support/temporarydatabase.h"

#include <QBuffer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using models::PictureLoader;
using models::ThreadModel;

namespace {

QByteArray png(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

// A PNG's head may promise any size; its data need not follow.
QByteArray claiming(quint32 width, quint32 height)
{
    QByteArray bytes = png(4, 4);
    for (int i = 0; i < 4; ++i) {
        bytes[16 + i] = static_cast<char>(width >> (24 - 8 * i));
        bytes[20 + i] = static_cast<char>(height >> (24 - 8 * i));
    }
    return bytes;
}

qint64 receive(storage::Database &database, const QString &text, qint64 atMs,
               const QList<domain::InboundFile> &files = {})
{
    domain::InboundMessage message;
    message.gatewayId = atMs;
    message.from = samples::number(0);
    message.to = u"26114"_s;
    message.text = text;
    message.sentMs = message.receivedMs = atMs;
    message.files = files;
    storage::Transaction transaction(database);
    if (!transaction.begin())
        return 0;
    const auto added = storage::InboxRepository(database).add(message);
    return added && transaction.commit() ? added->id : 0;
}

} // namespace

class TestThreadModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasSentAndWhatCameStandInTheOrderOfTime()
    {
        support::TemporaryDatabase database;
        QVERIFY(receive(database, u"Før"_s, samples::noon - 1000) > 0);
        samples::addCampaign(database, 1);
        const qint64 after = receive(database, u"STOPP"_s, samples::noon + 1000);
        {
            storage::Transaction transaction(database);
            QVERIFY(transaction.begin());
            QVERIFY(storage::InboxRepository(database).addAction(
                {after, samples::noon + 1000, domain::ActionKind::OptedOut, samples::number(0)}));
            QVERIFY(transaction.commit());
        }
        ThreadModel model(database);
        model.show(samples::number(0));
        QCOMPARE(model.rowCount(), 4);
        QStringList texts;
        QList<int> kinds;
        for (int row = 0; row < model.rowCount(); ++row) {
            texts.append(model.index(row).data().toString());
            kinds.append(model.index(row).data(ThreadModel::KindRole).toInt());
        }
        QCOMPARE(texts.mid(0, 3), (QStringList{u"Før"_s, u"Hei på deg"_s, u"STOPP"_s}));
        QCOMPARE(kinds, (QList<int>{ThreadModel::Inbound, ThreadModel::Outgoing, ThreadModel::Inbound,
                                    ThreadModel::Action}));
        QVERIFY(texts.at(3).startsWith(u"Opted out"_s));
        QCOMPARE(model.wroteTo(), u"26114"_s);
        QVERIFY(model.index(1).data(ThreadModel::SmallRole).toString().contains(u"Waiting"_s));
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"Før"_s));
        model.show({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aPictureIsShownOnceItIsDecodedAndADamagedOneIsNot()
    {
        support::TemporaryDatabase database;
        receive(database, u"Se her"_s, samples::noon,
                {{u"1"_s, u"image/png"_s, u"skiltet.png"_s, png(900, 300)},
                 {u"2"_s, u"image/png"_s, u"ødelagt.png"_s, "\x89PNG rubbish"},
                 {u"3"_s, u"text/vcard"_s, u"kari.vcf"_s, "BEGIN:VCARD"}});
        ThreadModel model(database);
        QSignalSpy changed(&model, &ThreadModel::dataChanged);
        model.show(samples::number(0));
        QCOMPARE(model.index(0).data(ThreadModel::FilesRole).toStringList(),
                 (QStringList{u"skiltet.png"_s, u"ødelagt.png"_s, u"kari.vcf"_s}));
        QTRY_COMPARE(changed.size(), 1);
        const auto pictures = model.index(0).data(ThreadModel::PicturesRole).value<QList<QImage>>();
        QCOMPARE(pictures.size(), 1);
        QCOMPARE(pictures.constFirst().size(), QSize(240, 80));
        model.refresh();
        QCOMPARE(model.index(0).data(ThreadModel::PicturesRole).value<QList<QImage>>().size(), 1);
    }

    void whatIsDecoded_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QSize>("size");
        QTest::newRow("a small one as it is") << png(20, 10) << QSize(20, 10);
        QTest::newRow("a large one made small") << png(2400, 1200) << QSize(240, 120);
        QTest::newRow("a very narrow one") << png(2400, 2) << QSize(240, 1);
        QTest::newRow("one that claims more than 64 MB") << claiming(60000, 60000) << QSize();
        QTest::newRow("one that claims the largest numbers") << claiming(0x7fffffff, 0x7fffffff) << QSize();
        QTest::newRow("cut off in the middle") << png(64, 64).left(60) << QSize();
        QTest::newRow("a drawing that may hold references")
            << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>") << QSize();
        QTest::newRow("nothing") << QByteArray() << QSize();
    }
    void whatIsDecoded()
    {
        QFETCH(QByteArray, content);
        QFETCH(QSize, size);
        const QImage picture = PictureLoader::decoded(content);
        QCOMPARE(picture.isNull() ? QSize() : picture.size(), size);
    }

    void onlyAFewKindsAreDecoded()
    {
        QVERIFY(PictureLoader::isPicture(u"IMAGE/JPEG; name=a"_s));
        QVERIFY(!PictureLoader::isPicture(u"image/svg+xml"_s));
        QVERIFY(!PictureLoader::isPicture(u"text/html"_s));
    }
};

QTEST_MAIN(TestThreadModel)
#include "tst_threadmodel.moc"
