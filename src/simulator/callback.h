// SPDX-License-Identifier: GPL-3.0-or-later
// How the gateway calls the customer's URLs: what statuses and inbound messages have in common.
#pragma once

#include <QByteArray>
#include <QNetworkRequest>
#include <QUrl>

class QNetworkReply;
class QObject;

namespace simulator {

inline constexpr int callbackTries = 8; // attempts at a callback that is not accepted

QNetworkRequest callbackRequest(const QUrl &url); // a redirect is not a success; 60 s to answer (INB-03)
// Each arrives once at most, over a connection of its own: servers close theirs at any time, and Qt
// then sends by itself again what it can. The reply is the caller's to delete.
QNetworkReply *getOnce(QObject *owner, const QNetworkRequest &request);
QNetworkReply *postOnce(QObject *owner, const QNetworkRequest &request, const QByteArray &body);
// `query` as it stands behind the URL, or behind the query that the customer's URL has already.
QUrl withQuery(const QUrl &url, const QByteArray &query);
bool answeredWith2xx(const QNetworkReply &reply);
int backOffMs(int triesSoFar); // 400, 800 … 25600

} // namespace simulator
