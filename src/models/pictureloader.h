// SPDX-License-Identifier: GPL-3.0-or-later
// Small images of the pictures that people sent, read and decoded off the window's thread. What a
// stranger sends is decoded with limits, by its content, and only in a few formats; never SVG.
#pragma once

#include <QImage>
#include <QObject>
#include <QString>

namespace models {

class PictureLoader final : public QObject
{
    Q_OBJECT
public:
    explicit PictureLoader(QString databaseFile, QObject *parent = nullptr);
    ~PictureLoader() override; // waits for what is being decoded

    static bool isPicture(const QString &contentType); // one that may be worth decoding
    // A picture of at most 240 pixels a side; null when it is none, is damaged, or is too large.
    static QImage decoded(const QByteArray &content);

    void load(qint64 inbound, int place); // loaded() follows when there is something to show

Q_SIGNALS:
    void loaded(qint64 inbound, int place, const QImage &picture);

private:
    QString m_file;
};

} // namespace models
