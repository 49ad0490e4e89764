// SPDX-License-Identifier: GPL-3.0-or-later
// The receiver's test of itself: one harmless request that must arrive here.
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace receiver {
class Receiver;
}

namespace engine {

struct SelfTest
{
    enum Result { Arrived, NotReceiving, NameNotFound, Refused, TimedOut, BadCertificate, OtherServer };
    Result result = NotReceiving;
    QString detail; // technical
};

// Over loopback, or from outside through its public address. `parent` bounds its life; the receiver may
// end before it.
void testReceiver(receiver::Receiver &receiver, bool outside, const std::function<void(SelfTest)> &done,
                  QObject *parent);

} // namespace engine
