// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/optoutlist.h"

#include "engine/wording.h"
#include "listfiles/columns.h"
#include "listfiles/reader.h"
#include "listfiles/writer.h"
#include "phone/phonenumber.h"
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

constexpr int sampleRows = 100; // read before the column is guessed

} // namespace

base::Result<OptOutImport> importOptOuts(storage::Database &database, const QString &file,
                                         const base::Clock &clock)
{
    QStringList header;
    QList<listfiles::Row> rows;
    const auto read = listfiles::read(
        file, {},
        [&header](const QStringList &names) {
            header = names;
            return true;
        },
        [&rows](listfiles::Row &&row) {
            rows.append(std::move(row));
            return true;
        });
    if (!read)
        return read.error();
    const int column = listfiles::guessColumns(header, rows.mid(0, sampleRows)).phone;
    if (column < 0)
        return base::Error{
            base::ErrorCode::InvalidField,
            QCoreApplication::translate("Wording", "the file has the columns %1").arg(header.join(u", "_s)),
            u"phone"_s};

    return storage::inTransaction(database, [&]() -> base::Result<OptOutImport> {
        storage::OptOutRepository optOuts(database);
        OptOutImport result;
        for (const listfiles::Row &row : std::as_const(rows)) {
            const QString cell = row.cells.value(column);
            const QStringList numbers = phone::splitCell(cell);
            for (const QString &typed : numbers.isEmpty() ? QStringList{cell} : numbers) {
                const phone::PhoneNumber number = phone::parse(typed);
                if (number.error != phone::NumberError::None) {
                    result.skipped.append({row.number, header.value(column), typed,
                                           domain::skipReason(phone::identifier(number.error))
                                               .value_or(domain::SkipReason::NotANumber),
                                           typed});
                    continue;
                }
                const auto added = optOuts.add({number.e164, clock.nowMs(), u"import"_s});
                if (!added)
                    return added.error();
                ++(*added ? result.added : result.already);
            }
        }
        return result;
    });
}

base::Result<qint64> exportOptOuts(storage::Database &database, const QString &file,
                                   const ExportProgress &progress)
{
    const auto optOuts = storage::OptOutRepository(database).list();
    if (!optOuts)
        return optOuts.error();
    auto writer = listfiles::TableWriter::create(file);
    if (!writer)
        return writer.error();
    if (auto written = writer.value()->writeRow(
            {Columns::tr("Number"), Columns::tr("Since", "opted out"), Columns::tr("How", "opted out")});
        !written)
        return written.error();
    qint64 rows = 0;
    for (const domain::OptOut &optOut : *optOuts) {
        const QString since = QDateTime::fromMSecsSinceEpoch(optOut.atMs).toString(u"yyyy-MM-dd HH:mm:ss"_s);
        if (auto written =
                writer.value()->writeRow({optOut.number, since, wording::optOutSource(optOut.source)});
            !written)
            return written.error();
        if (++rows % 500 == 0 && progress && !progress(rows, optOuts->size()))
            return base::Error{base::ErrorCode::Cancelled, file, {}};
    }
    if (auto finished = writer.value()->finish(); !finished)
        return finished.error();
    return rows;
}

} // namespace engine
