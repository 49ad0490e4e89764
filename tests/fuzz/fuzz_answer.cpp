// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the gateway's answer: what is taken as proof is proved by what came.
#include "gateway/answer.h"

#include <cstdlib>

namespace {

using gateway::Outcome;
using gateway::Verdict;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

constexpr int statuses[] = {0, 200, 201, 204, 301, 302, 400, 403, 404, 408, 429, 500, 502, 503, 600, -1};

void check(const gateway::Exchange &exchange, const Outcome &outcome, bool bulk)
{
    const bool good = exchange.httpStatus >= 200 && exchange.httpStatus < 300;
    switch (outcome.verdict) {
    case Verdict::Unsent:
        require(exchange.bodyUntouched);
        break;
    case Verdict::Accepted:
        require(bulk ? exchange.httpStatus == 201 : good && exchange.complete);
        require(bulk || (outcome.gatewayId && *outcome.gatewayId > 0 && outcome.errorCode == 0));
        break;
    case Verdict::Refused:
    case Verdict::AccountRefused:
    case Verdict::Duplicate:
        require(exchange.complete && outcome.errorCode && *outcome.errorCode != 0);
        require(!outcome.gatewayId);
        break;
    case Verdict::UnsentAndPause:
        require(bulk && exchange.httpStatus >= 400 && exchange.httpStatus < 500 &&
                exchange.httpStatus != 408);
        break;
    case Verdict::UncertainAndPause:
        require(bulk);
        break;
    case Verdict::Uncertain:
        break;
    }
    require(outcome.description.isValidUtf16());
    require(bulk || (outcome.invalidNumbers.isEmpty() && outcome.duplicateNumbers.isEmpty()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 1)
        return 0;
    gateway::Exchange exchange;
    exchange.httpStatus = statuses[data[0] & 15];
    exchange.complete = (data[0] & 16) == 0;
    exchange.tooLarge = (data[0] & 32) != 0;
    exchange.bodyUntouched = (data[0] & 64) != 0;
    exchange.body = QByteArray(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    check(exchange, gateway::judgeSingle(exchange), false);
    check(exchange, gateway::judgeSingleText(exchange), false);
    check(exchange, gateway::judgeBulk(exchange), true);
    return 0;
}
