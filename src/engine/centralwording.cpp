// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/centralwording.h"

#include "engine/sentences.h"

#include <QCoreApplication>

namespace engine::wording {
using namespace Qt::StringLiterals;

QString fixedName(Fixed setting)
{
    switch (setting) {
    case Fixed::ServiceId:
        return Words::tr("service ID");
    case Fixed::BaseUrl:
        return Words::tr("gateway address");
    case Fixed::Authentication:
        return Words::tr("how to sign in");
    case Fixed::Method:
        return Words::tr("kind of request");
    case Fixed::Senders:
        return Words::tr("senders");
    case Fixed::AllowedCountries:
        return Words::tr("allowed countries");
    case Fixed::DailyCap:
        return Words::tr("max. SMS per day");
    case Fixed::QuietHours:
        return Words::tr("quiet hours");
    case Fixed::TextDays:
        return Words::tr("when texts are deleted");
    case Fixed::LogMonths:
        return Words::tr("when the log is deleted");
    case Fixed::ReceiverEnabled:
        return Words::tr("whether the receiver is on");
    case Fixed::ListenAddress:
        return Words::tr("the receiver's address");
    case Fixed::Port:
        return Words::tr("the receiver's port");
    case Fixed::PublicUrl:
        return Words::tr("the receiver's public address");
    case Fixed::AllowedCallers:
        return Words::tr("the receiver's allowed addresses");
    case Fixed::TrustedProxies:
        return Words::tr("the receiver's trusted proxies");
    case Fixed::CertificateFile:
        return Words::tr("the receiver's certificate");
    case Fixed::KeyFile:
        return Words::tr("the certificate's key");
    case Fixed::MailboxUrl:
        return Words::tr("the mailbox's address");
    }
    return {};
}

QString fixedHere(const QList<Fixed> &settings)
{
    QStringList names;
    for (const Fixed setting : settings)
        names.append(fixedName(setting));
    return Words::tr("Set by your administrator and locked on this computer: %1.").arg(names.join(u", "_s));
}

QString centralProblem(const base::Error &error)
{
    if (error.field != "central"_L1)
        return {};
    if (error.code == base::ErrorCode::InvalidField) {
        return Words::tr("Your administrator's settings for this computer have an entry that cannot be "
                         "understood: %1. Nothing is sent or changed until it has been corrected.")
            .arg(error.detail);
    }
    QList<Fixed> settings;
    for (const QString &name : error.detail.split(u", "_s)) {
        if (const auto setting = base::valueOf<Fixed>(name))
            settings.append(*setting);
    }
    return fixedHere(settings);
}

} // namespace engine::wording
