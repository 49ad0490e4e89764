// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation: what came from a number, what was sent to it and became of it, and what the rules
// did, in the order of time.
#pragma once

#include "domain/inbound.h"
#include "domain/message.h"
#include "models/list.h"
#include "models/pictureloader.h"

#include <QHash>
#include <QImage>

namespace models {

class ThreadModel final : public List
{
    Q_OBJECT
public:
    enum Kind { Inbound, Outgoing, Action };
    // SmallRole: the line beneath a bubble; FilesRole: their names; PicturesRole: small images of them.
    enum Role { KindRole = Qt::UserRole, SmallRole, StateRole, FilesRole, PicturesRole };

    explicit ThreadModel(storage::Database &reader, QObject *parent = nullptr);

    void show(const QString &number); // empty: nothing
    void refresh();
    QString number() const { return m_number; }
    QString wroteTo() const { return m_wroteTo; } // the number at which the newest message came in
    const QList<domain::InboundFile> &files(int row) const { return m_rows.at(row).files; }
    qint64 outgoingId(int row) const { return m_rows.at(row).id; } // of an Outgoing row
    qint64 inboundId(int row) const { return m_rows.at(row).id; }  // of an Inbound row

private:
    struct Row
    {
        Kind kind = Inbound;
        qint64 id = 0;
        qint64 atMs = 0;
        QString text;
        domain::MessageState state = domain::MessageState::Queued;
        QString reason;                   // why an outgoing one failed
        QList<domain::InboundFile> files; // without content
    };
    qsizetype rows() const override { return m_rows.size(); }
    QVariant value(int place, int role) const override;
    base::Result<QList<Row>> received(QString &wroteTo) const;
    base::Result<QList<Row>> sent() const;
    void loadPictures();
    QString smallPrint(const Row &row) const;
    void showPicture(qint64 inbound, int place, const QImage &picture);

    PictureLoader m_loader;
    QString m_number;
    QString m_wroteTo;
    QList<Row> m_rows;
    QHash<std::pair<qint64, int>, QImage> m_pictures; // message and place of the file
};

} // namespace models
