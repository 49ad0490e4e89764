// SPDX-License-Identifier: GPL-3.0-or-later
// A month's figures as table rows, by campaign or by sender; read off the window's thread.
#pragma once

#include "engine/monthreport.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>

namespace models {

class MonthModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Messages, Sms, Kroner, Delivered, Failed, OptOuts, ColumnCount };

    explicit MonthModel(QString databaseFile, QObject *parent = nullptr);

    void ask(QDate month); // loaded follows
    void setBy(engine::ReportBy by);
    const engine::MonthReport &report() const { return m_report; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // -1: the most SMS first

Q_SIGNALS:
    void loaded();
    void readFailed(const base::Error &error);

private:
    using Answer = std::shared_ptr<base::Result<engine::MonthReport>>;
    void read();
    void arrange();

    const QString m_file;
    QDate m_wanted;
    QDate m_asked;
    engine::MonthReport m_report;
    engine::ReportBy m_by = engine::ReportBy::Campaign;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QList<storage::SentFigures> m_rows;
    QFutureWatcher<Answer> m_watcher;
};

} // namespace models
