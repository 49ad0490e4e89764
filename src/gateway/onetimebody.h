// SPDX-License-Identifier: GPL-3.0-or-later
// A request's body that can be read once and never again: QNetworkAccessManager replays what it can
// rewind, and a message that is replayed arrives twice.
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace gateway {

class OneTimeBody final : public QIODevice
{
public:
    explicit OneTimeBody(QByteArray bytes); // open for reading from the start

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;
    bool atEnd() const override;
    bool reset() override { return false; } // how QNetworkAccessManager asks for a replay
    // Bytes that were handed to the network; 0 proves that none left.
    qint64 taken() const { return m_taken; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    qint64 m_taken = 0;
};

} // namespace gateway
