// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/optoutwords.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace inbox {
using namespace Qt::StringLiterals;

namespace {

using Words = QStringList; // folded, letters and digits only

constexpr qsizetype longestSignature = 8; // words: "sendt fra min iPhone", "mvh Kari Nordmann, Klubben"
constexpr qsizetype longestName = 5;
constexpr qsizetype fewWords = 2;
constexpr qsizetype shortestMistyped = 5; // "stop" is too near to "stor"

Words wordsOf(const QString &text)
{
    Words words;
    QString word;
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isMark()) {
            word.append(c);
        } else if (!word.isEmpty()) {
            words.append(std::exchange(word, QString()));
        }
    }
    if (!word.isEmpty())
        words.append(word);
    // A mark alone belonged to a picture (❤️), which says nothing.
    words.removeIf([](const QString &said) {
        return std::none_of(said.begin(), said.end(), [](QChar c) { return c.isLetterOrNumber(); });
    });
    return words;
}

// Full-width letters, ligatures and loose accents are the letters that they look like.
QString folded(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_KC);
    plain.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    return plain.toCaseFolded();
}

QList<Words> phrases(const QStringList &texts)
{
    QList<Words> result;
    for (const QString &text : texts) {
        if (const Words words = wordsOf(folded(text)); !words.isEmpty())
            result.append(words);
    }
    // "meld meg av" before "meld".
    std::stable_sort(result.begin(), result.end(),
                     [](const Words &a, const Words &b) { return a.size() > b.size(); });
    return result;
}

// How many words of the phrases stand at this place; 0: none of them does.
qsizetype lengthAt(const QList<Words> &known, const Words &said, qsizetype at)
{
    for (const Words &phrase : known) {
        if (at + phrase.size() <= said.size() && std::equal(phrase.begin(), phrase.end(), said.begin() + at))
            return phrase.size();
    }
    return 0;
}

bool standsIn(const Words &said, const QList<Words> &known)
{
    for (qsizetype at = 0; at < said.size(); ++at) {
        if (lengthAt(known, said, at) > 0)
            return true;
    }
    return false;
}

const QList<Words> &courtesies()
{
    static const QList<Words> known =
        phrases(u"takk, tusen takk, takk på forhånd, på forhånd takk, takk for meg, vennligst, venligst, "
                "vær så snill, ver så snill, er du snill, please, pls, plz, thanks, thank you, many thanks, "
                "thx, tack, snälla, tak, danke, bitte, merci, gracias, hei, heisann, hallo, hello, hi, hej, "
                "god dag, ok, okay, nå, now, med en gang, alle, all, alt, sms, alle sms, sms er, meldinger, "
                "alle meldinger, messages, all messages, texts, til, to, re, sv, vs, fw, fwd, uten emne, "
                "ingen emne, intet emne, no subject, nosubject"_s.split(u','));
    return known;
}

// Said anywhere, each of these asks for the end of something.
const QList<Words> &requests()
{
    static const QList<Words> known =
        phrases(u"avslutt, avslutte abonnement, avmeld, avmelding, avmelde, meld av, meld meg av, "
                "melde meg av, melder meg av, meld oss av, fjern meg, fjerne meg, fjern nummeret, "
                "fjern nummer, fjern dette, fjern mitt, slett meg, slette meg, slett nummeret, slett mitt, "
                "ta meg bort, ta meg vekk, ta meg av, stryk meg, ikke send, ikkje send, ikke sende, "
                "slutt å sende, slutt med, slutt å sende meg, ikke kontakt, ikke flere meldinger, "
                "ikke flere sms, ikke ha flere, vil ikke ha, ønsker ikke, si opp abonnement, unsubscribe, "
                "opt out, optout, remove me, remove my number, take me off, do not text, don t text, "
                "dont text, do not send, don t send, do not contact, no more messages, no more texts, "
                "delete my number, wrong number, feil nummer, avregistrera, avsluta, afmeld, framelding, "
                "abmelden, désabonner, desabonner, stopall, stoppall, stoppalle"_s.split(u','));
    return known;
}

// In a message of a few words these are meant so as well.
const QList<Words> &hints()
{
    static const QList<Words> known = phrases(
        u"slutt, stans, stanse, stoppe, stopper, stoppes, stoppet, fjern, slett, av, avbryt, "
        "avbestill, kanseller, end, quit, cancel, remove, revoke, delete, stopp det, arret, arrêt, "
        "baja, stopit, stopped, lopeta, koniec, rezygnuję, стоп, стой, توقف, nei takk, no thanks"_s.split(
            u','));
    return known;
}

const QSet<QString> &signatureVerbs()
{
    static const QSet<QString> known{
        u"sendt"_s,  u"sent"_s,    u"send"_s,    u"skickat"_s, u"gesendet"_s, u"von"_s,       u"envoyé"_s,
        u"envoye"_s, u"enviado"_s, u"inviato"_s, u"wysłane"_s, u"wysłano"_s,  u"lähetetty"_s, u"verzonden"_s,
        u"få"_s,     u"get"_s,     u"hent"_s,    u"skaff"_s,   u"last"_s,     u"hämta"_s,     u"skrevet"_s};
    return known;
}

const QSet<QString> &devices()
{
    static const QSet<QString> known{
        u"iphone"_s,    u"ipad"_s,       u"samsung"_s,      u"galaxy"_s,       u"android"_s,   u"huawei"_s,
        u"oneplus"_s,   u"pixel"_s,      u"nokia"_s,        u"sony"_s,         u"xperia"_s,    u"htc"_s,
        u"motorola"_s,  u"xiaomi"_s,     u"redmi"_s,        u"oppo"_s,         u"honor"_s,     u"doro"_s,
        u"outlook"_s,   u"gmail"_s,      u"hotmail"_s,      u"yahoo"_s,        u"mail"_s,      u"proton"_s,
        u"mobil"_s,     u"mobilen"_s,    u"mobile"_s,       u"mobiltelefon"_s, u"phone"_s,     u"telefon"_s,
        u"telefonen"_s, u"smartphone"_s, u"smarttelefon"_s, u"nettbrett"_s,    u"tablet"_s,    u"handy"_s,
        u"iphonesta"_s, u"blackberry"_s, u"windows"_s,      u"watch"_s,        u"fairphone"_s, u"mac"_s};
    return known;
}

const QSet<QString> &closings()
{
    static const QSet<QString> known{u"mvh"_s,        u"vh"_s,         u"hilsen"_s,       u"hilsning"_s,
                                     u"hilsningar"_s, u"helsing"_s,    u"regards"_s,      u"hälsning"_s,
                                     u"hälsningar"_s, u"sincerely"_s,  u"cheers"_s,       u"grüßen"_s,
                                     u"grüssen"_s,    u"gruß"_s,       u"cordialement"_s, u"mfg"_s,
                                     u"saludos"_s,    u"pozdrawiam"_s, u"terveisin"_s,    u"klem"_s};
    return known;
}

const QSet<QString> &beforeClosings()
{
    static const QSet<QString> known{u"med"_s,  u"vennlig"_s,      u"venleg"_s, u"venlig"_s,  u"beste"_s,
                                     u"best"_s, u"kind"_s,         u"vänlig"_s, u"vänliga"_s, u"yours"_s,
                                     u"mit"_s,  u"freundlichen"_s, u"god"_s,    u"warm"_s};
    return known;
}

// Without "sendt fra min iPhone", wherever on its line that begins.
Words withoutDevice(const Words &line)
{
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (!signatureVerbs().contains(line[at]) || line.size() - at > longestSignature)
            continue;
        if (std::any_of(line.begin() + at + 1, line.end(),
                        [](const QString &word) { return devices().contains(word); }))
            return line.first(at);
    }
    return line;
}

// Without "mvh Kari Nordmann" at the end.
Words withoutClosing(const Words &said, const QList<Words> &optOuts)
{
    for (qsizetype at = 0; at < said.size(); ++at) {
        if (!closings().contains(said[at]))
            continue;
        const Words name = said.sliced(at + 1);
        if (name.size() > longestName || standsIn(name, optOuts))
            continue;
        while (at > 0 && beforeClosings().contains(said[at - 1]))
            --at;
        return said.first(at);
    }
    return said;
}

Words withoutSignature(const QString &text, const QList<Words> &optOuts)
{
    Words said;
    for (const QString &line : folded(text).split(u'\n')) {
        if (const QString bare = line.trimmed(); bare == "--"_L1 || bare == "__"_L1)
            break; // what follows is a signature, as in e-mail
        said += withoutDevice(wordsOf(line));
    }
    return withoutClosing(said, optOuts);
}

// One letter wrong, missing, too many, or two of them changed about; the first is right.
bool isMistyped(const QString &said, const QString &meant)
{
    if (said.isEmpty() || meant.size() < shortestMistyped || said.front() != meant.front() ||
        std::abs(said.size() - meant.size()) > 1)
        return false;
    qsizetype from = 0;
    const qsizetype shorter = std::min(said.size(), meant.size());
    while (from < shorter && said[from] == meant[from])
        ++from;
    const QStringView restSaid = QStringView(said).sliced(from);
    const QStringView restMeant = QStringView(meant).sliced(from);
    if (said.size() > meant.size())
        return restSaid.sliced(1) == restMeant;
    if (said.size() < meant.size())
        return restSaid == restMeant.sliced(1);
    if (restSaid.isEmpty() || restSaid.sliced(1) == restMeant.sliced(1))
        return true;
    return restSaid.size() > 1 && restSaid[0] == restMeant[1] && restSaid[1] == restMeant[0] &&
           restSaid.sliced(2) == restMeant.sliced(2);
}

// "KLUBBSTOPP"
bool isRunTogether(const QString &said, const QList<Words> &optOuts, const QList<Words> &names)
{
    for (const Words &optOut : optOuts) {
        for (const Words &name : names) {
            if (said == QString(name.join(QString()) + optOut.join(QString())) ||
                said == QString(optOut.join(QString()) + name.join(QString())))
                return true;
        }
    }
    return false;
}

} // namespace

QStringList defaultOptOutWords()
{
    return {u"STOPP"_s, u"STOP"_s};
}

QString bareWords(const QString &text)
{
    const QString whole = text.normalized(QString::NormalizationForm_C).simplified();
    // Surrogates belong to emoji and to nothing that a rule is written in.
    qsizetype from = 0;
    qsizetype to = whole.size();
    while (from < to && !whole.at(from).isLetterOrNumber())
        ++from;
    while (to > from && !whole.at(to - 1).isLetterOrNumber())
        --to;
    return whole.sliced(from, to - from).toCaseFolded();
}

OptOutReading readOptOut(const QString &text, const QStringList &words, const QStringList &names)
{
    const QList<Words> optOuts = phrases(words);
    const QList<Words> ours = phrases(names);
    if (optOuts.isEmpty())
        return OptOutReading::None;
    const Words said = withoutSignature(text, optOuts);
    bool optOut = false;
    Words theirs; // without our names
    Words others; // nor courtesies
    for (qsizetype at = 0; at < said.size();) {
        qsizetype length = lengthAt(optOuts, said, at);
        if (length > 0 || isRunTogether(said[at], optOuts, ours)) {
            optOut = true;
            at += std::max<qsizetype>(length, 1);
        } else if (length = lengthAt(ours, said, at); length > 0) {
            at += length;
        } else {
            length = lengthAt(courtesies(), said, at);
            const Words next = said.sliced(at, std::max<qsizetype>(length, 1));
            theirs += next;
            if (length == 0)
                others += next;
            at += next.size();
        }
    }
    if (optOut)
        return others.isEmpty() ? OptOutReading::Certain : OptOutReading::Possible;
    // "S T O P P"
    const QString spelt = others.join(QString());
    if (spelt.size() == others.size() && standsIn({spelt}, optOuts))
        return OptOutReading::Certain;

    const bool mistyped =
        others.size() == 1 && std::any_of(optOuts.begin(), optOuts.end(), [&](const Words &phrase) {
            return phrase.size() == 1 && isMistyped(others.constFirst(), phrase.constFirst());
        });
    const bool hinted = others.size() <= fewWords && standsIn(theirs, hints());
    return mistyped || hinted || standsIn(theirs, requests()) ? OptOutReading::Possible : OptOutReading::None;
}

} // namespace inbox
