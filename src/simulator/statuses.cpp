// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/statuses.h"

#include "simulator/callback.h"

#include <QNetworkReply>

#include <algorithm>

namespace simulator {
using namespace Qt::StringLiterals;

namespace {
constexpr int mostInFlight = 12;
constexpr qint64 longestNapMs = 3'600'000;
} // namespace

Statuses::Statuses(const Faults &faults, int delayMs, QObject *parent)
    : QObject(parent)
    , m_faults(faults)
    , m_delayMs(delayMs)
{
    m_time.start();
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &Statuses::postDueOnes);
}

bool Statuses::announce(const Sent &sent)
{
    if (m_url.isEmpty())
        return false;
    QRandomGenerator random = m_faults.ofMessage(sent.id);
    const bool lost = m_faults.ofStatus(u"statusLost"_s, random);
    const bool failed = m_faults.ofStatus(u"statusFailed"_s, random) || m_faults.neverReached(sent.number);
    const bool late = m_faults.ofStatus(u"statusLate"_s, random);
    const bool reordered = m_faults.ofStatus(u"statusReordered"_s, random);
    const bool repeated = m_faults.ofStatus(u"statusRepeated"_s, random);
    const bool unknown = m_faults.ofStatus(u"statusUnknown"_s, random);
    const bool early = m_faults.ofStatus(u"statusEarly"_s, random) && sent.notBeforeMs == 0 && !lost;
    if (lost)
        return false;
    const int result = failed ? 5 : 4;
    qint64 first = sent.notBeforeMs + m_delayMs + random.bounded(m_delayMs + 1);
    qint64 last = first + m_delayMs + random.bounded(8 * m_delayMs + 1);
    if (early) {
        first = 0;
        last = 1;
    }
    if (late)
        last += qMax(20 * m_delayMs, 1);
    if (reordered)
        std::swap(first, last);
    at(first, {sent, -1, 0});
    at(last, {sent, result, 0});
    if (repeated) {
        at(std::max(first, last) + m_delayMs, {sent, result, 0});
        at(std::max(first, last) + 2 * m_delayMs, {sent, -1, 0});
    }
    if (unknown) {
        Sent stranger = sent;
        stranger.id += 100'000'000;
        stranger.ref = u"unknown-%1"_s.arg(sent.id);
        at(first, {stranger, -1, 0});
    }
    return early;
}

void Statuses::at(qint64 delayMs, Post post)
{
    m_waiting.emplace(m_time.elapsed() + delayMs, std::move(post));
    postDueOnes();
}

void Statuses::postDueOnes()
{
    while (m_inFlight < mostInFlight && !m_waiting.empty() && m_waiting.begin()->first <= m_time.elapsed())
        post(m_waiting.extract(m_waiting.begin()).mapped());
    if (m_inFlight < mostInFlight && !m_waiting.empty()) {
        const qint64 wait = std::clamp<qint64>(m_waiting.begin()->first - m_time.elapsed(), 0, longestNapMs);
        m_next.start(static_cast<int>(wait));
    }
}

void Statuses::post(Post post)
{
    QByteArray query =
        "status=" + QByteArray::number(post.status) + "&origid=" + QByteArray::number(post.sent.id);
    if (!post.sent.ref.isEmpty())
        query += "&ref=" + QUrl::toPercentEncoding(post.sent.ref) +
                 "&phoneno=" + QUrl::toPercentEncoding(post.sent.number);
    ++m_inFlight;
    ++post.tries;
    QNetworkReply *reply = getOnce(this, callbackRequest(withQuery(m_url, query)));
    connect(reply, &QNetworkReply::finished, this, [this, reply, post] {
        reply->deleteLater();
        --m_inFlight;
        const bool taken = answeredWith2xx(*reply);
        if (taken && post.status == 4)
            Q_EMIT delivered(post.sent);
        if (!taken && post.tries < callbackTries)
            m_waiting.emplace(m_time.elapsed() + backOffMs(post.tries), post);
        postDueOnes();
    });
}

} // namespace simulator
