// SPDX-License-Identifier: GPL-3.0-or-later
// Proves the fast path for Norwegian numbers against libphonenumber asked plainly, over every prefix.
#include "phone/phonenumber.h"

#include <phonenumbers/phonenumberutil.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <ctime>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using i18n::phonenumbers::PhoneNumberUtil;

class TestNumberPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalThreadsAskAtOnce();
    void everyPrefixInEveryFormAsTheLibrary();
    void foreignNumbersAsTheLibrary();
    void neighboursAsTheLibrary_data();
    void neighboursAsTheLibrary();
    void noNorwegianPatternLooksAtTheLastThreeDigits();
    void norwegianNumbersAreTenTimesAsFast();
};

namespace {

struct Verdict
{
    std::string e164;
    std::string country;
    bool valid = false;
    bool mobile = false;
    bool fixed = false;

    bool operator==(const Verdict &) const = default;
};

Verdict asked(const std::string &text)
{
    const PhoneNumberUtil &library = *PhoneNumberUtil::GetInstance();
    i18n::phonenumbers::PhoneNumber number;
    Verdict verdict;
    if (library.Parse(text, "NO", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return verdict;
    library.Format(number, PhoneNumberUtil::E164, &verdict.e164);
    library.GetRegionCodeForNumber(number, &verdict.country);
    if (verdict.country == "ZZ")
        library.GetRegionCodeForCountryCode(number.country_code(), &verdict.country);
    verdict.valid = library.IsValidNumber(number);
    const auto type = library.GetNumberType(number);
    verdict.mobile = type == PhoneNumberUtil::MOBILE || type == PhoneNumberUtil::FIXED_LINE_OR_MOBILE;
    verdict.fixed = type == PhoneNumberUtil::FIXED_LINE;
    return verdict;
}

Verdict ours(const QString &text)
{
    const phone::PhoneNumber number = phone::parse(text);
    return {number.e164.toStdString(), number.country.toStdString(),
            number.error == phone::NumberError::None && !number.unknownRange,
            number.type == phone::NumberType::Mobile, number.type == phone::NumberType::Fixed};
}

} // namespace

void TestNumberPlan::severalThreadsAskAtOnce()
{
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&wrong] {
            for (int prefix = 4000; prefix < 4800; ++prefix) {
                const QString national = QString::number(prefix) + u"1234"_s;
                if (ours(national) != asked(national.toStdString()))
                    ++wrong;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

void TestNumberPlan::everyPrefixInEveryFormAsTheLibrary()
{
    const QStringList forms{u"%1%2%3"_s,         u"%1 %2 %3"_s,
                            u"47%1%2%3"_s,       u"47 %1 %2 %3"_s,
                            u"+47%1%2%3"_s,      u"+47 %1 %2 %3"_s,
                            u"0047%1%2%3"_s,     u"00 47 %1-%2-%3"_s,
                            u"(+47) %1.%2.%3"_s, u"\u202a+47 %1 %2 %3\u202c"_s};
    QRandomGenerator random(47);
    for (int prefix = 1'000; prefix < 100'000; ++prefix) { // 00 begins a number of another country
        const QString national =
            u"%1%2"_s.arg(prefix, 5, 10, '0'_L1).arg(random.bounded(1'000), 3, 10, '0'_L1);
        const QString &form = forms[random.bounded(static_cast<int>(forms.size()))];
        const QString typed = form.arg(national.first(3), national.sliced(3, 2), national.sliced(5));
        QVERIFY2(ours(typed) == asked(typed.toStdString()), qPrintable(typed));
    }
}

void TestNumberPlan::foreignNumbersAsTheLibrary()
{
    const PhoneNumberUtil &library = *PhoneNumberUtil::GetInstance();
    std::set<std::string> regions;
    library.GetSupportedRegions(&regions);
    QVERIFY(regions.size() > 200);
    for (const std::string &region : regions) {
        for (const auto type : {PhoneNumberUtil::MOBILE, PhoneNumberUtil::FIXED_LINE}) {
            i18n::phonenumbers::PhoneNumber example;
            if (!library.GetExampleNumberForType(region, type, &example))
                continue;
            for (const auto format : {PhoneNumberUtil::E164, PhoneNumberUtil::INTERNATIONAL}) {
                std::string text;
                library.Format(example, format, &text);
                QVERIFY2(ours(QString::fromStdString(text)) == asked(text), text.c_str());
            }
        }
    }
}

// A number's reading may not depend on what was read before it: pairs whose patterns part within the last
// three digits, each after the other, and random neighbours of each country's own examples.
void TestNumberPlan::neighboursAsTheLibrary_data()
{
    QTest::addColumn<QStringList>("numbers");
    QTest::newRow("Spain: mobile behind 9, fixed behind 1")
        << QStringList{u"+34969060900"_s, u"+34969060100"_s, u"+34969060900"_s};
    const PhoneNumberUtil &library = *PhoneNumberUtil::GetInstance();
    std::set<std::string> regions;
    library.GetSupportedRegions(&regions);
    QRandomGenerator random(3);
    for (const std::string &region : regions) {
        i18n::phonenumbers::PhoneNumber example;
        std::string known;
        QStringList numbers;
        for (const auto type : {PhoneNumberUtil::MOBILE, PhoneNumberUtil::FIXED_LINE}) {
            if (!library.GetExampleNumberForType(region, type, &example))
                continue;
            library.Format(example, PhoneNumberUtil::E164, &known);
            numbers.append(QString::fromStdString(known));
            for (int sample = 0; sample < 20; ++sample) {
                std::string text = known;
                for (size_t digit = text.size() - (sample % 4 == 3 ? 4 : 3); digit < text.size(); ++digit)
                    text[digit] = static_cast<char>('0' + random.bounded(10));
                numbers.append(QString::fromStdString(text));
            }
        }
        if (!numbers.isEmpty())
            QTest::newRow(region.c_str()) << numbers;
    }
}

void TestNumberPlan::neighboursAsTheLibrary()
{
    QFETCH(QStringList, numbers);
    for (const QString &number : numbers)
        QVERIFY2(ours(number) == asked(number.toStdString()), qPrintable(number));
}

// The Norwegian table holds one verdict for a thousand numbers, that of their first five digits. It may, as
// long as no pattern of the metadata looks at the last three.
void TestNumberPlan::noNorwegianPatternLooksAtTheLastThreeDigits()
{
    QRandomGenerator random(5);
    for (int prefix = 10'000; prefix < 100'000; ++prefix) {
        const Verdict expected = ours(QString::number(prefix) + u"000"_s);
        const std::string number = std::to_string(prefix * 1'000 + random.bounded(1'000));
        Verdict found = asked(number);
        found.e164 = expected.e164;
        QVERIFY2(found == expected, number.c_str());
    }
}

void TestNumberPlan::norwegianNumbersAreTenTimesAsFast()
{
    QStringList numbers;
    std::vector<std::string> plain;
    QRandomGenerator random(1);
    for (int i = 0; i < 20'000; ++i) {
        numbers.append(u"9%1 %2 %3"_s.arg(random.bounded(100), 2, 10, '0'_L1)
                           .arg(random.bounded(100), 2, 10, '0'_L1)
                           .arg(random.bounded(1000), 3, 10, '0'_L1));
        plain.push_back(numbers.constLast().toStdString());
    }
    // Time of the processor, so that other work on the machine does not count.
    const auto timeOf = [](auto work) {
        const std::clock_t start = std::clock();
        work();
        return std::clock() - start;
    };
    int valid = 0;
    const std::clock_t library = timeOf([&] {
        for (const std::string &number : plain)
            valid += asked(number).valid ? 1 : 0;
    });
    const std::clock_t own = timeOf([&] {
        for (const QString &number : numbers)
            valid -= phone::parse(number).unknownRange ? 0 : 1;
    });
    QCOMPARE(valid, 0);
    QVERIFY2(library >= 10 * own, qPrintable(u"%1 to %2"_s.arg(library).arg(own)));
}

QTEST_GUILESS_MAIN(TestNumberPlan)
#include "tst_numberplan.moc"
