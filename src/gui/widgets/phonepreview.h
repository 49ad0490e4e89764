// SPDX-License-Identifier: GPL-3.0-or-later
// The message as a phone shows it: sender, and a bubble for each SMS part.
#pragma once

#include <QStringList>
#include <QWidget>

namespace gui {

class PhonePreview final : public QWidget
{
    Q_OBJECT
public:
    explicit PhonePreview(QWidget *parent = nullptr);

    // parts: the text cut where one SMS ends and the next begins.
    void setMessage(const QString &sender, const QStringList &parts);
    QSize sizeHint() const override { return {300, 330}; }
    QSize minimumSizeHint() const override { return {180, 200}; }
    QString text() const { return m_parts.join(QString()); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void paintHead(QPainter &painter, const QRectF &head) const;

    int m_offset = 0; // how far a long message is scrolled, in pixels
    int m_beyond = 0; // how far it can be
    QString m_sender;
    QStringList m_parts;
};

} // namespace gui
