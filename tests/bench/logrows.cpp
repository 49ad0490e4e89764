// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchrows.h"

#include "base/clock.h"
#include "models/logmodel.h"
#include "storage/campaignrepository.h"
#include "storage/messagesearch.h"
#include "storage/statement.h"
#include "storage/transaction.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSqlDatabase>
#include <QSqlTableModel>

namespace bench {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 startMs = 1'790'000'000'000;

void need(bool good, const char *what)
{
    if (!good)
        qFatal("%s failed", what);
}

// Until the model has taken the answer in.
template <typename Work>
double loading(models::LogModel &model, Work work)
{
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    QObject::connect(&model, &models::LogModel::loaded, &loop, &QEventLoop::quit);
    work();
    loop.exec();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

} // namespace

QJsonObject makeLog(const QStringList &arguments)
{
    const base::SystemClock clock;
    auto opened = storage::Database::open(arguments.value(0), storage::OpenMode::ReadWrite, clock);
    need(opened.ok(), "opening");
    storage::Database &database = *opened.value();
    const int wanted = arguments.value(1).toInt();
    const int portion = std::min(wanted, 100'000);
    static const QList<domain::MessageState> states{
        domain::MessageState::Accepted, domain::MessageState::Delivered, domain::MessageState::Accepted,
        domain::MessageState::Failed, domain::MessageState::Accepted};
    for (int done = 0; done < wanted; done += portion) {
        storage::Transaction transaction(database);
        need(transaction.begin().ok(), "begin");
        storage::CampaignRepository campaigns(database);
        domain::Campaign campaign;
        campaign.name = u"Kampanje %1"_s.arg(done / portion);
        campaign.account = u"default"_s;
        campaign.sender = u"26114"_s;
        campaign.text = u"Hei"_s;
        campaign.state = domain::CampaignState::Finished;
        campaign.createdMs = startMs + done;
        const auto id = campaigns.create(campaign);
        need(id.ok(), "campaign");
        QList<domain::Message> messages;
        for (int i = done; i < done + portion; ++i) {
            domain::Message message;
            message.number = u"+47%1"_s.arg(90000000 + i);
            message.name = u"Navn %1"_s.arg(i);
            message.sender = campaign.sender;
            message.text = u"Hei Navn %1! Vi ses på møtet."_s.arg(i);
            message.segments = 1;
            message.state = states.at(i % states.size());
            messages.append(message);
            if (messages.size() == 5000 || i + 1 == done + portion) {
                need(campaigns.addMessages(*id, messages, startMs + done).ok(), "messages");
                messages.clear();
            }
        }
        need(storage::execute(database,
                              u"UPDATE message SET gateway_id = 100000 + id, begun_ms = since_ms, "
                              "deadline_ms = since_ms + 4000000000 WHERE campaign = ?"_s,
                              *id)
                 .ok(),
             "ids");
        need(transaction.commit().ok(), "commit");
    }
    for (qint64 indexed = 1; indexed > 0;) {
        storage::Transaction transaction(database);
        need(transaction.begin().ok(), "begin");
        const auto advanced = storage::MessageSearch(database).advance(20'000);
        need(advanced.ok() && transaction.commit().ok(), "index");
        indexed = *advanced;
    }
    return {{u"messages"_s, wanted}};
}

QJsonObject openLog(const QStringList &arguments)
{
    const QString file = arguments.value(0);
    models::LogModel model(file);
    QJsonObject figures;
    figures.insert(u"first"_s, loading(model, [&] { model.setFilter({}); }));
    figures.insert(u"rows"_s, model.rowCount());
    figures.insert(u"end"_s, loading(model, [&] { model.goToOldest(); }));
    figures.insert(u"middle"_s, loading(model, [&] { model.goToTime(startMs + 500'000); }));
    models::LogModel::Filter filter;
    filter.states = {domain::MessageState::Failed};
    figures.insert(u"filter"_s, loading(model, [&] { model.setFilter(filter); }));
    filter = {};
    double search = 0;
    for (const QString &typed : {u"N"_s, u"Na"_s, u"Nav"_s, u"Navn 77"_s, u"Navn 777"_s, u"møtet"_s}) {
        filter.search = typed;
        search = std::max(search, loading(model, [&] { model.setFilter(filter); }));
    }
    figures.insert(u"search"_s, search);

    // The usual way: a table model that has to fetch its way to the end.
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"peer"_s);
    database.setDatabaseName(file);
    need(database.open(), "peer");
    QSqlTableModel table(nullptr, database);
    table.setTable(u"message"_s);
    QElapsedTimer timer;
    timer.start();
    table.select();
    while (table.canFetchMore())
        table.fetchMore();
    need(table.index(table.rowCount() - 1, 0).data().toLongLong() > 0, "peer's rows");
    figures.insert(u"peerEnd"_s, static_cast<double>(timer.nsecsElapsed()) / 1e9);
    return figures;
}

} // namespace bench
