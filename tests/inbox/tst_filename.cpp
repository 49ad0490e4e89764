// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/filename.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFileName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSafe_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("contentType");
        QTest::addColumn<QString>("expected");
        auto row = [](const char *name, const QString &given, const QString &type, const QString &expected) {
            QTest::newRow(name) << given << type << expected;
        };
        row("a usual one", u"skiltet.jpg"_s, u"image/jpeg"_s, u"skiltet.jpg"_s);
        row("Norwegian letters stay", u"Bålet på øya.png"_s, u"image/png"_s, u"Bålet på øya.png"_s);
        row("a path upwards", u"../../etc/passwd"_s, u"text/plain"_s, u"passwd.txt"_s);
        row("a path of Windows", u"C:\\Windows\\System32\\cmd.exe"_s, u"image/png"_s, u"cmd.png"_s);
        row("an ending that would run", u"faktura.pdf.exe"_s, u"application/pdf"_s, u"faktura.pdf.pdf"_s);
        row("an unknown kind gets no ending that runs", u"x.bat"_s, u"application/x-msdownload"_s,
            u"x.bin"_s);
        row("a hidden file", u".bashrc"_s, u"text/plain"_s, u"file.txt"_s);
        row("dots and spaces at the ends", u"  ..a.. .png"_s, u"image/png"_s, u"a.png"_s);
        row("a device of Windows", u"CON.png"_s, u"image/png"_s, u"file.png"_s);
        row("a device with another ending", u"nul.tar.gz"_s, u"image/png"_s, u"file.png"_s);
        row("nothing", QString(), u"image/gif"_s, u"file.gif"_s);
        row("signs that shells and systems know", u"a:b*c?d\"e<f>g|h.png"_s, u"image/png"_s,
            u"a_b_c_d_e_f_g_h.png"_s);
        row("text that turns its direction", u"kari\u202Egnp.exe"_s, u"image/png"_s, u"kari_gnp.png"_s);
        row("a line break", u"a\nb.png"_s, u"image/png"_s, u"a_b.png"_s);
        row("the type's parameters do not matter", u"a.x"_s, u"Image/PNG; name=\"a.exe\""_s, u"a.png"_s);
    }
    void isSafe()
    {
        QFETCH(QString, given);
        QFETCH(QString, contentType);
        QTEST(inbox::safeFileName({{}, contentType, given, {}}), "expected");
    }

    void isNotTooLong()
    {
        const QString name = inbox::safeFileName({{}, u"image/png"_s, QString(500, u'a') + u".png"_s, {}});
        QCOMPARE(name.size(), 84);
        QVERIFY(name.endsWith(u".png"_s));
    }
};

QTEST_GUILESS_MAIN(TestFileName)
#include "tst_filename.moc"
