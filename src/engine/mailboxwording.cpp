// SPDX-License-Identifier: GPL-3.0-or-later
// What can be wrong with a mailbox, each as its own sentence with its remedy.
#include "engine/mailboxwording.h"

#include "engine/language.h"
#include "engine/mailbox.h"
#include "engine/sentences.h"
#include "engine/wording.h"
#include "mailbox/problem.h"

#include <QCoreApplication>
#include <QUrl>

namespace engine::wording {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestMessage = 16LL * 1024 * 1024;

QString changed(const QString &how)
{
    if (how == "cut"_L1)
        return Words::tr("The mailbox's answer was cut off. Nothing is lost: try again.");
    if (how == "old"_L1)
        return Words::tr("An old answer came instead of the mailbox's own, probably from a cache. Turn off "
                         "caching for the mailbox's address at the web host.");
    return Words::tr("The web host changes the mailbox's answers, perhaps by adding advertisements or checks "
                     "to each page. Turn that off for the mailbox's address, or use another web host.");
}

QString broken(const QString &what)
{
    if (what == "folder"_L1)
        return Words::tr("The mailbox cannot write to its folder at the web host, so it cannot store "
                         "anything. Give PHP permission to write there, or free some space.");
    if (what == "sodium"_L1)
        return Words::tr("PHP at the web host lacks its sodium extension, so nothing can be sealed. Turn it "
                         "on in the web host's settings.");
    return Words::tr("The mailbox does not work (%1). Upload its file again.").arg(what);
}

// Where it leads to, without what was asked.
QString address(const QString &location)
{
    QUrl url(location);
    url.setQuery(QString());
    QString path = url.path();
    for (const auto &question : {"/test"_L1, "/events"_L1, "/done"_L1}) {
        if (path.endsWith(question))
            path.chop(question.size());
    }
    url.setPath(path);
    return url.toString();
}

QString ofProblem(mailbox::Problem problem, const QString &detail)
{
    switch (problem) {
    case mailbox::Problem::Unreachable:
        return Words::tr("The mailbox cannot be reached (%1). Check its address and the network; what has "
                         "come in waits there.")
            .arg(detail);
    case mailbox::Problem::Absent:
        return Words::tr("There is no mailbox at that address: something else answered (%1). Give the whole "
                         "address of the file that you uploaded, ending in postkasse.php.")
            .arg(detail);
    case mailbox::Problem::Moved:
        return Words::tr("That address redirects to another one. Use that one instead: %1")
            .arg(address(detail));
    case mailbox::Problem::Foreign:
        return Words::tr("The mailbox at that address has another office's key. Upload the file that this "
                         "Budstikke wrote, or load the key that belongs to the mailbox.");
    case mailbox::Problem::Changed:
        return changed(detail);
    case mailbox::Problem::Broken:
        return broken(detail);
    case mailbox::Problem::NotUsed:
        return Words::tr("No mailbox is in use. Set one up first (budstikke-cli mailbox use URL).");
    case mailbox::Problem::NoKey:
        return Words::tr("This profile has no key for a mailbox yet. Create the mailbox's file first "
                         "(budstikke-cli mailbox new), or load a key.");
    case mailbox::Problem::FolderInUse:
        return Words::tr("Another mailbox is using the folder %1. Stop it, or choose another folder.")
            .arg(detail);
    }
    return {};
}

} // namespace

QString mailboxProblem(const base::Error &error)
{
    if (const auto problem = mailbox::problemOf(error))
        return ofProblem(*problem, error.detail);
    if (error.code == base::ErrorCode::InsecureUrl && error.field == "mailbox"_L1)
        return Words::tr("The mailbox's address must begin with https:// so that nobody can eavesdrop: %1")
            .arg(error.detail);
    if (error.code == base::ErrorCode::InvalidField && error.field == "mailbox"_L1)
        return Words::tr("“%1” is not an address like https://www.example.no/postkasse.php.")
            .arg(error.detail);
    if (error.code == base::ErrorCode::FileUnreadable && error.field == "mailboxConfig"_L1)
        return Words::tr("“%1” does not contain the settings of a mailbox. Create them with budstikke-cli "
                         "mailbox new --server -o FILE.")
            .arg(error.detail);
    if (error.code == base::ErrorCode::FileUnreadable && error.field == "mailboxKey"_L1)
        return Words::tr("“%1” does not contain a mailbox's key. Choose the file that was saved with "
                         "budstikke-cli mailbox key save.")
            .arg(error.detail);
    return {};
}

QStringList mailboxRemarks(const MailboxTest &test)
{
    QStringList remarks;
    if (test.clockAheadMs != 0) {
        const qint64 minutes = (std::abs(test.clockAheadMs) + 30000) / 60000;
        remarks.append(
            Words::tr("The mailbox's clock differs from this computer's by %n minute(s). Set the one that "
                      "is wrong; until then the times of what comes in may be wrong.",
                      nullptr, static_cast<int>(minutes)));
    }
    if (!test.durable)
        remarks.append(Words::tr("%1 there cannot make sure that what it stores survives a power cut. Choose "
                                 "PHP 8.1 or newer at the web host.")
                           .arg(test.by));
    if (test.largestBody < largestMessage)
        remarks.append(
            Words::tr("The web host takes at most %1 at a time, so larger MMS do not get through. Raise "
                      "post_max_size to 16M there.")
                .arg(language::locale().formattedDataSize(test.largestBody)));
    if (test.full)
        remarks.append(mailboxFull());
    return remarks;
}

QString mailboxFull()
{
    return Words::tr(
        "The mailbox is full, so the gateway keeps what it could not deliver. It is emptied as soon as "
        "Budstikke reaches it; then use the gateway's restart link.");
}

QString mailboxNotEmptied(const base::Error &error)
{
    return Words::tr("The mailbox could not be emptied, so replies such as STOPP may be missing here: %1")
        .arg(sentence(error));
}

} // namespace engine::wording
