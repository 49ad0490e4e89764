// SPDX-License-Identifier: GPL-3.0-or-later
// A zip file over libzip, read within the limits of reliability.md "Imports", or written to a device.
#pragma once

#include "base/result.h"

#include <QFile>
#include <QStringList>

#include <functional>
#include <memory>

struct zip;
struct zip_file;

namespace listfiles {

constexpr qint64 maxZipEntries = 2000;
constexpr qint64 maxInflatedBytes = 256LL * 1024 * 1024; // of all entries together
constexpr qint64 maxRatio = 100;                         // inflated to packed, of one entry …
constexpr qint64 ratioFromBytes = 1024 * 1024;           // … once it is larger than this

class ZipArchive;

// One entry, inflated as it is read. A failure ends the reading and is reported by failure().
class ZipEntry final : public QIODevice
{
public:
    ZipEntry(ZipArchive &archive, zip_file *file, qint64 packed);
    ~ZipEntry() override;

    bool isSequential() const override { return true; }
    const QString &failure() const { return m_failure; }
    qint64 inflated() const { return m_inflated; }

protected:
    qint64 readData(char *to, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 refuse(const QString &why);

    ZipArchive &m_archive;
    zip_file *m_file;
    qint64 m_packed;
    qint64 m_inflated = 0;
    qint64 m_sinceMarkup = 0;
    QString m_failure;
};

class ZipArchive
{
public:
    // Refuses what the zip's own directory already shows to be over a limit or encrypted.
    static base::Result<std::unique_ptr<ZipArchive>> open(const QString &path);
    ~ZipArchive();

    bool has(const QString &name) const { return find(name) >= 0; }
    // Exact match first, then case-insensitive.
    std::unique_ptr<ZipEntry> entry(const QString &name);
    qint64 inflatedSize(const QString &name) const; // as its directory says; 0 if there is none

private:
    friend class ZipEntry;
    ZipArchive() = default;
    qint64 find(const QString &name) const;
    base::Result<void> check() const;

    QFile m_file;
    zip *m_zip = nullptr;
    qint64 m_inflated = 0;
};

struct ZipPart
{
    QString name;
    QByteArray bytes;          // or
    QIODevice *file = nullptr; // open for reading; borrowed
};

// Packs the parts in their order into a device open for reading and writing or writing only.
base::Result<void> writeZip(QIODevice &to, const QList<ZipPart> &parts);

} // namespace listfiles
