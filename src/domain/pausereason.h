// SPDX-License-Identifier: GPL-3.0-or-later
// Why a campaign is paused or held.
#pragma once

#include "base/result.h"

#include <QString>

#include <optional>

namespace domain {

class PauseReason
{
public:
    enum Kind {
        None,
        Person,
        SessionEnded,    // log-off, shutdown, a closed terminal
        Interrupted,     // the program ended while it ran
        Answer,          // the gateway's answer concerns the account, or is the same refusal 20 times running
        BulkRejected,    // a bulk request refused without a code
        BulkUncertain,   // a bulk request, or a gateway group's
        UnprovenAddress, // something uncertain before the address has given any answer of the gateway's
        ManyUncertain,   // five running
        Unreachable,     // proven unsent, again and again
        QuietHours,      // they have begun
        DiskFull,
        DatabaseUnusable,
        Decided,      // queued again by a person
        Restored,     // the database, from a backup
        OtherMachine, // Held: where the database comes from
        OtherFolder,
        OlderDatabase,
        Unfit, // what makes a request unfit to be sent
    };

    constexpr PauseReason(Kind kind = None) // Answer and Unfit: by the functions below
        : m_kind(kind)
    {
    }
    static constexpr PauseReason answer(int code) { return {Answer, code}; }
    static constexpr PauseReason unfit(base::ErrorCode code) { return {Unfit, static_cast<int>(code)}; }

    constexpr Kind kind() const { return m_kind; }
    constexpr int answerCode() const { return m_kind == Answer ? m_code : 0; } // 0: no answer
    constexpr std::optional<base::ErrorCode> unfitFor() const
    {
        return m_kind == Unfit ? std::optional(static_cast<base::ErrorCode>(m_code)) : std::nullopt;
    }
    constexpr bool operator==(const PauseReason &) const = default;

private:
    constexpr PauseReason(Kind kind, int code)
        : m_kind(kind)
        , m_code(code)
    {
    }

    Kind m_kind = None;
    int m_code = 0;
};

// cli.md: "error7", "unreachable"; also the stored form. None: "".
QString identifier(const PauseReason &reason);
std::optional<PauseReason> pauseReason(QStringView identifier);

} // namespace domain
