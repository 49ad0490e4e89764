// SPDX-License-Identifier: GPL-3.0-or-later
// The secrets of this profile's mailbox: a file of mode 0600 beside the receiver's, in no backup of the
// database.
#pragma once

#include "engine/profile.h"
#include "mailbox/keys.h"

namespace engine {

bool hasMailboxKeys(const Profile &profile);
base::Result<mailbox::Keys> mailboxKeys(const Profile &profile); // NoKey when there are none
// Makes them if there are none, and owns the profile for that (ProfileInUse).
base::Result<mailbox::Keys> madeMailboxKeys(Profile &profile);

// A new key waits beside the one in force until the mailbox has its file: until then the old one must
// still open what comes there. NoKey, FileUnwritable.
base::Result<void> prepareNewMailboxKeys(const Profile &profile);
base::Result<mailbox::Keys> newMailboxKeys(const Profile &profile); // NoKey: none waits
base::Result<void> adoptNewMailboxKeys(const Profile &profile);

// The file that the office gives to its mailbox, with its secrets in it. FileUnwritable. It is written
// with the new key if one waits; makes a key if there is none (ProfileInUse).
enum class MailboxFile { Php, ServerSettings };
base::Result<void> writeMailboxFile(Profile &profile, MailboxFile kind, const QString &file);

// Keeps the private key elsewhere too. FileUnwritable.
base::Result<void> saveMailboxKeys(const Profile &profile, const QString &file);
// Takes it back; what was sealed to this profile's former key is opened all the same. FileUnreadable.
base::Result<void> loadMailboxKeys(Profile &profile, const QString &file);

} // namespace engine
