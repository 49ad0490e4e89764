// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/sendersedit.h"

#include "engine/wording.h"
#include "gateway/request.h"
#include "gui/widgets/ink.h"
#include "gui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace gui {
using namespace Qt::StringLiterals;

SendersEdit::SendersEdit(QWidget *parent)
    : Translated(parent)
    , m_edit(new QLineEdit(this))
    , m_addButton(new QPushButton(this))
    , m_list(new QListWidget(this))
    , m_removeButton(new QPushButton(this))
    , m_note(new QLabel(this))
{
    m_edit->setObjectName(u"senderEdit"_s);
    m_addButton->setObjectName(u"addSenderButton"_s);
    m_list->setObjectName(u"senderList"_s);
    m_removeButton->setObjectName(u"removeSenderButton"_s);
    m_note->setObjectName(u"senderNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_addButton->setAutoDefault(false);
    auto *top = new QHBoxLayout;
    top->addWidget(m_edit, 1);
    top->addWidget(m_addButton);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_list, 1);
    bottom->addWidget(m_removeButton, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_note);
    layout->addLayout(bottom);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &SendersEdit::judge);
    connect(m_edit, &QLineEdit::returnPressed, this, &SendersEdit::commit);
    connect(m_addButton, &QPushButton::clicked, this, &SendersEdit::commit);
    connect(m_removeButton, &QPushButton::clicked, this, [this] { delete m_list->currentItem(); });
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { m_removeButton->setEnabled(row >= 0); });
    retranslate();
}

QStringList SendersEdit::senders() const
{
    QStringList all;
    for (int row = 0; row < m_list->count(); ++row)
        all.append(m_list->item(row)->text());
    return all;
}

void SendersEdit::setSenders(const QStringList &senders)
{
    m_edit->clear();
    m_list->clear();
    m_list->addItems(senders);
    m_removeButton->setEnabled(false);
    judge();
}

bool SendersEdit::commit()
{
    const QString sender = m_edit->text().trimmed();
    if (sender.isEmpty())
        return true;
    if (!gateway::checkedSender(sender)) {
        m_edit->setFocus();
        return false;
    }
    if (!senders().contains(sender))
        m_list->addItem(sender);
    m_edit->clear();
    return true;
}

void SendersEdit::judge()
{
    const QString sender = m_edit->text().trimmed();
    const auto checked = sender.isEmpty() ? base::Result<void>() : gateway::checkedSender(sender);
    setInk(m_note, checked ? theme::muted : theme::failed);
    m_addButton->setEnabled(!sender.isEmpty() && checked);
    if (!checked)
        m_note->setText(engine::wording::sentence(checked.error()));
    else if (!sender.isEmpty() && !gateway::isNumberSender(sender))
        m_note->setText(tr("Nobody can reply to “%1”, because it is a text and not a number.").arg(sender));
    else
        m_note->setText(tr("A number from Front, or a text of at most 11 characters. Recipients cannot reply "
                           "to a text sender."));
}

void SendersEdit::retranslate()
{
    m_edit->setAccessibleName(tr("New sender"));
    m_edit->setPlaceholderText(tr("New sender"));
    m_list->setAccessibleName(tr("Senders"));
    m_addButton->setText(tr("Add", "a sender"));
    m_removeButton->setText(tr("Remove", "a sender"));
    m_list->setFixedHeight(fontMetrics().height() * 4 + 12);
    m_removeButton->setEnabled(m_list->currentRow() >= 0);
    judge();
}

} // namespace gui
