// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/quarantinedialog.h"

#include "engine/language.h"
#include "engine/wording.h"
#include "storage/inboxrepository.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int mostShown = 500;

// As text where it is text; other bytes as \xNN.
QString readable(const QByteArray &raw)
{
    QString text;
    for (const char byte : raw) {
        const auto value = static_cast<unsigned char>(byte);
        if (byte == '\n' || (value >= 0x20 && value < 0x7f))
            text.append(QLatin1Char(byte));
        else if (byte != '\r')
            text.append(QStringLiteral("\\x%1").arg(value, 2, 16, QLatin1Char('0')));
    }
    return text;
}

} // namespace

QuarantineDialog::QuarantineDialog(storage::Database &reader, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("What could not be read"));
    resize(720, 480);
    auto *layout = new QVBoxLayout(this);
    auto *head =
        new QLabel(tr("An address that is let in sent this, and it is neither a message nor a status "
                      "that can be read. The gateway was told that it arrived, so that the others "
                      "behind it come through. Show it to the gateway's support if it matters."),
                   this);
    head->setWordWrap(true);
    auto *list = new QListWidget(this);
    list->setAccessibleName(tr("Unreadable requests"));
    auto *text = new QPlainTextEdit(this);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(tr("As it came"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    layout->addWidget(head);
    layout->addWidget(list, 1);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto items = storage::InboxRepository(reader).quarantine(mostShown);
    if (!items) {
        head->setText(engine::wording::sentence(items.error()));
        return;
    }
    for (const domain::Quarantined &item : *items) {
        auto *row = new QListWidgetItem(
            tr("%1 from %2: %3", "time, address, reason")
                .arg(engine::language::locale().toString(QDateTime::fromMSecsSinceEpoch(item.receivedMs),
                                                         QLocale::ShortFormat),
                     item.peer, engine::wording::quarantineReason(item.reason)),
            list);
        row->setData(Qt::UserRole, readable(item.raw));
    }
    connect(list, &QListWidget::currentItemChanged, text, [text](const QListWidgetItem *item) {
        text->setPlainText(item ? item->data(Qt::UserRole).toString() : QString());
    });
    list->setCurrentRow(0);
}

} // namespace gui
