// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wording.h"

#include "engine/accounts.h"
#include "engine/centralwording.h"
#include "engine/countrywording.h"
#include "engine/eventwording.h"
#include "engine/fieldwording.h"
#include "engine/filewording.h"
#include "engine/language.h"
#include "engine/mailboxwording.h"
#include "engine/sendwording.h"
#include "engine/sentences.h"
#include "gateway/errorcode.h"

#include <QCoreApplication>
#include <QDateTime>

namespace engine::wording {
using namespace Qt::StringLiterals;

namespace {

// The context of every sentence in this room.
QString number(qint64 value)
{
    return language::locale().toString(value);
}

QString requestSentence(const base::Error &error)
{
    switch (error.code) {
    case base::ErrorCode::TextEmpty:
        return Words::tr("The message is empty. Write a text first.");
    case base::ErrorCode::TextTooLong:
        return Words::tr(
            "The message is too long: at most 1,530 characters fit (160 for a charged message). Shorten it.");
    case base::ErrorCode::NeedsUnicode:
        return Words::tr("The message has characters that ordinary SMS cannot carry (%1). Replace them, or "
                         "send it as Unicode.")
            .arg(characters(error.detail));
    case base::ErrorCode::NoRecipients:
        return Words::tr("There are no recipients. Add at least one valid number.");
    case base::ErrorCode::InvalidNumber:
        return Words::tr("“%1” is not a phone number that can receive SMS. Correct it or remove it.")
            .arg(error.detail);
    case base::ErrorCode::SenderEmpty:
        return Words::tr("The sender is missing. Enter a number or a text of at most 11 characters.");
    case base::ErrorCode::SenderTooLong:
        return Words::tr("The sender “%1” is too long: a text sender has at most 11 characters. Shorten it.")
            .arg(error.detail);
    case base::ErrorCode::InvalidSender:
        return Words::tr(
                   "“%1” cannot be a sender. Use a number from Front or a text of at most 11 characters.")
            .arg(error.detail);
    case base::ErrorCode::RefTooLong:
        return Words::tr("The reference is too long: at most 60 characters. Shorten it.");
    case base::ErrorCode::ScheduledInPast:
        return Words::tr("The sending time has passed. Choose a time in the future.");
    case base::ErrorCode::InvalidPrice:
        return Words::tr("The price must be whole kroner from 1 to 200 (100 to 20000 øre), and a charged "
                         "message goes to one Norwegian "
                         "number at a time.");
    case base::ErrorCode::InvalidValidity:
        return Words::tr("The validity must be a whole number of minutes, at least 1.");
    case base::ErrorCode::InvalidProtocolId:
        return Words::tr("The protocol ID must be a number from 0 to 255.");
    case base::ErrorCode::InvalidField:
        return invalidField(error);
    case base::ErrorCode::MissingField:
        return Words::tr("The field “%1” has no value. Fill it in.").arg(error.detail);
    default:
        return {};
    }
}

QString guardSentence(const base::Error &error)
{
    switch (error.code) {
    case base::ErrorCode::CountryNotAllowed:
        if (error.detail.isEmpty())
            return Words::tr("Some recipients are in countries that are no longer allowed for this account. "
                             "Add the countries to the account, or create the campaign again.");
        return Words::tr("Sending to %1 is not allowed for this account. Add the country to the account's "
                         "allowed countries, or remove "
                         "the number.")
            .arg(country(error.detail));
    case base::ErrorCode::OverDailyCap:
        return Words::tr("This would exceed the account's daily limit (%1). Send the rest tomorrow, or raise "
                         "the limit in the account.")
            .arg(error.detail);
    case base::ErrorCode::RepeatNeedsGroup:
        return Words::tr("A repeated campaign must use groups or a list, which are re-read each time. Put "
                         "these numbers in a contact group.");
    case base::ErrorCode::QuietHours:
        return Words::tr("Quiet hours are in effect for this account until %1. Send later, or change the "
                         "quiet hours in the account.")
            .arg(error.detail);
    case base::ErrorCode::NeedsConfirmation:
        return Words::tr("This needs your confirmation: %1").arg(error.detail);
    case base::ErrorCode::OptedOut:
        return Words::tr("%1 has opted out and receives no messages.").arg(error.detail);
    default:
        return {};
    }
}

QString profileSentence(const base::Error &error)
{
    switch (error.code) {
    case base::ErrorCode::FileUnreadable:
        return unreadable(error);
    case base::ErrorCode::FileUnwritable:
        return unwritable(error);
    case base::ErrorCode::ProfileInUse:
        if (error.field == "elsewhere"_L1) {
            return Words::tr(
                       "This profile was opened by %1 and not closed there, and its network drive cannot "
                       "tell whether it is still in use. If it is not, delete the file owner.lock in the "
                       "profile's folder and try again.")
                .arg(error.detail);
        }
        return Words::tr("This profile is in use by %1. Close that program, or use another profile.")
            .arg(error.detail.isEmpty() ? Words::tr("another program") : error.detail);
    case base::ErrorCode::DatabaseUnusable:
        if (error.field == "locks"_L1) {
            return Words::tr(
                       "The drive of %1 cannot lock files, so two programs could send from this profile "
                       "at once. Keep the profile on this computer's own disk.")
                .arg(error.detail);
        }
        if (error.field == "driver"_L1) {
            return Words::tr("Qt's driver for SQLite is missing, so nothing can be stored. Install Budstikke "
                             "again, or on Debian and Ubuntu the package libqt6sql6-sqlite.");
        }
        if (error.field == "profile"_L1) {
            return Words::tr("The profile's folder %1 cannot be written to. Change its permissions, or use "
                             "another profile.")
                .arg(error.detail);
        }
        return Words::tr("The database cannot be used (%1). Check the folder and your permissions, or "
                         "restore a backup.")
            .arg(error.detail);
    case base::ErrorCode::DatabaseOlder:
        return Words::tr("The database is from an older version. It will be upgraded the first time this "
                         "version sends or receives; try again then.");
    case base::ErrorCode::DatabaseNewer:
        return Words::tr("The database was written by a newer version of Budstikke. Install the newest "
                         "version; nothing was changed.");
    case base::ErrorCode::DiskFull:
        return Words::tr("The disk is full. Free some space and try again; until then nothing is sent.");
    default:
        return {};
    }
}

QString accountSentence(const base::Error &error)
{
    switch (error.code) {
    case base::ErrorCode::NoAccount:
        return error.detail.isEmpty()
                   ? Words::tr("There is no account yet. Set one up first (budstikke-cli account set).")
                   : Words::tr("There is no account named “%1”. See the list of accounts.").arg(error.detail);
    case base::ErrorCode::NoPassword:
        return Words::tr("The account's password is unknown: it was not saved, or the keyring is locked. "
                         "Enter it, unlock the keyring, or give it in BUDSTIKKE_PASSWORD for this run.");
    case base::ErrorCode::NoKeyring:
        return Words::tr("The system's keyring cannot be used, so the password cannot be saved. Give it in "
                         "BUDSTIKKE_PASSWORD for each run, or unlock the keyring.");
    case base::ErrorCode::InsecureUrl:
        return Words::tr("The gateway address must begin with https:// so that nobody can eavesdrop: %1")
            .arg(error.detail);
    case base::ErrorCode::GatewayUnreachable:
        return Words::tr(
                   "The gateway cannot be reached (%1). Nothing was sent; check the network, then resume.")
            .arg(connectionProblem(error.detail));
    case base::ErrorCode::GatewayAnswer:
        return Words::tr("The gateway's answer cannot be understood: %1. Check the gateway's address in the "
                         "account.")
            .arg(connectionProblem(error.detail));
    case base::ErrorCode::ListenFailed:
        if (error.field == "owner"_L1) {
            return Words::tr("No other window or program will be able to reach this one: %1. Check that the "
                             "profile's folder can be written to.")
                .arg(error.detail);
        }
        return Words::tr("Cannot receive at %1. Another program may be using that port; choose another one.")
            .arg(error.detail);
    default:
        return {};
    }
}

QString otherSentence(const base::Error &error)
{
    switch (error.code) {
    case base::ErrorCode::Usage:
        return error.detail;
    case base::ErrorCode::NotFound:
        if (error.field == "campaign"_L1)
            return Words::tr("There is no campaign %1. See the list of campaigns.").arg(error.detail);
        if (error.field == "group"_L1)
            return Words::tr("There is no contact group “%1”. Check its name.").arg(error.detail);
        if (error.field == "number"_L1)
            return Words::tr("Nothing is stored about %1. Check the number.").arg(error.detail);
        if (error.field == "contacts"_L1)
            return Words::tr("There are no contacts yet. Import or add some first.");
        return Words::tr("“%1” was not found.").arg(error.detail);
    case base::ErrorCode::WrongState:
        if (error.field == "release"_L1)
            return Words::tr("The campaign is held back, and nothing of it is sent until you release it. %1")
                .arg(error.detail);
        if (error.field == "campaign"_L1)
            return Words::tr("That cannot be done with a campaign in the state “%1”.").arg(error.detail);
        return Words::tr("That cannot be done now: %1").arg(error.detail);
    case base::ErrorCode::Cancelled:
        return Words::tr("Cancelled. Nothing was changed.");
    default:
        return Words::tr("Something went wrong: %1").arg(error.detail);
    }
}

} // namespace

QString sentence(const base::Error &error)
{
    for (const auto of :
         {centralProblem, mailboxProblem, requestSentence, guardSentence, profileSentence, accountSentence}) {
        if (const QString text = of(error); !text.isEmpty())
            return text;
    }
    return otherSentence(error);
}

QString sentence(const campaign::Objection &objection)
{
    switch (objection.guard) {
    case campaign::Guard::LargeList:
        return Words::tr("%n recipients is a large list.", nullptr, static_cast<int>(objection.count));
    case campaign::Guard::UnusualSize:
        return Words::tr("%1 recipients is unusual for this account; its largest campaign so far had %2.")
            .arg(number(objection.count), number(objection.limit));
    case campaign::Guard::RepeatedText:
        if (objection.count == 0)
            return Words::tr("The group was sent this same text in the last 24 hours.");
        return Words::tr("%n recipients were sent this same text in the last 24 hours.", nullptr,
                         static_cast<int>(objection.count));
    case campaign::Guard::DailyCap:
        return Words::tr("This would bring today's total to %1 SMS; the daily limit is %2.")
            .arg(number(objection.count), number(objection.limit));
    case campaign::Guard::QuietHours:
        return Words::tr("Quiet hours are in effect. Sending is allowed again from %1.")
            .arg(objection.allowedFrom
                     ? language::locale().toString(*objection.allowedFrom, QLocale::ShortFormat)
                     : QString());
    case campaign::Guard::Country:
        return Words::tr("%n recipients are in countries that are not allowed.", nullptr,
                         static_cast<int>(objection.count));
    }
    return {};
}

QString clockDoubt(qint64 clockMs, qint64 knownMs)
{
    const auto day = [](qint64 ms) {
        return language::locale().toString(QDateTime::fromMSecsSinceEpoch(ms).date(), QLocale::LongFormat);
    };
    return Words::tr("The computer's clock says %1, but the last time known for certain is %2. No old "
                     "messages are deleted until the gateway has answered or you confirm the clock.")
        .arg(day(clockMs), day(knownMs));
}

QString notAllCarriedOver()
{
    return Words::tr(
        "Some changes since the backup could not be read from the replaced database: opt-outs, replies and "
        "statuses from that time may be missing. The old file is kept beside the new one.");
}

QString skipReason(domain::SkipReason reason)
{
    switch (reason) {
    case domain::SkipReason::Empty:
        return Words::tr("no number", "left out");
    case domain::SkipReason::NotANumber:
        return Words::tr("not a phone number", "left out");
    case domain::SkipReason::TooShort:
        return Words::tr("too short for a phone number", "left out");
    case domain::SkipReason::TooLong:
        return Words::tr("too long for a phone number", "left out");
    case domain::SkipReason::ScientificNotation:
        return Words::tr("the spreadsheet has shortened the number; format the column as text", "left out");
    case domain::SkipReason::InvalidCountry:
        return Words::tr("unknown country code", "left out");
    case domain::SkipReason::Duplicate:
        return Words::tr("the same number is already included", "left out");
    case domain::SkipReason::OptedOut:
        return Words::tr("has opted out", "left out");
    case domain::SkipReason::CountryNotAllowed:
        return Words::tr("the country is not allowed", "left out");
    case domain::SkipReason::MissingField:
        return Words::tr("a field of the text has no value", "left out");
    case domain::SkipReason::TextTooLong:
        return Words::tr("the text would be too long", "left out");
    case domain::SkipReason::NeedsUnicode:
        return Words::tr("the text would have characters that need Unicode", "left out");
    case domain::SkipReason::TextEmpty:
        return Words::tr("the text would be empty", "left out");
    case domain::SkipReason::InvalidField:
        return Words::tr("a field of the template would have a value that is not allowed", "left out");
    case domain::SkipReason::Landline:
        return Words::tr("a landline", "left out");
    case domain::SkipReason::Removed:
        return Words::tr("you removed this one", "left out");
    }
    return {};
}

QString skipped(const domain::Skipped &skipped)
{
    const QString reason = whyLeftOut(skipped);
    if (skipped.row == 0)
        return Words::tr("“%1”: %2", "what was typed: why it is left out").arg(skipped.input, reason);
    return Words::tr("Row %1, “%2”: %3", "row, what was typed: why it is left out")
        .arg(number(skipped.row), skipped.input, reason);
}

QString answerMeaning(int code, const QString &gatewayDescription)
{
    if (const char *meaning = gateway::meaning(code))
        return QCoreApplication::translate("GatewayAnswer", meaning);
    if (gatewayDescription.isEmpty())
        return Words::tr("The gateway answered with code %1, which this version of Budstikke does not know")
            .arg(QString::number(code));
    return Words::tr("The gateway answered %1: %2", "unknown code, its own words")
        .arg(QString::number(code), gatewayDescription);
}

QString answerRemedy(int code)
{
    const char *remedy = gateway::remedy(code);
    return remedy ? QCoreApplication::translate("GatewayAnswer", remedy) : QString();
}

QString withRemedy(const QString &meaning, int code)
{
    const QString remedy = answerRemedy(code);
    return remedy.isEmpty() ? meaning : Words::tr("%1. %2", "meaning, remedy").arg(meaning, remedy);
}

QString accountAnswer(const AccountAnswer &answer)
{
    return answer.reached
               ? Words::tr(
                     "The gateway was reached. The first message will show whether the password is right.")
               : answerMeaning(answer.errorCode, answer.description);
}

QString messageReason(const domain::Message &message)
{
    if (const QString words = note(message.note); !words.isEmpty())
        return words;
    switch (message.state) {
    case domain::MessageState::Duplicate:
        return Words::tr(
            "The gateway says that it already has this message. Decide: treat as sent, or send again.");
    case domain::MessageState::Refused:
    case domain::MessageState::Queued: {
        if (!message.errorCode || *message.errorCode == 0)
            return {};
        return withRemedy(answerMeaning(*message.errorCode, message.errorText), *message.errorCode);
    }
    case domain::MessageState::Uncertain:
        return Words::tr(
            "No answer from the gateway: it may have been sent. Decide: treat as sent, or send again.");
    case domain::MessageState::Failed:
        return Words::tr("The operator could not deliver it. Check the number.");
    case domain::MessageState::NoConfirmation:
        return Words::tr(
            "No status was received. It may still have been delivered; not every operator reports.");
    case domain::MessageState::Held:
        return Words::tr("Must be released first.");
    case domain::MessageState::Delivered:
        return Words::tr("Delivered to the phone");
    case domain::MessageState::WithOperator:
        return Words::tr("The operator has it; the phone may be off or out of coverage");
    case domain::MessageState::Accepted:
        return Words::tr("Normal for some operators; nothing to do");
    default:
        return {};
    }
}

} // namespace engine::wording
