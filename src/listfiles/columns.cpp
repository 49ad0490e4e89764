// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/columns.h"

#include "phone/cellnumbers.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace listfiles {
namespace {

constexpr qsizetype longestHeader = 200; // a form's question may be long

// Lower case letters and digits only, so that "E-post", "e post" and "Epost:" are one name.
QString plain(const QString &name)
{
    QString out;
    for (const QChar c : name.normalized(QString::NormalizationForm_C).toLower()) {
        if (c.isLetterOrNumber())
            out += c;
    }
    return out;
}

QStringList wordsOf(const QString &name)
{
    QStringList words{QString()};
    for (const QChar c : name.normalized(QString::NormalizationForm_C).toLower()) {
        if (c.isLetter())
            words.last() += c;
        else if (!words.constLast().isEmpty())
            words.append(QString());
    }
    return words;
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
                                   u"mob"_s,
                                   u"mobnr"_s,
                                   u"mobile"_s,
                                   u"mobilenumber"_s,
                                   u"mobilephone"_s,
                                   u"mobilephonenumber"_s,
                                   u"mobilno"_s,
                                   u"mobileno"_s,
                                   u"cell"_s,
                                   u"cellnumber"_s,
                                   u"cellphone"_s,
                                   u"cellphonenumber"_s,
                                   u"gsm"_s,
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
                                   u"telephone"_s,
                                   u"telephonenumber"_s,
                                   u"tel"_s,
                                   u"telno"_s,
                                   u"telnr"_s,
                                   u"telefon1"_s,
                                   u"phone1"_s};
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

// Longer names that say it in other words, such as "Mobil (privat)" or "Foresattes telefon"; the place
// in this list is their surety, -1 for others.
int phonePart(const QString &name)
{
    if (name.size() > longestHeader)
        return -1;
    static const QStringList others{u"faks"_s,       u"fax"_s,       u"samtykke"_s,  u"consent"_s,
                                    u"operatør"_s,   u"carrier"_s,   u"phonetic"_s,  u"abonnement"_s,
                                    u"telefontid"_s, u"automobil"_s, u"mobilitet"_s, u"mobility"_s};
    static const QSet<QString> otherWords{u"type"_s, u"label"_s, u"etikett"_s, u"land"_s,    u"country"_s,
                                          u"kode"_s, u"code"_s,  u"status"_s,  u"modell"_s,  u"model"_s,
                                          u"ok"_s,   u"sendt"_s, u"sent"_s,    u"operator"_s};
    const QString whole = plain(name);
    const auto inWhole = [&whole](const QString &part) { return whole.contains(part); };
    const QStringList words = wordsOf(name);
    if (std::any_of(others.begin(), others.end(), inWhole) || saysCountryCode(name) ||
        std::any_of(words.begin(), words.end(),
                    [](const QString &word) { return otherWords.contains(word); }))
        return -1;
    static const QStringList parts{u"mobil"_s, u"telefon"_s, u"tlf"_s, u"phone"_s, u"msisdn"_s};
    for (int i = 0; i < parts.size(); ++i) {
        if (whole.contains(parts.at(i)))
            return i;
    }
    static const QSet<QString> whole_words{u"mob"_s, u"tel"_s, u"cell"_s, u"gsm"_s, u"sms"_s};
    return std::any_of(words.begin(), words.end(),
                       [](const QString &word) { return whole_words.contains(word); })
               ? int(parts.size())
               : -1;
}

bool readsAsEmail(const QString &cell)
{
    const qsizetype at = cell.indexOf(u'@');
    return at > 0 && cell.lastIndexOf(u'.') > at + 1 && !cell.trimmed().contains(u' ');
}

bool readsAsName(const QString &cell)
{
    bool letter = false;
    for (const QChar c : cell) {
        if (c.isDigit() || c == u'@')
            return false;
        letter = letter || c.isLetter();
    }
    return letter;
}

bool readsAsMobile(const QString &cell)
{
    for (const phone::CellNumber &each : phone::readCell(cell)) {
        if (each.number.type == phone::NumberType::Mobile)
            return true;
    }
    return false;
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
        const QString cell = row.exact(column);
        if (cell.trimmed().isEmpty())
            continue;
        ++out.filled;
        out.matching += test(cell) ? 1 : 0;
    }
    return out;
}

int byName(const QHash<QString, int> &header, const QStringList &names)
{
    for (const QString &name : names) {
        if (const int at = header.value(name, -1); at >= 0)
            return at;
    }
    return -1;
}

template <typename Test>
int byContents(int columns, const QList<Row> &sample, const QList<int> &taken, Test test)
{
    for (int i = 0; i < columns; ++i) {
        if (!taken.contains(i) && tally(sample, i, test).most())
            return i;
    }
    return -1;
}

// Every column that says telephone, the surer first.
QList<int> phoneColumns(const QStringList &names, const QStringList &plainNames)
{
    QHash<QString, int> surety;
    for (const QString &name : phoneNames())
        surety.insert(name, int(surety.size()));
    QList<std::pair<int, int>> found;
    for (int i = 0; i < names.size(); ++i) {
        const int exact = surety.value(plainNames.at(i), -1);
        const int part = exact < 0 ? phonePart(names.at(i)) : -1;
        if (exact >= 0 || part >= 0)
            found.append({exact >= 0 ? exact : int(surety.size()) + part, i});
    }
    std::stable_sort(found.begin(), found.end(), [](auto a, auto b) { return a.first < b.first; });
    QList<int> out;
    for (const auto &[sure, column] : found)
        out.append(column);
    return out;
}

// Google's: "Phone 1 - Value" with "Phone 1 - Type" or, later, "Phone 1 - Label".
void numberedPhones(const QHash<QString, int> &header, ColumnMap &out)
{
    for (int n = 1;; ++n) {
        const QString name = u"phone%1"_s.arg(n);
        const int value = header.value(name + u"value"_s, -1);
        if (value < 0)
            return;
        out.phones.append(value);
        const int label = header.value(name + u"label"_s, -1);
        out.phoneLabels.append(label >= 0 ? label : header.value(name + u"type"_s, -1));
    }
}

// A column that says telephone stays chosen whatever it holds; only one in which nothing stands at all
// gives way to the next.
void phonesByName(const QStringList &names, const QStringList &plainNames, const QList<Row> &sample,
                  ColumnMap &out)
{
    const QList<int> said = phoneColumns(names, plainNames);
    if (said.isEmpty())
        return;
    int chosen = -1;
    for (const int column : said) {
        const Tally found = tally(sample, column, phone::holdsNumber);
        if (found.filled == 0)
            continue;
        if (chosen < 0)
            chosen = column;
        else if (found.matching > 0)
            out.otherPhones.append(column);
    }
    out.phones = {chosen < 0 ? said.constFirst() : chosen};
    out.phoneLabels = {-1};
}

// Where no header helps, the column whose contents are numbers; none if two could be meant.
void phonesByContents(int columns, const QList<Row> &sample, ColumnMap &out)
{
    QList<int> matching;
    for (int i = 0; i < columns; ++i)
        matching.append(tally(sample, i, phone::holdsNumber).matching);
    const int best = matching.isEmpty() ? 0 : *std::max_element(matching.cbegin(), matching.cend());
    QList<int> numbers;
    QList<int> mobiles;
    for (int i = 0; i < columns && best > 0; ++i) {
        if (matching.at(i) * 2 <= best)
            continue;
        numbers.append(i);
        if (tally(sample, i, readsAsMobile).most())
            mobiles.append(i);
    }
    if (columns == 1)
        numbers = {0}; // each row then says what is wrong with it
    if (numbers.size() == 1 || mobiles.size() == 1) {
        out.phones = {numbers.size() == 1 ? numbers.constFirst() : mobiles.constFirst()};
        out.phoneLabels = {-1};
    }
    numbers.removeAll(out.phones.value(0, -1));
    out.otherPhones = numbers;
}

} // namespace

bool saysTelephone(const QString &name)
{
    return phoneNames().contains(plain(name)) || phonePart(name) >= 0;
}

bool saysCountryCode(const QString &name)
{
    static const QStringList parts{u"landkode"_s,    u"landskode"_s, u"landsnummer"_s, u"countrycode"_s,
                                   u"callingcode"_s, u"dialcode"_s,  u"dialingcode"_s, u"retningsnummer"_s};
    const QString whole = name.size() <= longestHeader ? plain(name) : QString();
    return std::any_of(parts.begin(), parts.end(),
                       [&whole](const QString &part) { return whole.contains(part); });
}

bool isUsualHeader(const QString &name)
{
    static const QSet<QString> usual = [] {
        QSet<QString> all;
        for (const QStringList &names :
             {phoneNames(), nameNames(), firstNames(), lastNames(), emailNames(), groupNames()})
            all.unite(QSet<QString>(names.begin(), names.end()));
        return all;
    }();
    return name.size() <= longestHeader && usual.contains(plain(name));
}

QString columnLetters(int index)
{
    QString out;
    for (int n = index + 1; n > 0; n = (n - 1) / 26)
        out.prepend(QChar(u'A' + (n - 1) % 26));
    return out;
}

ColumnMap guessColumns(const Header &header, const QList<Row> &sample)
{
    const int columns = int(header.names.size());
    ColumnMap out;
    if (header.row == 0) {
        phonesByContents(columns, sample, out);
        const QList<int> numbers = out.phones + out.otherPhones;
        out.email = byContents(columns, sample, numbers, readsAsEmail);
        out.name = byContents(columns, sample, numbers + QList<int>{out.email}, readsAsName);
        return out;
    }
    QStringList names;
    QHash<QString, int> places;
    for (int i = 0; i < columns; ++i) {
        names.append(plain(header.names.at(i)));
        if (!places.contains(names.constLast()))
            places.insert(names.constLast(), i);
    }
    // Our own export: whatever fields stand behind them, these four are what they are called.
    static const QStringList own{u"phone"_s, u"name"_s, u"email"_s, u"groups"_s};
    if (header.names.mid(0, own.size()) == own)
        return {{0}, {-1}, {}, 1, -1, 2, 3};
    numberedPhones(places, out);
    if (out.phones.isEmpty())
        phonesByName(header.names, names, sample, out);
    out.email = byName(places, emailNames());
    out.groups = byName(places, groupNames());
    out.name = byName(places, nameNames());
    if (out.name < 0) {
        out.name = byName(places, firstNames());
        out.lastName = byName(places, lastNames());
        if (out.name < 0)
            std::swap(out.name, out.lastName);
    }
    return out;
}

} // namespace listfiles
