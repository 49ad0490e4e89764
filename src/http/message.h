// SPDX-License-Identifier: GPL-3.0-or-later
// One HTTP request as it came in and one answer as it goes out; plain values.
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>

namespace http {

struct Header
{
    QByteArray name; // lower case in requests
    QByteArray value;
};

struct Request
{
    QByteArray method; // "GET", "POST" …
    QByteArray path;   // still percent-encoded, without the query
    QByteArray query;  // still percent-encoded, without '?'
    QList<Header> headers;
    QByteArray body;
    QHostAddress peer; // normalised (no ::ffff: form); behind a listed proxy the caller it names

    QByteArray header(QByteArrayView lowerCaseName) const; // the first one, or empty
};

struct Response
{
    int status = 200;
    QByteArray contentType; // empty: no Content-Type line
    QByteArray body;
    QList<Header> extraHeaders; // Allow, Retry-After …
};

QByteArrayView reasonOf(int status); // "Not Found"; of one that is not known "OK" or "Error"

// The answer as it goes out, with Connection: close; without its body for a HEAD request.
QByteArray bytesOf(const Response &response, bool withBody);

} // namespace http
