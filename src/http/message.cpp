// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/message.h"

namespace http {

QByteArrayView reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 302:
        return "Found";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return status < 400 ? "OK" : "Error";
    }
}

QByteArray Request::header(QByteArrayView lowerCaseName) const
{
    for (const Header &field : headers) {
        if (field.name == lowerCaseName)
            return field.value;
    }
    return {};
}

QByteArray bytesOf(const Response &response, bool withBody)
{
    QByteArray bytes;
    bytes.reserve(192 + response.body.size());
    bytes.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    bytes.append(reasonOf(response.status)).append("\r\n");
    if (!response.contentType.isEmpty())
        bytes.append("Content-Type: ").append(response.contentType).append("\r\n");
    for (const Header &field : response.extraHeaders)
        bytes.append(field.name).append(": ").append(field.value).append("\r\n");
    const bool bodyless = response.status == 204 || response.status < 200;
    if (!bodyless)
        bytes.append("Content-Length: ").append(QByteArray::number(response.body.size())).append("\r\n");
    bytes.append("Connection: close\r\n\r\n");
    if (withBody && !bodyless)
        bytes.append(response.body);
    return bytes;
}

} // namespace http
