// SPDX-License-Identifier: GPL-3.0-or-later
// Who must not be written to: one number or a whole list, and taken off the list again.
#pragma once

#include "engine/listintake.h"
#include "gui/pages/contactchanges.h"

namespace engine {
struct OptOutImport;
struct SkippedContact;
} // namespace engine

namespace gui {

class OptOutActions final : public ContactJob
{
    Q_OBJECT
public:
    using ContactJob::ContactJob;

    void addNumber();
    void set(bool out); // the chosen ones
    void importList();

private:
    void importFrom(const QString &file, const engine::ListChoices &choices);
    void tell(const engine::OptOutImport &imported);
    static QString rowsInWords(const QList<engine::SkippedContact> &skipped);
};

} // namespace gui
