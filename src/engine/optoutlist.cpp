// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/optoutlist.h"

#include "engine/inboxwording.h"
#include "storage/optoutrepository.h"

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
