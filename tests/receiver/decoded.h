// SPDX-License-Identifier: GPL-3.0-or-later
// What the decoder gave, as one line, and inbound messages to be decoded.
#pragma once

#include "receiver/callbackdecoder.h"

#include <QDateTime>

namespace decoded {
using namespace Qt::StringLiterals;
using namespace receiver;

inline QString optional(const std::optional<qint64> &value)
{
    return value ? QString::number(*value) : u"-"_s;
}

// The whole value as one line.
inline QString text(const Decoded &decoded)
{
    if (const auto *event = std::get_if<domain::StatusEvent>(&decoded))
        return u"status %1 origid %2 ref '%3' number '%4'"_s.arg(
            QString::number(event->status.number()), optional(event->origId), event->ref, event->number);
    if (const auto *message = std::get_if<domain::InboundMessage>(&decoded)) {
        QStringList files;
        for (const domain::InboundFile &file : message->files)
            files << file.id + u' ' + file.contentType + u' ' + file.fileName + u' ' +
                         QString::fromLatin1(file.content.toHex());
        return u"id %1 from '%2' to '%3' text '%4' sent %5 counter %6 keyword '%7' files [%8]"_s.arg(
            optional(message->gatewayId), message->from, message->to, message->text,
            QDateTime::fromMSecsSinceEpoch(message->sentMs).toUTC().toString(Qt::ISODateWithMs),
            optional(message->counter), message->keyword, files.join(u", "_s));
    }
    return identifier(std::get<domain::Unreadable>(decoded));
}

inline QByteArray json(const QByteArray &changed = {}, const QByteArray &left = {})
{
    const QList<QPair<QByteArray, QByteArray>> members{{"id", "7"},
                                                       {"to", "\"26114\""},
                                                       {"from", "\"+4799999999\""},
                                                       {"text", "\"Hei\""},
                                                       {"sent", "\"2019-12-31T23:59:59Z\""},
                                                       {"counter", "3"},
                                                       {"keyword", "\"HEI\""}};
    const QByteArray changedName = changed.left(changed.indexOf(':'));
    QByteArrayList parts;
    for (const auto &[name, value] : members) {
        if (name != left && name != changedName)
            parts << '"' + name + "\":" + value;
    }
    if (!changed.isEmpty())
        parts << '"' + changedName + "\":" + changed.mid(changedName.size() + 1);
    return '{' + parts.join(',') + '}';
}

inline QByteArray withFile(const QByteArray &name, const QByteArray &base64)
{
    return json("files:[{\"id\":1,\"contentType\":\"image/png\",\"fileName\":\"" + name +
                "\",\"fileData\":\"" + base64 + "\"}]");
}

inline QString message(const QString &part = u"text 'Hei' sent 2019-12-31T23:59:59.000Z"_s)
{
    return u"id 7 from '+4799999999' to '26114' "_s + part + u" counter 3 keyword 'HEI' files []"_s;
}

} // namespace decoded
