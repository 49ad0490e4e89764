// SPDX-License-Identifier: GPL-3.0-or-later
// What a fallible function returns: a value, or an Error that says which rule was broken and where.
#pragma once

#include "base/words.h"

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace base {

// One per sentence that a person can be shown: engine/wording holds the sentences.
enum class ErrorCode {
    Usage,
    TextEmpty,
    TextTooLong,
    NeedsUnicode,
    NoRecipients,
    InvalidNumber,
    SenderEmpty,
    SenderTooLong,
    InvalidSender,
    RefTooLong,
    ScheduledInPast,
    InvalidPrice,
    InvalidValidity,
    InvalidProtocolId,
    InvalidField,
    MissingField,
    CountryNotAllowed,
    OverDailyCap,
    QuietHours,
    RepeatNeedsGroup, // a repeated campaign has typed recipients
    NeedsConfirmation,
    OptedOut,
    FileUnreadable,
    FileUnwritable,
    ProfileInUse,
    DatabaseUnusable,
    DatabaseNewer,
    DatabaseOlder, // its owner has yet to migrate it
    DiskFull,
    NoAccount,
    NoPassword,
    NoKeyring,
    InsecureUrl,
    GatewayUnreachable,
    GatewayAnswer,
    ListenFailed,
    NotFound,
    WrongState,
    Cancelled,
    Internal,
};
constexpr auto wordsOf(ErrorCode) // as cli.md promises to scripts
{
    return base::Words<ErrorCode::Internal>({"usage",
                                             "textEmpty",
                                             "textTooLong",
                                             "needsUnicode",
                                             "noRecipients",
                                             "invalidNumber",
                                             "senderEmpty",
                                             "senderTooLong",
                                             "invalidSender",
                                             "refTooLong",
                                             "scheduledInPast",
                                             "invalidPrice",
                                             "invalidField",
                                             "invalidField",
                                             "invalidField",
                                             "missingField",
                                             "countryNotAllowed",
                                             "overDailyCap",
                                             "quietHours",
                                             "repeatNeedsGroup",
                                             "needsConfirmation",
                                             "optedOut",
                                             "fileUnreadable",
                                             "fileUnwritable",
                                             "profileInUse",
                                             "databaseUnusable",
                                             "databaseNewer",
                                             "databaseOlder",
                                             "diskFull",
                                             "noAccount",
                                             "noPassword",
                                             "noKeyring",
                                             "insecureUrl",
                                             "gatewayUnreachable",
                                             "gatewayAnswer",
                                             "listenFailed",
                                             "notFound",
                                             "wrongState",
                                             "cancelled",
                                             "internal"});
}

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail; // what was seen: a file name, a number as typed, the system's own words
    QString field;  // the input it concerns, as cli.md names it ("text", "from", "to"), or empty
};

template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::move(error))
    {
    }

    bool ok() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return ok(); }
    const T &value() const & { return std::get<T>(m_state); }
    T &value() & { return std::get<T>(m_state); }
    // Of a temporary a value of its own: for (x : *f()) is safe.
    T value() && { return std::get<T>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    const Error &error() const { return std::get<Error>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }

    bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace base
