// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exports.h"

#include "engine/language.h"
#include "engine/wording.h"
#include "listfiles/writer.h"
#include "storage/campaignrepository.h"
#include "storage/journal.h"

#include <QCoreApplication>
#include <QDateTime>

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

} // namespace

base::Result<qint64> exportCampaign(storage::Database &database, qint64 id, const QString &file,
                                    const std::function<bool(qint64, qint64)> &progress)
{
    const auto campaign = storage::CampaignRepository(database).campaign(id);
    if (!campaign)
        return campaign.error();
    auto writer = listfiles::TableWriter::create(file);
    if (!writer)
        return writer.error();
    const QStringList header{Columns::tr("Recipient"),    Columns::tr("Name"),        Columns::tr("Sender"),
                             Columns::tr("Text"),         Columns::tr("SMS"),         Columns::tr("State"),
                             Columns::tr("Sent"),         Columns::tr("Last change"), Columns::tr("Reason"),
                             Columns::tr("Gateway's id"), Columns::tr("Reference")};
    if (auto written = writer.value()->writeRow(header); !written)
        return written.error();
    storage::MessageFilter filter;
    filter.campaign = id;
    qint64 rows = 0;
    base::Result<void> problem;
    const auto walked = storage::Journal(database).forEach(
        filter, [&](const domain::Message &message, const QList<domain::MessageEvent> &events) {
            problem = writer.value()->writeRow(
                {message.number, message.name, message.sender, message.text,
                 QString::number(message.segments), wording::state(message.state),
                 timeOf(events, domain::EventKind::Sending, false), localTime(message.sinceMs),
                 wording::messageReason(message),
                 message.gatewayId ? QString::number(*message.gatewayId) : QString(), message.ref});
            ++rows;
            if (progress && rows % 500 == 0 && !progress(rows, campaign->recipients))
                problem = base::Error{base::ErrorCode::Cancelled, {}, {}};
            return problem.ok();
        });
    if (!problem)
        return problem.error();
    if (!walked)
        return walked.error();
    if (auto finished = writer.value()->finish(); !finished)
        return finished.error();
    return rows;
}

} // namespace engine
