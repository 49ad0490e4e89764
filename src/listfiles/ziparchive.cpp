// SPDX-License-Identifier: GPL-3.0-or-later
#include "listfiles/ziparchive.h"

#include "listfiles/outputfile.h"

#include <zip.h>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace listfiles {
namespace {

// More than this between two `<` is not a cell but an attack on the XML reader's memory.
constexpr qint64 maxBetweenMarkup = 256 * 1024;

// libzip's view of a QIODevice, so that QFile and QSaveFile open, rename and fail in one way everywhere.
struct DeviceSource
{
    QIODevice &device;
    bool writable;
    zip_error_t error;

    zip_int64_t fail(int code)
    {
        zip_error_set(&error, code, EIO);
        return -1;
    }
    zip_int64_t seek(void *data, zip_uint64_t size)
    {
        const zip_int64_t to = zip_source_seek_compute_offset(
            zip_uint64_t(device.pos()), zip_uint64_t(device.size()), data, size, &error);
        return to >= 0 && device.seek(to) ? 0 : fail(ZIP_ER_SEEK);
    }
};

zip_int64_t serve(void *state, void *data, zip_uint64_t size, zip_source_cmd_t command)
{
    auto &self = *static_cast<DeviceSource *>(state);
    switch (command) {
    case ZIP_SOURCE_OPEN:
    case ZIP_SOURCE_BEGIN_WRITE:
        return self.device.seek(0) ? 0 : self.fail(ZIP_ER_SEEK);
    case ZIP_SOURCE_READ: {
        const qint64 got = self.device.read(static_cast<char *>(data), qint64(size));
        return got >= 0 ? got : self.fail(ZIP_ER_READ);
    }
    case ZIP_SOURCE_WRITE:
        return writeWhole(self.device, QByteArrayView(static_cast<const char *>(data), qsizetype(size)))
                   ? zip_int64_t(size)
                   : self.fail(ZIP_ER_WRITE);
    case ZIP_SOURCE_SEEK:
    case ZIP_SOURCE_SEEK_WRITE:
        return self.seek(data, size);
    case ZIP_SOURCE_TELL:
    case ZIP_SOURCE_TELL_WRITE:
        return self.device.pos();
    case ZIP_SOURCE_STAT: {
        auto *stat = static_cast<zip_stat_t *>(data);
        zip_stat_init(stat);
        stat->size = zip_uint64_t(self.device.size());
        stat->valid |= ZIP_STAT_SIZE;
        return sizeof(*stat);
    }
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&self.error, data, size);
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_COMMIT_WRITE:
    case ZIP_SOURCE_ROLLBACK_WRITE:
    case ZIP_SOURCE_REMOVE:
        return 0;
    case ZIP_SOURCE_FREE:
        zip_error_fini(&self.error);
        delete &self;
        return 0;
    case ZIP_SOURCE_SUPPORTS: {
        const zip_int64_t reading = zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
            ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, -1);
        const zip_int64_t writing = zip_source_make_command_bitmap(
            ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE,
            ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE, -1);
        return self.writable ? reading | writing : reading;
    }
    default:
        break;
    }
    return self.fail(ZIP_ER_OPNOTSUPP);
}

zip_source_t *sourceOf(QIODevice &device, bool writable)
{
    auto *state = new DeviceSource{device, writable, {}};
    zip_error_init(&state->error);
    zip_source_t *source = zip_source_function_create(serve, state, nullptr);
    if (!source)
        delete state;
    return source;
}

base::Error unreadable(const QString &why)
{
    return {ErrorCode::FileUnreadable, why, {}};
}

} // namespace

ZipEntry::ZipEntry(ZipArchive &archive, zip_file *file, qint64 packed)
    : m_archive(archive)
    , m_file(file)
    , m_packed(packed)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

ZipEntry::~ZipEntry()
{
    zip_fclose(m_file);
}

qint64 ZipEntry::refuse(const QString &why)
{
    m_failure = why;
    return -1;
}

qint64 ZipEntry::readData(char *to, qint64 size)
{
    if (!m_failure.isEmpty())
        return -1;
    const qint64 got = zip_fread(m_file, to, zip_uint64_t(size));
    if (got < 0)
        return refuse(u"damaged"_s);
    m_inflated += got;
    m_archive.m_inflated += got;
    if (m_archive.m_inflated > maxInflatedBytes)
        return refuse(u"inflatedTooLarge"_s);
    // What the directory says may be a lie, so the bytes that come are counted too.
    if (m_inflated > ratioFromBytes && m_inflated / maxRatio > m_packed)
        return refuse(u"compressionRatio"_s);
    const QByteArrayView bytes(to, got);
    const qsizetype markup = bytes.lastIndexOf('<');
    m_sinceMarkup = markup < 0 ? m_sinceMarkup + got : got - markup;
    if (m_sinceMarkup > maxBetweenMarkup)
        return refuse(u"cell over 64 KiB"_s);
    return got;
}

base::Result<std::unique_ptr<ZipArchive>> ZipArchive::open(const QString &path)
{
    std::unique_ptr<ZipArchive> out(new ZipArchive);
    out->m_file.setFileName(path);
    if (!out->m_file.open(QIODevice::ReadOnly))
        return unreadable(out->m_file.errorString());
    zip_source_t *source = sourceOf(out->m_file, false);
    zip_error_t error;
    zip_error_init(&error);
    out->m_zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    zip_error_fini(&error);
    if (!out->m_zip) {
        zip_source_free(source);
        return unreadable(u"damaged"_s);
    }
    if (const auto allowed = out->check(); !allowed)
        return allowed.error();
    return out;
}

ZipArchive::~ZipArchive()
{
    if (m_zip)
        zip_discard(m_zip);
}

base::Result<void> ZipArchive::check() const
{
    const zip_int64_t count = zip_get_num_entries(m_zip, 0);
    if (count > maxZipEntries)
        return unreadable(u"tooManyEntries"_s);
    zip_uint64_t total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(m_zip, zip_uint64_t(i), 0, &stat) != 0)
            return unreadable(u"damaged"_s);
        if (stat.encryption_method != ZIP_EM_NONE)
            return unreadable(u"encrypted"_s);
        // Compared before it is added: sizes of a hostile file could overflow.
        if (stat.size > zip_uint64_t(maxInflatedBytes) - total)
            return unreadable(u"inflatedTooLarge"_s);
        total += stat.size;
        if (stat.size > zip_uint64_t(ratioFromBytes) && stat.size / zip_uint64_t(maxRatio) > stat.comp_size)
            return unreadable(u"compressionRatio"_s);
    }
    return {};
}

qint64 ZipArchive::find(const QString &name) const
{
    const QByteArray utf8 = name.toUtf8();
    const zip_int64_t exact = zip_name_locate(m_zip, utf8.constData(), 0);
    return exact >= 0 ? exact : zip_name_locate(m_zip, utf8.constData(), ZIP_FL_NOCASE);
}

qint64 ZipArchive::inflatedSize(const QString &name) const
{
    zip_stat_t stat;
    const qint64 at = find(name);
    return at >= 0 && zip_stat_index(m_zip, zip_uint64_t(at), 0, &stat) == 0 ? qint64(stat.size) : 0;
}

std::unique_ptr<ZipEntry> ZipArchive::entry(const QString &name)
{
    zip_stat_t stat;
    const qint64 at = find(name);
    if (at < 0 || zip_stat_index(m_zip, zip_uint64_t(at), 0, &stat) != 0)
        return nullptr;
    zip_file_t *file = zip_fopen_index(m_zip, zip_uint64_t(at), 0);
    if (!file)
        return nullptr;
    return std::make_unique<ZipEntry>(*this, file, qint64(stat.comp_size));
}

base::Result<void> writeZip(QIODevice &to, const QList<ZipPart> &parts)
{
    const auto failure = [&to] { return base::Error{ErrorCode::FileUnwritable, to.errorString(), {}}; };
    zip_source_t *target = sourceOf(to, true);
    zip_t *archive = target ? zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr) : nullptr;
    if (!archive) {
        zip_source_free(target);
        return failure();
    }
    for (const ZipPart &part : parts) {
        zip_source_t *source = part.file ? sourceOf(*part.file, false)
                                         : zip_source_buffer(archive, part.bytes.constData(),
                                                             zip_uint64_t(part.bytes.size()), 0);
        if (!source || zip_file_add(archive, part.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(source);
            zip_discard(archive);
            return failure();
        }
    }
    if (zip_close(archive) != 0) {
        const QString why = QString::fromUtf8(zip_strerror(archive));
        zip_discard(archive);
        base::Error error = failure();
        if (error.detail.isEmpty() || to.errorString() == "Unknown error"_L1)
            error.detail = why;
        return error;
    }
    return {};
}

} // namespace listfiles
