// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/knownperson.h"

#include "storage/contactrepository.h"
#include "storage/journal.h"

namespace gui {

domain::Contact knownPerson(storage::Database &reader, const QString &number)
{
    if (const auto contact = storage::ContactRepository(reader).contact(number))
        return *contact;
    domain::Contact known;
    known.number = number;
    storage::MessageFilter newest;
    newest.number = number;
    newest.newestFirst = true;
    newest.limit = mostMessagesRead;
    if (const auto messages = storage::Journal(reader).messages(newest)) {
        for (const domain::Message &message : *messages) {
            if (known.name.isEmpty())
                known.name = message.name;
        }
    }
    return known;
}

} // namespace gui
