// SPDX-License-Identifier: GPL-3.0-or-later
// The pre-approved templates as the simulator judges them: TPL-01 to TPL-11, ERR-28 to ERR-39.
#include "asking.h"

using namespace Qt::StringLiterals;
using asking::Form;
using asking::times;

class TestJudgeTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void code_data();
    void code();
    void fieldsWithoutATypeAreIgnored();
};

namespace {

const QByteArray otp = R"({"type":"otp","code":"123456"})";
const QByteArray order = R"({"type":"order_confirmation","sendername":"Firmanavn AS"})";
const QByteArray booking = R"({"type":"conf_booking","sendername":"Firmanavn AS"})";

QJsonObject with(const QByteArray &base, const QString &field, const QJsonValue &value)
{
    QJsonObject object = asking::object(base);
    object.insert(field, value);
    return object;
}

} // namespace

void TestJudgeTemplates::code_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<QJsonObject>("fields");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &base, const QString &field,
                        const QJsonValue &value,
                        int code) { QTest::newRow(name) << Form::Json << with(base, field, value) << code; };

    row("TPL-01 otp", otp, u"username"_s, u"bruker@eksempel.no"_s, 0);
    row("TPL-01 order_confirmation", order, u"orderno"_s, u"123456789"_s, 0);
    row("TPL-01 order_ready", order, u"type"_s, u"order_ready"_s, 0);
    row("TPL-01 conf_booking", booking, u"pax"_s, 4, 0);
    row("TPL-01 conf_reminder", booking, u"type"_s, u"conf_reminder"_s, 0);
    row("ERR-28 TPL-01 another type", otp, u"type"_s, u"OTP"_s, 28);
    row("ERR-28 TPL-01 an empty type", otp, u"type"_s, u""_s, 28);
    row("ERR-28 TPL-01 a type that is a number", otp, u"type"_s, 1, 28);

    row("TPL-03 4 characters", otp, u"code"_s, u"aZ0*"_s, 0);
    row("TPL-03 15 characters with every sign", otp, u"code"_s, u"!@#$%&*-_123456"_s, 0);
    row("TPL-03 a code as JSON number", otp, u"code"_s, 123456, 0);
    row("ERR-29 TPL-03 3 characters", otp, u"code"_s, u"123"_s, 29);
    row("ERR-29 TPL-03 16 characters", otp, u"code"_s, u"1234567890123456"_s, 29);
    row("ERR-29 TPL-03 a space", otp, u"code"_s, u"123 456"_s, 29);
    row("ERR-29 TPL-03 a Norwegian letter", otp, u"code"_s, u"blåbær"_s, 29);
    row("ERR-29 TPL-03 otp without a code", otp, u"code"_s, QJsonValue::Null, 29);
    row("ERR-29 TPL-03 a code that is a list", otp, u"code"_s, QJsonArray{u"1234"_s}, 29);

    row("TPL-02 otp needs no sendername", otp, u"sendername"_s, QJsonValue::Null, 0);
    row("TPL-02 50 characters", order, u"sendername"_s, times(50, u"Å"_s), 0);
    row("ERR-30 TPL-02 51 characters", order, u"sendername"_s, times(51, u"Å"_s), 30);
    row("ERR-30 TPL-02 51 characters for otp too", otp, u"sendername"_s, times(51, u"Å"_s), 30);
    row("ERR-30 TPL-02 an order without sendername", order, u"sendername"_s, QJsonValue::Null, 30);
    row("ERR-30 TPL-02 a booking with an empty one", booking, u"sendername"_s, u""_s, 30);
    row("ERR-30 TPL-02 only spaces", booking, u"sendername"_s, u"  "_s, 30);

    row("TPL-04 255 characters", otp, u"username"_s, times(255, u"ø"_s), 0);
    row("ERR-39 TPL-04 256 characters", otp, u"username"_s, times(256, u"ø"_s), 39);
    row("ERR-39 TPL-04 a link", otp, u"username"_s, u"se https://eksempel.no"_s, 39);
    row("ERR-39 TPL-04 a link in capitals", otp, u"username"_s, u"HTTP://eksempel.no"_s, 39);

    row("TPL-05 50 characters", order, u"orderno"_s, times(50, u"a"_s), 0);
    row("TPL-05 dash and underscore", order, u"orderno"_s, u"a-1_2"_s, 0);
    row("ERR-31 TPL-05 51 characters", order, u"orderno"_s, times(51, u"a"_s), 31);
    row("ERR-31 TPL-05 capitals", order, u"orderno"_s, u"A1"_s, 31);
    row("ERR-31 TPL-05 a space", order, u"orderno"_s, u"1 2"_s, 31);

    row("TPL-06 all that an amount may hold", order, u"amount"_s, u"1 234,59.-_"_s, 0);
    row("ERR-32 TPL-06 a currency in it", order, u"amount"_s, u"kr 10"_s, 32);
    row("ERR-32 TPL-06 51 characters", order, u"amount"_s, times(51, u"1"_s), 32);

    row("TPL-07 a sign", order, u"currency"_s, u"€"_s, 0);
    row("ERR-33 TPL-07 11 characters", order, u"currency"_s, times(11, u"N"_s), 33);

    row("TPL-08 with a scheme", order, u"orderurl"_s, u"https://firmanavn.no/1?a=b"_s, 0);
    row("TPL-08 without a scheme", order, u"orderurl"_s, u"firmanavn.no/123456789"_s, 0);
    row("ERR-34 TPL-08 no domain", order, u"orderurl"_s, u"ordre"_s, 34);
    row("ERR-34 TPL-08 a space", order, u"orderurl"_s, u"firmanavn.no/1 2"_s, 34);
    row("ERR-34 TPL-08 another scheme", order, u"orderurl"_s, u"ftp://firmanavn.no"_s, 34);

    row("TPL-09 pax as text", booking, u"pax"_s, u"4, 2.5"_s, 0);
    row("ERR-35 TPL-09 words", booking, u"pax"_s, u"fire"_s, 35);
    row("ERR-35 TPL-09 11 characters", booking, u"pax"_s, times(11, u"1"_s), 35);
    row("ERR-35 TPL-09 less than nobody", booking, u"pax"_s, -4, 35);
    row("ERR-35 TPL-09 true", booking, u"pax"_s, true, 35);

    row("TPL-10 a date", booking, u"date"_s, u"2030-01-31"_s, 0);
    row("ERR-36 TPL-10 30 February", booking, u"date"_s, u"2030-02-30"_s, 36);
    row("ERR-36 TPL-10 a Norwegian date", booking, u"date"_s, u"31.01.2030"_s, 36);
    row("TPL-10 a time", booking, u"time"_s, u"19:15"_s, 0);
    row("TPL-10 a time with seconds", booking, u"time"_s, u"19:15:00"_s, 0);
    row("ERR-37 TPL-10 25 o'clock", booking, u"time"_s, u"25:00"_s, 37);
    row("ERR-37 TPL-10 without a colon", booking, u"time"_s, u"1915"_s, 37);

    row("TPL-11 with an offset", booking, u"datetime"_s, u"2030-01-31T19:15:00+01:00"_s, 0);
    row("TPL-11 without one, and in the past", booking, u"datetime"_s, u"2020-01-31T19:15:00"_s, 0);
    row("ERR-38 TPL-11 a date alone", booking, u"datetime"_s, u"2030-01-31"_s, 38);
    row("ERR-38 TPL-11 no date", booking, u"datetime"_s, u"i morgen"_s, 38);

    QTest::newRow("TPL-01 by GET") << Form::Get << with(booking, u"pax"_s, u"4"_s) << 0;
    QTest::newRow("ERR-36 TPL-10 by GET") << Form::Get << with(booking, u"date"_s, u"i morgen"_s) << 36;
}

void TestJudgeTemplates::code()
{
    QFETCH(const Form, form);
    QFETCH(const QJsonObject, fields);
    const support::ManualClock clock;
    simulator::Judge judge({1234, {}, true}, clock);
    QTEST(judge.judged(asking::changed(form, fields)).errorCode, "code");
}

// TPL-01: without a type nothing is looked at.
void TestJudgeTemplates::fieldsWithoutATypeAreIgnored()
{
    const support::ManualClock clock;
    simulator::Judge judge({1234, {}, true}, clock);
    const auto fields = asking::object(R"({"code":"1","orderno":"A","date":"i morgen","sendername":""})");
    QCOMPARE(judge.judged(asking::changed(Form::Json, fields)).errorCode, 0);
}

QTEST_GUILESS_MAIN(TestJudgeTemplates)
#include "tst_judgetemplates.moc"
