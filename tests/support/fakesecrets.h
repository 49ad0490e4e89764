// SPDX-License-Identifier: GPL-3.0-or-later
// A keyring in memory, or none.
#pragma once

#include "engine/secrets.h"

namespace support {

class FakeSecrets final : public engine::Secrets
{
public:
    bool hasKeyring = true;
    QHash<QString, QString> kept;

    void read(const QString &key, QObject *, ReadDone done) override
    {
        if (const auto found = kept.constFind(key); found != kept.cend())
            return done(*found);
        done(base::Error{hasKeyring ? base::ErrorCode::NoPassword : base::ErrorCode::NoKeyring, {}, {}});
    }
    void write(const QString &key, const QString &secret, QObject *, WriteDone done) override
    {
        if (!hasKeyring)
            return done(base::Error{base::ErrorCode::NoKeyring, {}, {}});
        kept.insert(key, secret);
        done({});
    }
    void remove(const QString &key, QObject *, WriteDone done) override
    {
        kept.remove(key);
        done({});
    }
    void keepForThisRun(const QString &key, const QString &secret) override { kept.insert(key, secret); }
};

} // namespace support
