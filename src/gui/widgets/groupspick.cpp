// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/groupspick.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace gui {
using namespace Qt::StringLiterals;

GroupsPick::GroupsPick(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_newEdit(new QLineEdit(this))
{
    constexpr int rows = 5;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    column->addWidget(m_newEdit);
    m_list->setObjectName(u"groupsList"_s);
    m_list->setAccessibleName(tr("Groups"));
    m_list->setMaximumHeight(rows * (fontMetrics().height() + 8));
    m_newEdit->setObjectName(u"newGroupEdit"_s);
    m_newEdit->setAccessibleName(tr("New group"));
    m_newEdit->setPlaceholderText(tr("New group"));
    m_newEdit->installEventFilter(this);
    setFocusProxy(m_list);
}

void GroupsPick::setGroups(const QStringList &all, const QStringList &chosen)
{
    m_list->clear();
    for (const QString &group : all)
        add(group, chosen.contains(group));
    for (const QString &group : chosen) {
        if (!all.contains(group))
            add(group, true);
    }
    m_list->setVisible(m_list->count() > 0);
}

void GroupsPick::add(const QString &group, bool chosen)
{
    auto *item = new QListWidgetItem(group, m_list);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
}

QStringList GroupsPick::chosen() const
{
    QStringList groups;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            groups.append(m_list->item(row)->text());
    }
    const QString typed = m_newEdit->text().simplified();
    if (!typed.isEmpty() && !groups.contains(typed))
        groups.append(typed);
    return groups;
}

void GroupsPick::addTyped()
{
    const QString typed = m_newEdit->text().simplified();
    const auto there = m_list->findItems(typed, Qt::MatchFixedString);
    if (there.isEmpty())
        add(typed, true);
    else
        there.constFirst()->setCheckState(Qt::Checked);
    m_newEdit->clear();
    m_list->show();
}

// Enter in the field adds the group; it does not save the contact.
bool GroupsPick::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_newEdit->text().simplified().isEmpty()) {
            addTyped();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gui
