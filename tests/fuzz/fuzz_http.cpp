// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes at all as a request: nothing overruns, no limit is passed, and how the bytes were cut on
// their way changes nothing.
#include "http/requestparser.h"

#include <cstdlib>

namespace {

using http::RequestParser;
using Progress = RequestParser::Progress;

constexpr http::Limits limits{.requestLine = 128, .head = 512, .headerFields = 8, .body = 256};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

struct Outcome
{
    Progress progress = Progress::NeedMore;
    int error = 0;
    http::Request request;
};

// The first piece ends after `first` bytes, the others hold `step` each.
Outcome parsed(QByteArrayView bytes, qsizetype first, qsizetype step)
{
    RequestParser parser(limits);
    Outcome outcome;
    int heads = 0;
    qsizetype size = first;
    for (qsizetype at = 0; at < bytes.size(); at += size, size = at == first ? step : size) {
        size = std::min(size, bytes.size() - at);
        outcome.progress = parser.feed(bytes.sliced(at, size));
        if (outcome.progress == Progress::HeadComplete) {
            ++heads;
            outcome.progress = parser.feed({});
        }
        require(parser.bodySize() <= limits.body);
    }
    outcome.error = parser.errorStatus();
    outcome.request = parser.takeRequest();
    require(heads <= 1 && (outcome.progress == Progress::Failed) == (outcome.error >= 400));
    return outcome;
}

bool same(const Outcome &a, const Outcome &b)
{
    if (a.progress != b.progress || a.error != b.error)
        return false;
    if (a.progress != Progress::Complete)
        return true;
    return a.request.method == b.request.method && a.request.path == b.request.path &&
           a.request.query == b.request.query && a.request.body == b.request.body &&
           a.request.headers.size() == b.request.headers.size();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(data + 2, static_cast<qsizetype>(size - 2));
    const Outcome whole = parsed(bytes, bytes.size(), 1);
    const Outcome cut = parsed(bytes, std::min<qsizetype>(bytes.size(), data[0] + 1), data[1] + 1);
    require(same(whole, cut));
    if (whole.progress == Progress::Complete) {
        require(whole.request.headers.size() <= limits.headerFields);
        require(whole.request.path.startsWith('/') || whole.request.path == "*");
        require(!whole.request.header("host").isEmpty());
        require(whole.request.header("transfer-encoding").isEmpty() ||
                whole.request.header("content-length").isEmpty());
    }
    return 0;
}
