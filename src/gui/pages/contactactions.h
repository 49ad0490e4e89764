// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with contacts: written, deleted, merged, looked at, erased, exported, imported.
#pragma once

#include "gui/pages/contactchanges.h"

namespace gui {

class ContactActions final : public ContactJob
{
    Q_OBJECT
public:
    static constexpr int mostEntries = 20; // that one person may have

    using ContactJob::ContactJob;

    void edit(const domain::Contact &contact); // or write a new one
    void remove();
    void merge(); // the chosen ones are one person; else whoever has a name in common is looked for
    void showPerson();
    void erase();
    void exportShown();                   // contacts or opt-outs
    void importFile(const QString &file); // empty: asks for it

private:
    void undoImport(qint64 import);
    void mergeAmong(const QList<QList<domain::Contact>> &people, bool ticked);
};

} // namespace gui
