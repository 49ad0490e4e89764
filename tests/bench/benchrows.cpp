// SPDX-License-Identifier: GPL-3.0-or-later
// benchrows ROW ARGUMENTS: does one row's work and prints its figures as JSON; seconds unless named.
#include "benchrows.h"

#include "listfiles/reader.h"
#include "listfiles/writer.h"
#include "phone/phonenumber.h"
#include "smstext/count.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMainWindow>
#include <QTextStream>

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

double seconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %ls", qUtf16Printable(name));
    return file.readAll();
}

// FILE: a JSON array of texts.
QJsonObject count(const QStringList &arguments)
{
    const QJsonArray array = QJsonDocument::fromJson(contentOf(arguments.value(0))).array();
    QStringList texts;
    for (const QJsonValue &text : array)
        texts.append(text.toString());
    QJsonArray segments;
    QElapsedTimer timer;
    timer.start();
    QList<int> counted;
    counted.reserve(texts.size());
    for (const QString &text : std::as_const(texts)) {
        counted.append(smstext::count(text, true).segments);
        smstext::segmentStarts(text, true);
    }
    const double took = seconds(timer);
    for (const int one : std::as_const(counted))
        segments.append(one);
    return {{u"seconds"_s, took}, {u"segments"_s, segments}};
}

QJsonObject keystroke(const QStringList &arguments)
{
    const int edits = arguments.value(0).toInt();
    QString text = u"Hei på deg! Vi ses på møtet – klokka 18 «i kveld». "_s.repeated(40).left(1529);
    QList<double> took;
    qsizetype marks = 0;
    for (int i = 0; i < edits; ++i) {
        text[(i * 37) % text.size()] = QChar(i % 2 == 0 ? u'å' : u'–');
        QElapsedTimer timer;
        timer.start();
        smstext::count(text, i % 3 == 0);
        marks += smstext::nonGsmMarks(text).size();
        took.append(seconds(timer));
    }
    std::sort(took.begin(), took.end());
    return {{u"p99"_s, took.at(took.size() * 99 / 100)}, {u"marks"_s, marks}};
}

// FILE: one number a line; REGION.
QJsonObject numbers(const QStringList &arguments)
{
    const QStringList lines =
        QString::fromUtf8(contentOf(arguments.value(0))).split(u'\n', Qt::SkipEmptyParts);
    const QString region = arguments.value(1);
    QElapsedTimer timer;
    timer.start();
    QStringList ours;
    ours.reserve(lines.size());
    for (const QString &line : lines)
        ours.append(phone::parse(line, region).e164);
    const double took = seconds(timer);

    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    const PhoneNumberUtil &library = *PhoneNumberUtil::GetInstance();
    const qsizetype sample = std::min<qsizetype>(lines.size(), 100'000); // it is slow
    std::vector<std::string> plain;
    for (qsizetype i = 0; i < sample; ++i)
        plain.push_back(lines.at(i).toStdString());
    const std::string country = region.toStdString();
    timer.restart();
    std::vector<std::string> theirs;
    theirs.reserve(plain.size());
    for (const std::string &one : plain) {
        PhoneNumber number;
        std::string e164;
        if (library.Parse(one, country, &number) == PhoneNumberUtil::NO_PARSING_ERROR &&
            library.IsValidNumber(number))
            library.Format(number, PhoneNumberUtil::E164, &e164);
        theirs.push_back(e164);
    }
    const double peer = seconds(timer);
    int differ = 0;
    for (size_t i = 0; i < theirs.size(); ++i) {
        if (!theirs[i].empty() && ours.at(static_cast<qsizetype>(i)).toStdString() != theirs[i])
            ++differ;
    }
    return {{u"rate"_s, static_cast<double>(lines.size()) / took},
            {u"peerRate"_s, static_cast<double>(sample) / peer},
            {u"differ"_s, differ}};
}

// FILE ROWS: a spreadsheet of four columns.
QJsonObject makeSheet(const QStringList &arguments)
{
    auto writer = listfiles::TableWriter::create(arguments.value(0));
    if (!writer)
        qFatal("no writer");
    const int rows = arguments.value(1).toInt();
    bool good = writer.value()->writeRow({u"Navn"_s, u"Mobil"_s, u"E-post"_s, u"By"_s}).ok();
    for (int i = 0; i < rows; ++i)
        good = writer.value()
                   ->writeRow({u"Kari Nordmann %1"_s.arg(i), u"+47%1"_s.arg(90000000 + i),
                               u"kari%1@example.no"_s.arg(i), u"Bodø"_s})
                   .ok() &&
               good;
    return {{u"good"_s, good && writer.value()->finish().ok()}};
}

QJsonObject readSheet(const QStringList &arguments)
{
    qint64 cells = 0;
    QElapsedTimer timer;
    timer.start();
    const auto read = listfiles::read(
        arguments.value(0), {}, [](const listfiles::Header &) { return true; },
        [&cells](listfiles::Row &&row) {
            cells += row.cells.size();
            return true;
        });
    if (!read)
        qFatal("not read");
    return {{u"seconds"_s, seconds(timer)}, {u"cells"_s, cells}};
}

void print(const QJsonObject &figures)
{
    QTextStream(stdout) << QJsonDocument(figures).toJson(QJsonDocument::Compact) << '\n';
}

} // namespace

int main(int argc, char *argv[])
{
    const QString row = QString::fromLocal8Bit(argv[1]);
    if (row == "bare"_L1) { // the peer of `start` and `memory`
        QApplication application(argc, argv);
        QMainWindow window;
        window.setWindowTitle(u"Bare"_s);
        window.resize(1280, 740);
        window.show();
        return QApplication::exec();
    }
    if (row == "smooth"_L1) {
        print(bench::smooth(argc, argv));
        return 0;
    }
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(2);
    QJsonObject figures;
    if (row == "count"_L1)
        figures = count(arguments);
    else if (row == "keystroke"_L1)
        figures = keystroke(arguments);
    else if (row == "numbers"_L1)
        figures = numbers(arguments);
    else if (row == "make-sheet"_L1)
        figures = makeSheet(arguments);
    else if (row == "read-sheet"_L1)
        figures = readSheet(arguments);
    else if (row == "make-log"_L1)
        figures = bench::makeLog(arguments);
    else if (row == "open-log"_L1)
        figures = bench::openLog(arguments);
    else if (row == "import-tasks"_L1)
        figures = bench::importTasks(arguments);
    else
        qFatal("no such row");
    print(figures);
    return 0;
}
