// SPDX-License-Identifier: GPL-3.0-or-later
// What came of the receiver's test of itself.
#pragma once

#include <QString>

namespace engine {

struct SelfTest
{
    enum Result { Arrived, NotReceiving, NameNotFound, Refused, TimedOut, BadCertificate, OtherServer };
    Result result = NotReceiving;
    QString detail; // technical
};

} // namespace engine
