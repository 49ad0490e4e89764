// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/quarantinedialog.h"

#include "engine/inboxwording.h"
#include "engine/language.h"
#include "engine/wording.h"
#include "gui/widgets/theme.h"
#include "models/when.h"
#include "storage/inboxrepository.h"
#include "ui_quarantinedialog.h"

#include <QDateTime>

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
    , m_ui(this)
{
    theme::sizeByText(this, 90, 28);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        m_ui->text->setPlainText(item ? item->data(Qt::UserRole).toString() : QString());
    });
    const auto items = storage::InboxRepository(reader).quarantine(mostShown);
    if (!items) {
        m_ui->headLabel->setText(engine::wording::sentence(items.error()));
        return;
    }
    for (const domain::Quarantined &item : *items) {
        auto *row = new QListWidgetItem(tr("%1 from %2: %3", "time, address, reason")
                                            .arg(models::when(item.receivedMs), item.peer,
                                                 engine::wording::quarantineReason(item.reason)),
                                        m_ui->list);
        row->setData(Qt::UserRole, readable(item.raw));
    }
    m_ui->list->setCurrentRow(0);
}

} // namespace gui
