// SPDX-License-Identifier: GPL-3.0-or-later
// The groups that a contact is in: picked among those there are, and a new one by its name.
#pragma once

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace gui {

class GroupsPick final : public QWidget
{
    Q_OBJECT
public:
    explicit GroupsPick(QWidget *parent = nullptr);
    void setGroups(const QStringList &all, const QStringList &chosen);
    QStringList chosen() const; // a new name that stands in the field counts

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const QString &group, bool chosen);
    void addTyped();

    QListWidget *m_list;
    QLineEdit *m_newEdit;
};

} // namespace gui
