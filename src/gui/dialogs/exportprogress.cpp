// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/exportprogress.h"

#include "engine/language.h"

#include <QPromise>
#include <QThreadPool>

namespace gui {

namespace {
constexpr int shownAfterMs = 400; // a short export needs no dialog

int secondsLeft(qint64 done, qint64 total, qint64 elapsedMs)
{
    return static_cast<int>(elapsedMs * (total - done) / done / 1000) + 1;
}

} // namespace

QString rowsInWords(qint64 done, qint64 total, qint64 elapsedMs)
{
    if (total <= 0 || done <= 0)
        return ExportProgress::tr("%n rows", nullptr, static_cast<int>(done));
    const QLocale locale = engine::language::locale();
    return ExportProgress::tr("%1 of %2 rows, %n seconds left", nullptr, secondsLeft(done, total, elapsedMs))
        .arg(locale.toString(done), locale.toString(total));
}

QString shareInWords(qint64 done, qint64 total, qint64 elapsedMs)
{
    if (total <= 0 || done <= 0)
        return {};
    return ExportProgress::tr("%1%, %n seconds left", nullptr, secondsLeft(done, total, elapsedMs))
        .arg(done * 100 / total);
}

ExportProgress::ExportProgress(const QString &databaseFile, Work work, QWidget *parent)
    : QProgressDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("exportProgress"));
    setWindowTitle(tr("Export"));
    setCancelButtonText(tr("Cancel"));
    setWindowModality(Qt::WindowModal);
    setMinimumDuration(shownAfterMs);
    setAutoReset(false);
    setAutoClose(false);
    setRange(0, 0);
    setLabelText(tr("Writing the file…"));
    using Rows = base::Result<qint64>;
    connect(&m_watcher, &QFutureWatcher<Rows>::progressValueChanged, this, &ExportProgress::showDone);
    connect(&m_watcher, &QFutureWatcher<Rows>::progressRangeChanged, this, &ExportProgress::setRange);
    connect(&m_watcher, &QFutureWatcher<Rows>::finished, this, [this] {
        const QFuture<Rows> future = m_watcher.future();
        Q_EMIT exported(future.resultCount() > 0 ? future.result()
                                                 : Rows(base::Error{base::ErrorCode::Cancelled, {}, {}}));
        close();
        deleteLater(); // it may never have been shown
    });
    connect(this, &QProgressDialog::canceled, this, [this] { m_watcher.cancel(); });
    m_clock.start();
    auto promise = std::make_shared<QPromise<Rows>>();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, work = std::move(work), databaseFile] {
        promise->start();
        const base::SystemClock clock;
        auto reader = storage::Database::open(databaseFile, storage::OpenMode::ReadOnly, clock);
        promise->addResult(reader ? work(*reader.value(),
                                         [&promise](qint64 done, qint64 total) {
                                             promise->setProgressRange(0, static_cast<int>(total));
                                             promise->setProgressValue(static_cast<int>(done));
                                             return !promise->isCanceled();
                                         })
                                  : Rows(reader.error()));
        promise->finish();
    });
}

ExportProgress::~ExportProgress()
{
    m_watcher.cancel();
}

void ExportProgress::showDone(int done)
{
    setValue(done);
    setLabelText(rowsInWords(done, maximum(), m_clock.elapsed()));
}

} // namespace gui
