// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a query, a form or a JSON body: what is taken keeps the promises of its type.
#include "http/query.h"
#include "receiver/callbackdecoder.h"

#include <cstdlib>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check(const receiver::Decoded &decoded)
{
    if (const auto *event = std::get_if<domain::StatusEvent>(&decoded)) {
        require(event->status.known().has_value());
        require(event->origId || !event->ref.isEmpty());
        require(event->number.isEmpty() || event->number.startsWith(u'+'));
    } else if (const auto *message = std::get_if<domain::InboundMessage>(&decoded)) {
        require(!message->from.isEmpty() && !message->to.isEmpty());
        require(message->text.isValidUtf16() && message->from.isValidUtf16());
        require(message->files.size() <= receiver::maximumFiles);
        for (const domain::InboundFile &file : message->files)
            require(!file.fileName.contains(u'/') && !file.fileName.contains(u'\\') &&
                    !file.fileName.contains(QChar(0)));
    } else {
        require(std::get<domain::Unreadable>(decoded) < domain::Unreadable::ForeignSeal);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (bytes.startsWith('{')) { // as the receiver tells them apart
        check(receiver::decodeInboundJson(bytes));
        return 0;
    }
    const auto parameters = http::decodeQuery(bytes);
    qsizetype total = 0;
    for (const auto &[name, value] : parameters.value_or(QList<QPair<QByteArray, QByteArray>>{}))
        total += name.size() + value.size();
    require(total <= bytes.size());
    check(receiver::decodeStatus(bytes));
    check(receiver::decodeInboundParameters(bytes));
    return 0;
}
