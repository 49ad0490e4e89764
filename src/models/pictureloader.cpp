// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pictureloader.h"

#include "storage/database.h"
#include "storage/inboxrepository.h"

#include <QBuffer>
#include <QImageReader>
#include <QThreadPool>

namespace models {
using namespace Qt::StringLiterals;

namespace {

constexpr int side = 240;         // pixels
constexpr int mostMegabytes = 64; // of a decoded picture (design: reliability, "Receiver")

// One at a time: a flood of pictures must not take the machine.
QThreadPool &pool()
{
    static QThreadPool single;
    single.setMaxThreadCount(1);
    return single;
}

} // namespace

PictureLoader::PictureLoader(QString databaseFile, QObject *parent)
    : QObject(parent)
    , m_file(std::move(databaseFile))
{
}

PictureLoader::~PictureLoader()
{
    pool().clear();
    pool().waitForDone();
}

bool PictureLoader::isPicture(const QString &contentType)
{
    static const QStringList types{u"image/jpeg"_s, u"image/jpg"_s, u"image/png"_s, u"image/gif"_s};
    return types.contains(contentType.section(u';', 0, 0).trimmed().toLower());
}

QImage PictureLoader::decoded(const QByteArray &content)
{
    static const QList<QByteArray> formats{"jpeg", "png", "gif"};
    QByteArray bytes = content;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    if (!formats.contains(reader.format()))
        return {};
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() * 4 > qint64(mostMegabytes) * 1024 * 1024)
        return {};
    if (size.width() > side || size.height() > side)
        reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1}));
    reader.setAutoTransform(true);
    return reader.read();
}

void PictureLoader::load(qint64 inbound, int place)
{
    pool().start([this, file = m_file, inbound, place] {
        static const base::SystemClock clock;
        const auto reader = storage::Database::open(file, storage::OpenMode::ReadOnly, clock);
        if (!reader)
            return;
        const auto message = storage::InboxRepository(*reader.value()).message(inbound);
        if (!message || place >= message->files.size())
            return;
        const QImage picture = decoded(message->files.at(place).content);
        if (!picture.isNull())
            QMetaObject::invokeMethod(
                this, [this, inbound, place, picture] { Q_EMIT loaded(inbound, place, picture); },
                Qt::QueuedConnection);
    });
}

} // namespace models
