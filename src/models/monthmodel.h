// SPDX-License-Identifier: GPL-3.0-or-later
// A month's figures as table rows, by campaign or by sender; read off the window's thread.
#pragma once

#include "engine/monthreport.h"
#include "models/table.h"

#include <QFutureWatcher>

namespace models {

class MonthModel final : public Table
{
    Q_OBJECT
public:
    enum Column { Name, Messages, Sms, Kroner, Delivered, Failed, OptOuts, ColumnCount };

    explicit MonthModel(QString databaseFile, QObject *parent = nullptr);

    void ask(QDate month); // loaded follows
    void setBy(engine::ReportBy by);
    const engine::MonthReport &report() const { return m_report; }

Q_SIGNALS:
    void loaded();

private:
    qsizetype rows() const override { return m_rows.size(); }
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QStringList titles() const override;
    bool isFigure(int column) const override { return column != Name; }
    using Answer = std::shared_ptr<base::Result<engine::MonthReport>>;
    void read();
    void arrange() override; // by nothing chosen, the most SMS first

    const QString m_file;
    QDate m_wanted;
    QDate m_asked;
    engine::MonthReport m_report;
    engine::ReportBy m_by = engine::ReportBy::Campaign;
    QList<storage::SentFigures> m_rows;
    QFutureWatcher<Answer> m_watcher;
};

} // namespace models
