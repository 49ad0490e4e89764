// SPDX-License-Identifier: GPL-3.0-or-later
// The contacts of an import between its file and the database, in a file of our own beside the latter: so
// that a list is read whole before anything changes, and that an import which was cut off goes forward when
// the list is no longer there.
#pragma once

#include "base/result.h"
#include "domain/contact.h"

#include <QDataStream>
#include <QFile>
#include <QList>

#include <memory>

namespace engine {

class ImportSpool
{
public:
    // A new one, for the user alone. Errors: DiskFull, FileUnwritable.
    static base::Result<std::unique_ptr<ImportSpool>> create(const QString &folder);
    static base::Result<std::unique_ptr<ImportSpool>> open(const QString &folder, const QString &name);
    ~ImportSpool(); // removes its file, unless it is to be kept
    ImportSpool(const ImportSpool &) = delete;
    ImportSpool &operator=(const ImportSpool &) = delete;

    QString name() const;          // without the folder
    void keep() { m_kept = true; } // for the next opening
    void remove() { m_kept = false; }

    void append(const domain::Contact &contact);
    // All are on the disk from then on, or why not; afterwards it is read.
    base::Result<void> finish();

    qint64 size() const { return m_file.size(); } // bytes
    qint64 position() const { return m_file.pos(); }
    void seek(qint64 position);
    // The next ones, at most so many; none: that was all. FileUnreadable where the file is damaged.
    base::Result<QList<domain::Contact>> next(int most);

    // Removes those that no import needs any more.
    static void removeBut(const QString &folder, const QStringList &needed);

private:
    explicit ImportSpool(const QString &file);

    QFile m_file;
    QDataStream m_stream;
    bool m_kept = false;
};

} // namespace engine
