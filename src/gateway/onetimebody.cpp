// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/onetimebody.h"

#include "base/crashpoint.h"

#include <algorithm>
#include <cstring>

namespace gateway {

OneTimeBody::OneTimeBody(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    // Unbuffered: QIODevice's own read-ahead would count bytes that nobody asked for.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneTimeBody::bytesAvailable() const
{
    return m_bytes.size() - m_taken;
}

bool OneTimeBody::atEnd() const
{
    return m_taken == m_bytes.size();
}

qint64 OneTimeBody::readData(char *data, qint64 maxSize)
{
    if (atEnd())
        return -1;
    const qint64 size = std::min(maxSize, bytesAvailable());
    std::memcpy(data, m_bytes.constData() + m_taken, static_cast<size_t>(size));
    m_taken += size;
    if (atEnd())
        base::crashPoint("body-taken");
    return size;
}

qint64 OneTimeBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace gateway
