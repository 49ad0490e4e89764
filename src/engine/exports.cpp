// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exports.h"

#include "domain/unsent.h"
#include "engine/language.h"
#include "engine/sendwording.h"
#include "engine/wording.h"
#include "storage/campaignrepository.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>

namespace engine {
using namespace Qt::StringLiterals;

namespace {

struct Columns
{
    Q_DECLARE_TR_FUNCTIONS(Exports)
};

// Local time as a spreadsheet sorts it.
QString localTime(qint64 ms)
{
    return ms == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(ms).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString timeOf(const QList<domain::MessageEvent> &events, domain::EventKind kind, bool last)
{
    qint64 at = 0;
    for (const domain::MessageEvent &event : events) {
        if (event.kind == kind && (at == 0 || last))
            at = event.atMs;
    }
    return localTime(at);
}

// One row a message; the campaign's name where they are of several.
base::Result<qint64> exportMessages(storage::Database &database, const storage::MessageFilter &filter,
                                    const QHash<qint64, QString> &campaigns, const QString &file,
                                    const ExportProgress &progress, const ShownAs &shown = {})
{
    storage::Journal journal(database);
    const auto total = journal.count(filter);
    if (!total)
        return total.error();
    QStringList header{Columns::tr("Phone"),      Columns::tr("Name"),          Columns::tr("Sender"),
                       Columns::tr("Text"),       Columns::tr("Number of SMS"), Columns::tr("State"),
                       Columns::tr("Sent"),       Columns::tr("Last change"),   Columns::tr("Reason"),
                       Columns::tr("Gateway ID"), Columns::tr("Reference")};
    if (!campaigns.isEmpty())
        header.append(Columns::tr("Campaign"));
    auto sheet = SheetExport::create(file, header, total->value_or(0), progress);
    if (!sheet)
        return sheet.error();
    const QList<domain::MessageState> unsent = domain::unsentStates();
    const auto add = [&](const domain::Message &message, const QList<domain::MessageEvent> &events) {
        QStringList row{message.number,
                        message.name,
                        message.sender,
                        message.text,
                        QString::number(unsent.contains(message.state) ? 0 : message.segments),
                        wording::state(message.state),
                        timeOf(events, domain::EventKind::Sending, false),
                        localTime(message.sinceMs),
                        wording::messageReason(message),
                        message.gatewayId ? QString::number(*message.gatewayId) : QString(),
                        message.ref};
        if (!campaigns.isEmpty())
            row.append(campaigns.value(message.campaign));
        return sheet.value().add(row);
    };
    const auto walked =
        journal.forEach(filter, [&](domain::Message message, QList<domain::MessageEvent> events) {
            if (shown.show)
                shown.show(message, events);
            return add(message, events);
        });
    if (!walked)
        return walked.error();
    for (const campaign::ArrivedStatuses::Shown &made : shown.made) {
        if (!filter.campaign || made.message.campaign == *filter.campaign)
            add(made.message, made.events);
    }
    return sheet.value().finish();
}

} // namespace

base::Result<qint64> exportCampaign(storage::Database &database, qint64 id, const QString &file,
                                    const ExportProgress &progress, const ShownAs &shown)
{
    if (const auto campaign = storage::CampaignRepository(database).campaign(id); !campaign)
        return campaign.error();
    storage::MessageFilter filter;
    filter.campaign = id;
    filter.limit = storage::everyMessage;
    return exportMessages(database, filter, {}, file, progress, shown);
}

base::Result<qint64> exportLog(storage::Database &database, const storage::MessageFilter &wanted,
                               const QString &file, const ExportProgress &progress)
{
    const auto campaigns = storage::CampaignRepository(database).campaigns();
    if (!campaigns)
        return campaigns.error();
    QHash<qint64, QString> names;
    for (const domain::Campaign &campaign : *campaigns)
        names.insert(campaign.id, campaign.name);
    storage::MessageFilter filter = wanted;
    filter.afterId = 0;
    filter.newestFirst = true;
    filter.limit = storage::everyMessage;
    return exportMessages(database, filter, names, file, progress);
}

base::Result<qint64> exportSkipped(const QList<domain::Skipped> &rows, const QString &file)
{
    auto sheet = SheetExport::create(file,
                                     {Columns::tr("Name"), Columns::tr("List"), Columns::tr("Row"),
                                      Columns::tr("Original value"), Columns::tr("Reason")},
                                     rows.size(), {});
    if (!sheet)
        return sheet.error();
    for (const domain::Skipped &row : rows) {
        const QString place = row.row > 0 ? QString::number(row.row) : QString();
        if (!sheet.value().add({row.name, row.source, place, row.input, wording::whyLeftOut(row)}))
            break;
    }
    return sheet.value().finish();
}

} // namespace engine
