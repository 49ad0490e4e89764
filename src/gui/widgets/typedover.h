// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a person select all of a date or time and type another over it, as in any other field: Qt's own reads
// one part at a time, and made another time of it.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

#include <optional>

class QDateTimeEdit;

namespace gui {

class TypedOver final : public QObject
{
public:
    static void mend(QDateTimeEdit *edit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit TypedOver(QDateTimeEdit *edit);
    bool isAllSelected() const;
    void type(QEvent *key);
    void end(); // what cannot be a time leaves the one that was there
    QStringList parts() const;
    std::optional<QDateTime> read() const;

    QDateTimeEdit *m_edit;
    bool m_typing = false;
    QString m_typed;
    QDateTime m_before;
};

} // namespace gui
