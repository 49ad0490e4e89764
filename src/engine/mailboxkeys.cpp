// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mailboxkeys.h"

#include "mailbox/files.h"
#include "mailbox/problem.h"

#include <QFile>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

QString keyFile(const Profile &profile)
{
    return profile.folder() + "/mailbox.key"_L1;
}

QString newKeyFile(const Profile &profile)
{
    return profile.folder() + "/mailbox.key.new"_L1;
}

base::Result<mailbox::Keys> keysIn(const QString &file)
{
    auto keys = mailbox::readKeys(file);
    if (!keys && keys.error().code == base::ErrorCode::NotFound)
        return mailbox::error(mailbox::Problem::NoKey);
    return keys;
}

} // namespace

bool hasMailboxKeys(const Profile &profile)
{
    return QFile::exists(keyFile(profile));
}

base::Result<mailbox::Keys> mailboxKeys(const Profile &profile)
{
    return keysIn(keyFile(profile));
}

base::Result<mailbox::Keys> madeMailboxKeys(Profile &profile)
{
    if (hasMailboxKeys(profile))
        return mailboxKeys(profile);
    if (auto owned = profile.own(); !owned)
        return owned.error();
    if (hasMailboxKeys(profile)) // by whoever owned it a moment ago
        return mailboxKeys(profile);
    const mailbox::Keys keys = mailbox::newKeys();
    if (auto written = mailbox::writeKeys(keys, keyFile(profile)); !written)
        return written.error();
    return keys;
}

// One that has waited in vain is followed by the next: what was sealed to it is opened all the same.
base::Result<void> prepareNewMailboxKeys(const Profile &profile)
{
    auto former = newMailboxKeys(profile);
    if (!former)
        former = mailboxKeys(profile);
    if (!former)
        return former.error();
    return mailbox::writeKeys(mailbox::renewed(*former), newKeyFile(profile));
}

base::Result<mailbox::Keys> newMailboxKeys(const Profile &profile)
{
    return keysIn(newKeyFile(profile));
}

base::Result<void> adoptNewMailboxKeys(const Profile &profile)
{
    const auto keys = newMailboxKeys(profile);
    if (!keys)
        return keys.error();
    if (auto written = mailbox::writeKeys(*keys, keyFile(profile)); !written)
        return written;
    QFile::remove(newKeyFile(profile));
    return {};
}

base::Result<void> writeMailboxFile(Profile &profile, MailboxFile kind, const QString &file)
{
    if (auto taken = profile.takesOutput(file); !taken)
        return taken;
    auto keys = newMailboxKeys(profile);
    if (!keys)
        keys = madeMailboxKeys(profile);
    if (!keys)
        return keys.error();
    return mailbox::writePrivately(file, kind == MailboxFile::Php ? mailbox::phpFile(*keys)
                                                                  : mailbox::configFile(*keys));
}

base::Result<void> saveMailboxKeys(const Profile &profile, const QString &file)
{
    if (auto taken = profile.takesOutput(file); !taken)
        return taken;
    const auto keys = mailboxKeys(profile);
    if (!keys)
        return keys.error();
    return mailbox::writeKeys(*keys, file);
}

base::Result<void> loadMailboxKeys(Profile &profile, const QString &file)
{
    auto loaded = mailbox::readKeys(file);
    if (!loaded)
        return base::Error{base::ErrorCode::FileUnreadable, file, u"mailboxKey"_s};
    if (auto owned = profile.own(); !owned)
        return owned.error();
    mailbox::Keys keys = std::move(loaded).value();
    if (const auto former = mailboxKeys(profile)) {
        for (const QByteArray &key : QList<QByteArray>{former->privateKey} + former->earlierPrivateKeys) {
            if (key != keys.privateKey && !keys.earlierPrivateKeys.contains(key))
                keys.earlierPrivateKeys.append(key);
        }
    }
    return mailbox::writeKeys(keys, keyFile(profile));
}

} // namespace engine
