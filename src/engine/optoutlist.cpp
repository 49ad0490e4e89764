// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/optoutlist.h"

#include "engine/inboxwording.h"
#include "storage/optoutrepository.h"
#include "storage/transaction.h"

#include <QCoreApplication>
#include <QDateTime>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

struct Columns
{
    Q_DECLARE_TR_FUNCTIONS(Columns)
};

} // namespace

base::Result<OptOutImport> importOptOuts(storage::Database &database, const QString &file,
                                         const base::Clock &clock, ListChoices choices)
{
    choices.everyNumber = true; // whoever says stop means each of their phones
    return storage::inTransaction(database, [&]() -> base::Result<OptOutImport> {
        storage::OptOutRepository optOuts(database);
        OptOutImport result;
        const auto addRow = [&](const ListRow &row) -> base::Result<void> {
            for (const ListNumber &number : row.numbers()) {
                if (number.number.error != phone::NumberError::None) {
                    result.skipped.append({row.number(), number.column, number.typed,
                                           domain::skipReason(number.number.error), number.typed});
                    continue;
                }
                const auto added =
                    optOuts.add({number.number.e164, clock.nowMs(), domain::OptOutSource::Import});
                if (!added)
                    return added.error();
                ++(*added ? result.added : result.already);
            }
            return {};
        };
        const auto read = readList(
            file, choices, {}, [](const ListColumns &) { return base::Result<void>(); }, addRow);
        if (!read)
            return read.error();
        return result;
    });
}

base::Result<qint64> exportOptOuts(storage::Database &database, const QString &file,
                                   const ExportProgress &progress)
{
    const auto optOuts = storage::OptOutRepository(database).list();
    if (!optOuts)
        return optOuts.error();
    const QStringList header{Columns::tr("Phone number"), Columns::tr("Since", "opted out"),
                             Columns::tr("How", "opted out")};
    auto sheet = SheetExport::create(file, header, optOuts->size(), progress);
    if (!sheet)
        return sheet.error();
    for (const domain::OptOut &optOut : *optOuts) {
        const QString since = QDateTime::fromMSecsSinceEpoch(optOut.atMs).toString(u"yyyy-MM-dd HH:mm:ss"_s);
        if (!sheet.value().add({optOut.number, since, wording::optOutSource(optOut.source)}))
            break;
    }
    return sheet.value().finish();
}

} // namespace engine
