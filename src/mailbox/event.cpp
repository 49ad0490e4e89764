// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailbox/event.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace mailbox {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestType = 200;
constexpr int form = 1;

QString printable(const QByteArray &value)
{
    QString text;
    for (const char c : value.first(std::min(value.size(), longestType))) {
        if (c >= ' ' && c <= '~')
            text += QLatin1Char(c);
    }
    return text;
}

} // namespace

QByteArray packed(const Event &event)
{
    const http::Request &request = event.request;
    const QJsonObject head{{u"v"_s, form},
                           {u"leaf"_s, receiver::identifier(event.leaf)},
                           {u"method"_s, printable(request.method)},
                           {u"type"_s, printable(request.header("content-type"))},
                           {u"at"_s, event.receivedMs},
                           {u"peer"_s, request.peer.toString()},
                           {u"query"_s, request.query.size()},
                           {u"body"_s, request.body.size()}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + request.query + request.body;
}

std::optional<Event> unpacked(const QByteArray &bytes)
{
    const qsizetype line = bytes.indexOf('\n');
    if (line < 0)
        return {};
    const QJsonObject head = QJsonDocument::fromJson(bytes.first(line)).object();
    const auto leaf = base::valueOf<receiver::Leaf>(head.value("leaf"_L1).toString());
    const qint64 query = head.value("query"_L1).toInteger(-1);
    const qint64 body = head.value("body"_L1).toInteger(-1);
    const qint64 rest = bytes.size() - line - 1;
    if (head.value("v"_L1).toInt() != form || !leaf || query < 0 || body < 0 || query > rest ||
        body != rest - query)
        return {};
    Event event;
    event.leaf = *leaf;
    event.receivedMs = head.value("at"_L1).toInteger();
    event.request.method = head.value("method"_L1).toString().toLatin1();
    event.request.headers = {{"content-type", head.value("type"_L1).toString().toLatin1()}};
    event.request.peer = QHostAddress(head.value("peer"_L1).toString());
    event.request.query = bytes.sliced(line + 1, query);
    event.request.body = bytes.sliced(line + 1 + query);
    return event;
}

} // namespace mailbox
