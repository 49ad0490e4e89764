// SPDX-License-Identifier: GPL-3.0-or-later
// The list of groups beside the contacts; contacts that are dropped on a group join it.
#pragma once

#include <QListWidget>

namespace gui {

class GroupList final : public QListWidget
{
    Q_OBJECT
public:
    enum Role { GroupRole = Qt::UserRole, OptOutRole };

    explicit GroupList(QWidget *parent = nullptr);

Q_SIGNALS:
    void contactsDropped(const QString &group);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QString groupUnder(const QDropEvent *event) const; // empty: none that takes contacts
};

} // namespace gui
