// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/columns.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace listfiles {
namespace {

// Lower case letters and digits only, so that "E-post", "e post" and "Epost:" are one name.
QString plain(const QString &name)
{
    QString out;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber())
            out += c;
    }
    return out;
}

// The earlier a name stands, the surer it is.
const QStringList &phoneNames()
{
    static const QStringList names{u"mobil"_s,
                                   u"mobilnummer"_s,
                                   u"mobilnr"_s,
                                   u"mobiltelefon"_s,
                                   u"mobiltlf"_s,
                                   u"mobiltelefonnummer"_s,
                                   u"tlfmobil"_s,
                                   u"telefonmobil"_s,
                                   u"mobile"_s,
                                   u"mobilenumber"_s,
                                   u"mobilephone"_s,
                                   u"mobilephonenumber"_s,
                                   u"mobilno"_s,
                                   u"mobileno"_s,
                                   u"cell"_s,
                                   u"cellphone"_s,
                                   u"msisdn"_s,
                                   u"sms"_s,
                                   u"smsnummer"_s,
                                   u"telefon"_s,
                                   u"telefonnummer"_s,
                                   u"telefonnr"_s,
                                   u"tlf"_s,
                                   u"tlfnr"_s,
                                   u"tlfnummer"_s,
                                   u"phone"_s,
                                   u"phonenumber"_s,
                                   u"phoneno"_s,
                                   u"phone1value"_s,
                                   u"telephone"_s,
                                   u"telephonenumber"_s,
                                   u"tel"_s,
                                   u"telno"_s,
                                   u"telefon1"_s,
                                   u"phone1"_s,
                                   u"recipient"_s,
                                   u"mottaker"_s,
                                   u"number"_s,
                                   u"nummer"_s,
                                   u"nr"_s};
    return names;
}

const QStringList &nameNames()
{
    static const QStringList names{u"navn"_s,        u"name"_s,         u"fulltnavn"_s,     u"fullname"_s,
                                   u"displayname"_s, u"visningsnavn"_s, u"kontaktnavn"_s,   u"contactname"_s,
                                   u"kundenavn"_s,   u"customername"_s, u"kontaktperson"_s, u"kontakt"_s,
                                   u"contact"_s,     u"kunde"_s,        u"medlem"_s,        u"person"_s};
    return names;
}

const QStringList &firstNames()
{
    static const QStringList names{u"fornavn"_s, u"firstname"_s, u"givenname"_s, u"first"_s};
    return names;
}

const QStringList &lastNames()
{
    static const QStringList names{u"etternavn"_s, u"lastname"_s, u"familyname"_s, u"surname"_s, u"last"_s};
    return names;
}

const QStringList &emailNames()
{
    static const QStringList names{u"epost"_s,        u"epostadresse"_s, u"email"_s,       u"emailaddress"_s,
                                   u"emailadresse"_s, u"mail"_s,         u"mailadresse"_s, u"email1value"_s};
    return names;
}

const QStringList &groupNames()
{
    static const QStringList names{u"gruppe"_s,   u"grupper"_s,    u"group"_s,    u"groups"_s,
                                   u"kategori"_s, u"kategorier"_s, u"category"_s, u"categories"_s};
    return names;
}

bool readsAsEmail(QStringView cell)
{
    const qsizetype at = cell.indexOf(u'@');
    return at > 0 && cell.lastIndexOf(u'.') > at + 1 && !cell.trimmed().contains(u' ');
}

bool readsAsName(QStringView cell)
{
    bool letter = false;
    for (const QChar c : cell) {
        if (c.isDigit() || c == u'@')
            return false;
        letter = letter || c.isLetter();
    }
    return letter;
}

struct Tally
{
    int filled = 0;
    int matching = 0;

    bool most() const { return matching > 0 && matching * 2 > filled; }
};

template <typename Test>
Tally tally(const QList<Row> &sample, int column, Test test)
{
    Tally out;
    for (const Row &row : sample) {
        if (column >= row.cells.size() || row.cells.at(column).trimmed().isEmpty())
            continue;
        ++out.filled;
        out.matching += test(row.cells.at(column)) ? 1 : 0;
    }
    return out;
}

int byName(const QStringList &header, const QStringList &names)
{
    for (const QString &name : names) {
        const qsizetype at = header.indexOf(name);
        if (at >= 0)
            return int(at);
    }
    return -1;
}

// A column called "Nummer" that holds no phone number (a member's number) must not win over one that does.
int phoneByName(const QStringList &header, const QList<Row> &sample)
{
    int empty = -1;
    for (const QString &name : phoneNames()) {
        for (int i = 0; i < header.size(); ++i) {
            if (header.at(i) != name)
                continue;
            const Tally found = tally(sample, i, readsAsPhone);
            if (found.matching > 0)
                return i;
            if (empty < 0)
                empty = i;
        }
    }
    // Longer names that say it in other words: "Mobil (privat)", "Foresattes telefon".
    for (const QStringView part : {u"mobil", u"telefon", u"tlf", u"phone"}) {
        for (int i = 0; i < header.size(); ++i) {
            if (header.at(i).contains(part) && tally(sample, i, readsAsPhone).matching > 0)
                return i;
        }
    }
    return empty;
}

template <typename Test>
int byContents(int columns, const QList<Row> &sample, std::initializer_list<int> taken, Test test)
{
    for (int i = 0; i < columns; ++i) {
        if (std::find(taken.begin(), taken.end(), i) == taken.end() && tally(sample, i, test).most())
            return i;
    }
    return -1;
}

} // namespace

bool readsAsPhone(QStringView cell)
{
    static const QRegularExpression date(
        u"^(\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./]\\d{4})"
        "([ T]+\\d.*)?$"_s);
    static const QRegularExpression spoiled(u"^\\d[.,]\\d+[eE]\\+?\\d{1,2}$"_s);
    QStringView text = cell.trimmed();
    if (text.startsWith(u'\''))
        text = text.mid(1).trimmed();
    if (text.startsWith("tel:"_L1, Qt::CaseInsensitive))
        text = text.mid(4);
    int digits = 0;
    bool others = false;
    for (const QChar c : text) {
        if (c.isDigit())
            ++digits;
        else if (!c.isSpace() && !u"+-()./,;–‑\u200B\u202A\u202C"_s.contains(c))
            others = true;
    }
    if (others)
        return spoiled.match(text.toString()).hasMatch();
    return digits >= 8 && !date.match(text.toString()).hasMatch();
}

QString columnLetters(int index)
{
    QString out;
    for (int n = index + 1; n > 0; n = (n - 1) / 26)
        out.prepend(QChar(u'A' + (n - 1) % 26));
    return out;
}

ColumnMap guessColumns(const QStringList &header, const QList<Row> &sample)
{
    QStringList names;
    for (const QString &name : header)
        names << plain(name);
    const int columns = int(names.size());
    ColumnMap out;
    out.phone = phoneByName(names, sample);
    out.email = byName(names, emailNames());
    out.groups = byName(names, groupNames());
    out.name = byName(names, nameNames());
    if (out.name < 0) {
        out.name = byName(names, firstNames());
        out.lastName = byName(names, lastNames());
        if (out.name < 0)
            std::swap(out.name, out.lastName);
    }
    const int named = out.phone;
    if (named < 0 ||
        (tally(sample, named, readsAsPhone).matching == 0 && tally(sample, named, readsAsPhone).filled > 0)) {
        const int found = byContents(columns, sample, {out.email, out.name, out.lastName}, readsAsPhone);
        out.phone = found >= 0 ? found : named;
    }
    if (out.email < 0)
        out.email = byContents(columns, sample, {out.phone, out.name, out.groups}, readsAsEmail);
    if (out.name < 0)
        out.name = byContents(columns, sample, {out.phone, out.email, out.groups}, readsAsName);
    return out;
}

} // namespace listfiles
