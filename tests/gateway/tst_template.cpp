// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/template.h"
#include "gateway/vectors.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Fields = QMap<QString, QString>;

namespace {

// "orderno:capitals?" for a warning, "orderno:tooLong" for an error.
QStringList shown(const QList<gateway::FieldProblem> &problems)
{
    QStringList list;
    for (const gateway::FieldProblem &problem : problems)
        list.append(problem.field + u':' + problem.code + (problem.warning ? u"?"_s : QString()));
    return list;
}

QString repeated(const QString &text, int times)
{
    return text.repeated(times);
}

} // namespace

class TestTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previewVectors_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray all = vectors(u"templates"_s);
        QVERIFY(all.size() >= 15);
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(rowName(all.at(i).toObject(), i).constData()) << all.at(i).toObject();
    }

    void previewVectors()
    {
        QFETCH(QJsonObject, vector);
        const QJsonObject given = vector.value(u"fields"_s).toObject();
        Fields fields;
        for (auto it = given.begin(); it != given.end(); ++it) {
            if (it.key() != u"type"_s)
                fields.insert(it.key(), it.value().toString());
        }
        const QString type = given.value(u"type"_s).toString();
        const gateway::TemplatePreview preview = gateway::templatePreview(type, fields);
        QCOMPARE(preview.sender, vector.value(u"sender"_s).toString());
        QCOMPARE(preview.text, vector.value(u"text"_s).toString());
    }

    void preview_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<Fields>("fields");
        QTest::addColumn<QString>("text");
        QTest::newRow("TPL-13 an otp without its code keeps the rest")
            << u"otp"_s << Fields{{u"username"_s, u"kari"_s}, {u"sendername"_s, u"X AS"_s}}
            << u"Username: kari\n\nRegards X AS"_s;
        QTest::newRow("TPL-13 an empty field is a missing one")
            << u"otp"_s << Fields{{u"code"_s, u"1234"_s}, {u"username"_s, u"  "_s}} << u"Your code is 1234"_s;
        QTest::newRow("TPL-13 a link has its label and no full stop")
            << u"order_confirmation"_s << Fields{{u"orderurl"_s, u"x.no/1"_s}, {u"sendername"_s, u"X AS"_s}}
            << u"Order received. Link: x.no/1\nThank you from X AS"_s;
        QTest::newRow("TPL-13 everything of a reminder may be missing")
            << u"conf_reminder"_s << Fields{}
            << u"We look forward to seeing your party. Please contact us if there are changes."_s;
        QTest::newRow("TPL-13 an order without sender says no regards")
            << u"order_ready"_s << Fields{} << u"Hello! Your order is ready for pick up."_s;
        QTest::newRow("TPL-11 an offset does not move the time, nor do seconds show")
            << u"conf_booking"_s
            << Fields{{u"sendername"_s, u"X AS"_s}, {u"datetime"_s, u"2030-12-31T23:30:45-0800"_s}}
            << u"Your reservation at X AS on 31 December 2030 at 23:30 is confirmed. Welcome!"_s;
        QTest::newRow("TPL-11 a datetime in the making is shown as typed, and still wins")
            << u"conf_booking"_s
            << Fields{{u"sendername"_s, u"X AS"_s},
                      {u"datetime"_s, u"{when}"_s},
                      {u"date"_s, u"2030-01-31"_s}}
            << u"Your reservation at X AS on {when} is confirmed. Welcome!"_s;
    }

    void preview()
    {
        QFETCH(QString, type);
        QFETCH(Fields, fields);
        QFETCH(QString, text);
        QCOMPARE(gateway::templatePreview(type, fields).text, text);
    }

    void senders_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("sender");
        QTest::newRow("TPL-12 codes") << u"otp"_s << u"FrontOTP"_s;
        QTest::newRow("TPL-12 orders") << u"order_confirmation"_s << u"FrontOrder"_s;
        QTest::newRow("TPL-12 orders to fetch") << u"order_ready"_s << u"FrontOrder"_s;
        QTest::newRow("TPL-12 bookings") << u"conf_booking"_s << u"FrontConf"_s;
        QTest::newRow("TPL-12 reminders") << u"conf_reminder"_s << u"FrontConf"_s;
    }

    void senders()
    {
        QFETCH(QString, type);
        QFETCH(QString, sender);
        QCOMPARE(gateway::templatePreview(type, {}).sender, sender);
    }

    void types()
    {
        QCOMPARE(gateway::templateTypes(), (QStringList{u"otp"_s, u"order_confirmation"_s, u"order_ready"_s,
                                                        u"conf_booking"_s, u"conf_reminder"_s})); // TPL-01
        for (const QString &type : gateway::templateTypes())
            QVERIFY(!gateway::templateFields(type).isEmpty());
        QCOMPARE(shown(gateway::checkedFields(u"newsletter"_s, {})), QStringList{u"type:unknownType"_s});
        QVERIFY(gateway::templatePreview(u"newsletter"_s, {}).text.isEmpty());
    }

    void check_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<Fields>("fields");
        QTest::addColumn<QStringList>("problems");
        const QString otp = u"otp"_s;
        const QString order = u"order_confirmation"_s;
        const QString booking = u"conf_booking"_s;
        const auto with = [](const QString &type, const QString &name, const QString &value) {
            Fields fields{{name, value}};
            if (type == u"otp"_s && name != u"code"_s)
                fields.insert(u"code"_s, u"123456"_s);
            if (type != u"otp"_s && name != u"sendername"_s)
                fields.insert(u"sendername"_s, u"X AS"_s);
            return fields;
        };
        const auto row = [&](const char *name, const QString &type, const QString &field,
                             const QString &value, const QStringList &problems) {
            QTest::newRow(name) << type << with(type, field, value) << problems;
        };

        QTest::newRow("TPL-02 a sender's name is required for every type but otp")
            << order << Fields{{u"orderno"_s, u"1"_s}} << QStringList{u"sendername:required"_s};
        QTest::newRow("TPL-02 white space is no name")
            << u"order_ready"_s << Fields{{u"sendername"_s, u" \t"_s}}
            << QStringList{u"sendername:required"_s};
        row("TPL-02 50 characters, of which an emoji is one", order, u"sendername"_s, repeated(u"🤣"_s, 50),
            {});
        row("TPL-02 51 characters", order, u"sendername"_s, repeated(u"a"_s, 51), {u"sendername:tooLong"_s});
        row("TPL-02 an otp may do without a name", otp, u"code"_s, u"1234"_s, {});
        row("TPL-02 an otp's name is measured too", otp, u"sendername"_s, repeated(u"a"_s, 51),
            {u"sendername:tooLong"_s});
        QTest::newRow("TPL-03 the code is required") << otp << Fields{} << QStringList{u"code:required"_s};
        row("TPL-03 three characters", otp, u"code"_s, u"123"_s, {u"code:tooShort"_s});
        row("TPL-03 eight digits", otp, u"code"_s, u"12345678"_s, {});
        row("TPL-03 nine digits pass with advice", otp, u"code"_s, u"123456789"_s,
            {u"code:digitsAdvised?"_s});
        row("TPL-03 every allowed sign", otp, u"code"_s, u"Aa0!@#$%&*-_"_s, {u"code:digitsAdvised?"_s});
        row("TPL-03 fifteen characters", otp, u"code"_s, repeated(u"A"_s, 15), {u"code:digitsAdvised?"_s});
        row("TPL-03 sixteen characters", otp, u"code"_s, repeated(u"A"_s, 16), {u"code:tooLong"_s});
        row("TPL-03 a space inside", otp, u"code"_s, u"123 456"_s, {u"code:invalidCharacters"_s});
        row("TPL-03 a full stop", otp, u"code"_s, u"12.34"_s, {u"code:invalidCharacters"_s});
        row("TPL-03 Norwegian letters", otp, u"code"_s, u"ÆØÅÆ"_s, {u"code:invalidCharacters"_s});
        row("TPL-03 digits of another script", otp, u"code"_s, u"١٢٣٤"_s, {u"code:invalidCharacters"_s});
        row("TPL-04 an address of e-mail", otp, u"username"_s, u"bruker@eksempel.no"_s, {});
        row("TPL-04 255 characters", otp, u"username"_s, repeated(u"å"_s, 255), {});
        row("TPL-04 256 characters", otp, u"username"_s, repeated(u"å"_s, 256), {u"username:tooLong"_s});
        row("TPL-04 a link", otp, u"username"_s, u"see https://x.no"_s, {u"username:url"_s});
        row("TPL-04 a link in capitals", otp, u"username"_s, u"HTTP://x"_s, {u"username:url"_s});
        row("TPL-05 small letters, digits, hyphen, underscore", order, u"orderno"_s, u"a-z_09"_s, {});
        row("TPL-05 capitals pass with a warning", order, u"orderno"_s, u"AB-1"_s, {u"orderno:capitals?"_s});
        row("TPL-05 a space", order, u"orderno"_s, u"12 3"_s, {u"orderno:invalidCharacters"_s});
        row("TPL-05 51 characters", u"order_ready"_s, u"orderno"_s, repeated(u"1"_s, 51),
            {u"orderno:tooLong"_s});
        row("TPL-06 every allowed sign", order, u"amount"_s, u"1 234,50.-_"_s, {});
        row("TPL-06 a currency in the amount", order, u"amount"_s, u"kr 100"_s,
            {u"amount:invalidCharacters"_s});
        row("TPL-06 51 characters", order, u"amount"_s, repeated(u"1"_s, 51), {u"amount:tooLong"_s});
        row("TPL-07 a symbol", order, u"currency"_s, u"€"_s, {});
        row("TPL-07 ten characters", order, u"currency"_s, repeated(u"N"_s, 10), {});
        row("TPL-07 eleven characters", order, u"currency"_s, repeated(u"N"_s, 11), {u"currency:tooLong"_s});
        row("TPL-08 without a scheme", order, u"orderurl"_s, u"firmanavn.no/1?a=b#c"_s, {});
        row("TPL-08 with a scheme and Norwegian letters", order, u"orderurl"_s, u"https://blåbær.no"_s, {});
        row("TPL-08 another scheme", order, u"orderurl"_s, u"ftp://x.no"_s, {u"orderurl:invalidUrl"_s});
        row("TPL-08 no domain", order, u"orderurl"_s, u"ordre/123"_s, {u"orderurl:invalidUrl"_s});
        row("TPL-08 a space", order, u"orderurl"_s, u"x.no/a b"_s, {u"orderurl:invalidUrl"_s});
        row("TPL-09 a number", booking, u"pax"_s, u"4"_s, {});
        row("TPL-09 two numbers", booking, u"pax"_s, u"4, 2.5"_s, {});
        row("TPL-09 a word", booking, u"pax"_s, u"four"_s, {u"pax:invalidCharacters"_s});
        row("TPL-09 eleven digits", booking, u"pax"_s, repeated(u"1"_s, 11), {u"pax:tooLong"_s});
        row("TPL-10 a date", booking, u"date"_s, u"2028-02-29"_s, {});
        row("TPL-10 a day that does not exist", booking, u"date"_s, u"2030-02-29"_s, {u"date:invalidDate"_s});
        row("TPL-10 a Norwegian date", booking, u"date"_s, u"31.01.2030"_s, {u"date:invalidDate"_s});
        row("TPL-10 hours and minutes", booking, u"time"_s, u"08:05"_s, {});
        row("TPL-10 with seconds", booking, u"time"_s, u"23:59:59"_s, {});
        row("TPL-10 hour 24", booking, u"time"_s, u"24:00"_s, {u"time:invalidTime"_s});
        row("TPL-10 one digit for the hour", booking, u"time"_s, u"8:05"_s, {u"time:invalidTime"_s});
        row("TPL-11 without offset", u"conf_reminder"_s, u"datetime"_s, u"2030-01-31T18:30:00"_s, {});
        row("TPL-11 with offset", booking, u"datetime"_s, u"2030-01-31T18:30:00+01:00"_s, {});
        row("TPL-11 in UTC without seconds", booking, u"datetime"_s, u"2030-01-31T18:30Z"_s, {});
        row("TPL-11 a space for the T", booking, u"datetime"_s, u"2030-01-31 18:30:00"_s,
            {u"datetime:invalidDateTime"_s});
        row("TPL-11 an offset of a day", booking, u"datetime"_s, u"2030-01-31T18:30:00+24:00"_s,
            {u"datetime:invalidDateTime"_s});
        row("TPL-11 a date alone", booking, u"datetime"_s, u"2030-01-31"_s, {u"datetime:invalidDateTime"_s});
        row("TPL-01 a field of another type", otp, u"pax"_s, u"4"_s, {u"pax:unknownField"_s});
        row("TPL-01 an empty field of another type says nothing", otp, u"pax"_s, u""_s, {});
        row("TPL-01 a field that nobody knows", order, u"colour"_s, u"red"_s, {u"colour:unknownField"_s});
    }

    void check()
    {
        QFETCH(QString, type);
        QFETCH(Fields, fields);
        QFETCH(QStringList, problems);
        QCOMPARE(shown(gateway::checkedFields(type, fields)), problems);
    }
};

QTEST_GUILESS_MAIN(TestTemplate)
#include "tst_template.moc"
