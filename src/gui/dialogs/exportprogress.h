// SPDX-License-Identifier: GPL-3.0-or-later
// Runs an export on a pool thread, through a connection of its own, and shows how far it has come,
// how long it will take, and Cancel. Closes when it is done.
#pragma once

#include "engine/exports.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QProgressDialog>

namespace gui {

// "12,000 of 200,000 rows, 3 seconds left"; total 0: not known.
QString rowsInWords(qint64 done, qint64 total, qint64 elapsedMs);
// "40 %, 3 seconds left", of bytes or whatever it is; total 0: not known, and nothing said.
QString shareInWords(qint64 done, qint64 total, qint64 elapsedMs);

class ExportProgress final : public QProgressDialog
{
    Q_OBJECT
public:
    using Work = std::function<base::Result<qint64>(storage::Database &, const engine::ExportProgress &)>;

    ExportProgress(const QString &databaseFile, Work work, QWidget *parent);
    ~ExportProgress() override; // cancels what still runs

Q_SIGNALS:
    void exported(const base::Result<qint64> &rows); // Cancelled: no file has appeared

private:
    void showDone(int done);

    QFutureWatcher<base::Result<qint64>> m_watcher;
    QElapsedTimer m_clock;
};

} // namespace gui
