// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/callbackdecoder.h"

#include "http/query.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace receiver {
using namespace Qt::StringLiterals;

namespace {

using domain::Unreadable;

constexpr qint64 lastSecond = 253402300799; // the end of the year 9999
constexpr qsizetype shortestInternational = 8;
constexpr qsizetype longestE164 = 15;

bool isDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// Digits only, as toLongLong would also take "+5" and " 5 ".
std::optional<qint64> number(const QByteArray &digits)
{
    if (!isDigits(QString::fromLatin1(digits)))
        return {};
    bool fits = false;
    const qint64 value = digits.toLongLong(&fits);
    return fits ? std::optional(value) : std::nullopt;
}

using Parameters = QHash<QByteArray, QByteArray>;

// The known ones, each at most once; or why not.
std::variant<Parameters, Unreadable> known(const QByteArray &encoded, const QByteArrayList &names)
{
    const auto decoded = http::decodeQuery(encoded);
    if (!decoded)
        return Unreadable::BadEscape;
    Parameters parameters;
    for (const auto &[name, value] : *decoded) {
        if (!names.contains(name))
            continue;
        if (parameters.contains(name))
            return Unreadable::DuplicateParameter;
        parameters.insert(name, value);
    }
    return parameters;
}

// A number's bytes. A plus that was not escaped reads as a blank by the rules of forms, and before a
// number's first digit it can only mean the plus of E.164 (DLR-02, INB-04).
QString numberText(const QByteArray &bytes)
{
    QString text = http::latin1(bytes);
    if (text.startsWith(u' ') && isDigits(QStringView(text).sliced(1)))
        text[0] = u'+';
    return internationalForm(text);
}

std::optional<QString> statusNumber(const QByteArray &bytes)
{
    const QString text = numberText(bytes);
    const QStringView digits = QStringView(text).sliced(text.startsWith(u'+') ? 1 : 0);
    if (!isDigits(digits) || digits.size() > longestE164)
        return {};
    return u"+"_s + digits.toString();
}

} // namespace

QString internationalForm(const QString &number)
{
    const QStringView digits = QStringView(number).sliced(std::min<qsizetype>(2, number.size()));
    if (number.startsWith("00"_L1) && digits.size() >= shortestInternational &&
        digits.size() <= longestE164 && isDigits(digits))
        return u"+"_s + digits.toString();
    return number;
}

namespace {

// A reference that cannot be read hides no id that can: without the one, the other may do.
std::variant<Parameters, Unreadable> statusParameters(const QByteArray &encoded)
{
    const QByteArrayList names{"status", "origid", "ref", "phoneno"};
    const auto read = known(encoded, names);
    const auto *unreadable = std::get_if<Unreadable>(&read);
    if (!unreadable || *unreadable != Unreadable::BadEscape)
        return read;
    QByteArrayList parts = encoded.split('&');
    if (parts.removeIf([](const QByteArray &part) { return part.startsWith("ref="); }) != 1)
        return read;
    const auto rest = known(parts.join('&'), names);
    const auto *parameters = std::get_if<Parameters>(&rest);
    return parameters && !parameters->value("origid").isEmpty() ? rest : read;
}

} // namespace

Decoded decodeStatus(const QByteArray &parameters)
{
    const auto read = statusParameters(parameters);
    if (const auto *unreadable = std::get_if<Unreadable>(&read))
        return *unreadable;
    const Parameters &given = std::get<Parameters>(read);

    const QByteArray status = given.value("status");
    if (status.isEmpty())
        return Unreadable::MissingParameter;
    const bool negative = status.startsWith('-');
    const auto magnitude = number(negative ? status.sliced(1) : status);
    if (!magnitude || *magnitude > std::numeric_limits<int>::max())
        return Unreadable::BadParameter;

    domain::StatusEvent event;
    event.status = domain::DeliveryStatus(static_cast<int>(negative ? -*magnitude : *magnitude));
    event.raw = parameters;
    if (const QByteArray origId = given.value("origid"); !origId.isEmpty()) {
        event.origId = number(origId);
        if (!event.origId)
            return Unreadable::BadParameter;
    }
    // We send UTF-8; what is none came back in the gateway's other character set.
    event.ref = http::utf8(given.value("ref")).value_or(http::latin1(given.value("ref")));
    if (const QByteArray phoneNo = given.value("phoneno"); !phoneNo.isEmpty()) {
        const auto e164 = statusNumber(phoneNo);
        if (!e164)
            return Unreadable::BadParameter;
        event.number = *e164;
    }
    if (!event.origId && event.ref.isEmpty()) // could never be matched (DLR-06)
        return Unreadable::MissingParameter;
    return event;
}

Decoded decodeInboundParameters(const QByteArray &parameters)
{
    const auto read = known(parameters, {"fromid", "phonenr", "txt", "time", "countnr", "code"});
    if (const auto *unreadable = std::get_if<Unreadable>(&read))
        return *unreadable;
    const Parameters &given = std::get<Parameters>(read);
    // An empty text is a message; an empty number is none.
    if (given.value("fromid").isEmpty() || given.value("phonenr").isEmpty() || !given.contains("txt") ||
        given.value("time").isEmpty())
        return Unreadable::MissingParameter;
    const auto seconds = number(given.value("time"));
    if (!seconds || *seconds > lastSecond)
        return Unreadable::BadParameter;

    domain::InboundMessage message;
    message.to = numberText(given.value("fromid"));
    message.from = numberText(given.value("phonenr"));
    message.text = http::latin1(given.value("txt"));
    message.sentMs = *seconds * 1000;
    message.keyword = http::latin1(given.value("code"));
    message.raw = parameters;
    if (const QByteArray counter = given.value("countnr"); !counter.isEmpty()) {
        message.counter = number(counter);
        if (!message.counter)
            return Unreadable::BadParameter;
    }
    return message;
}

} // namespace receiver
