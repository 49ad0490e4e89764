// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/cellvalue.h"
#include "listfiles/formatcode.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace listfiles {
namespace {

QString withoutDot(const QString &name)
{
    return name.endsWith(u'.') ? name.chopped(1) : name;
}

class DateShower
{
public:
    DateShower(const QDate &date, qint64 seconds, double second, const QLocale &locale)
        : m_date(date)
        , m_seconds(seconds)
        , m_second(second)
        , m_locale(locale)
    {
    }

    QString shown(const FormatSection &tokens)
    {
        for (const FormatToken &token : tokens)
            m_halfDays = m_halfDays || (token.kind == FormatToken::Sign &&
                                        token.text.compare("P"_L1, Qt::CaseInsensitive) == 0);
        QString out;
        for (qsizetype i = 0; i < tokens.size(); ++i) {
            const FormatToken &token = tokens.at(i);
            if (token.kind == FormatToken::Text) {
                out += token.text;
                continue;
            }
            if (token.kind == FormatToken::Bracket) {
                out += elapsed(token.text.toLower());
                continue;
            }
            const QChar letter = token.text.front().toLower();
            qsizetype count = 1;
            while (i + count < tokens.size() && tokens.at(i + count).kind == FormatToken::Sign &&
                   tokens.at(i + count).text.front().toLower() == letter)
                ++count;
            if (letter == u'a') { // AM/PM or A/P
                const bool whole = i + 1 < tokens.size() && tokens.at(i + 1).text.toLower() == u"m"_s;
                out += m_seconds % 86400 < 43200 ? (whole ? u"AM"_s : u"A"_s) : (whole ? u"PM"_s : u"P"_s);
                i += whole ? 4 : 2;
                continue;
            }
            if (u"ymdhså"_s.contains(letter)) {
                out += field(letter, count, nextTimeLetter(tokens, i + count));
                i += count - 1;
            } else if (letter == u'/' && !isEnglish(m_locale)) {
                out += u'.'; // the language's mark between the parts of a day
            } else if (letter == u'.' && m_afterSeconds && i + 1 < tokens.size() &&
                       tokens.at(i + 1).text == "0"_L1) {
                qsizetype places = 0;
                while (i + 1 + places < tokens.size() && tokens.at(i + 1 + places).text == "0"_L1)
                    ++places;
                out += decimalPoint(m_locale) + QString::number(m_second, 'f', int(places)).mid(2);
                i += places;
            } else if (letter != u'@') {
                out += token.text;
            }
        }
        return out;
    }

private:
    static QChar nextTimeLetter(const FormatSection &tokens, qsizetype from)
    {
        for (qsizetype i = from; i < tokens.size(); ++i) {
            if (tokens.at(i).kind == FormatToken::Sign && tokens.at(i).text.front().isLetter())
                return tokens.at(i).text.front().toLower();
        }
        return {};
    }

    static QString padded(qint64 value, qsizetype count)
    {
        return QString::number(value).rightJustified(count > 1 ? 2 : 1, u'0');
    }

    QString elapsed(const QString &unit)
    {
        if (unit.isEmpty() || (unit.count(unit.front()) != unit.size()))
            return currencyOf(unit);
        m_afterSeconds = unit.front() == u's';
        switch (unit.front().unicode()) {
        case u'h':
            m_hours = true;
            return padded(m_seconds / 3600, unit.size());
        case u'm':
            return padded(m_seconds / 60, unit.size());
        case u's':
            return padded(m_seconds, unit.size());
        default:
            return {};
        }
    }

    QString field(QChar letter, qsizetype count, QChar next)
    {
        const qint64 ofDay = m_seconds % 86400;
        m_afterSeconds = letter == u's';
        switch (letter.unicode()) {
        case u'h': {
            m_hours = true;
            const qint64 hour = ofDay / 3600;
            return padded(m_halfDays ? (hour % 12 == 0 ? 12 : hour % 12) : hour, count);
        }
        case u's':
            return padded(ofDay % 60, count);
        case u'm':
            if (std::exchange(m_hours, false) || next == u's')
                return padded(ofDay / 60 % 60, count);
            return count == 5   ? m_locale.monthName(m_date.month()).left(1)
                   : count == 4 ? m_locale.monthName(m_date.month())
                   : count == 3 ? withoutDot(m_locale.monthName(m_date.month(), QLocale::ShortFormat))
                                : padded(m_date.month(), count);
        case u'd':
            m_hours = false;
            return count >= 4   ? m_locale.dayName(m_date.dayOfWeek())
                   : count == 3 ? withoutDot(m_locale.dayName(m_date.dayOfWeek(), QLocale::ShortFormat))
                                : padded(m_date.day(), count);
        default:
            m_hours = false;
            return count > 2 ? QString::number(m_date.year()) : padded(m_date.year() % 100, 2);
        }
    }

    QDate m_date;
    qint64 m_seconds; // since the beginning of the days' count
    double m_second;  // the fraction of the last one
    const QLocale &m_locale;
    bool m_halfDays = false;
    bool m_hours = false;
    bool m_afterSeconds = false;
};

} // namespace

QString shownMoment(double serial, const FormatSection &section, const QLocale &locale, bool from1904)
{
    const auto places = std::count_if(section.begin(), section.end(), [](const FormatToken &token) {
        return token.kind == FormatToken::Sign && token.text == "0"_L1;
    });
    const double parts = std::pow(10.0, double(std::min<qsizetype>(places, 3)));
    const double exact = std::round(serial * 86400.0 * parts) / parts;
    const auto seconds = qint64(exact + 1e-6);
    const double second = std::clamp(exact - double(seconds), 0.0, 0.999);
    const QDate date = dayOf(seconds / 86400, from1904);
    return DateShower(date, seconds, second, locale).shown(section);
}

} // namespace listfiles
