// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/leftoutdialog.h"

#include "engine/wording.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace gui {

LeftOutDialog::LeftOutDialog(const engine::PlanSummary &summary, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Left out"));
    auto *table = new QTableWidget(static_cast<int>(summary.skipped.size()), 3, this);
    table->setAccessibleName(tr("Left out"));
    table->setHorizontalHeaderLabels({tr("Row"), tr("As typed"), tr("Why")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (int i = 0; i < table->rowCount(); ++i) {
        const domain::Skipped &skipped = summary.skipped.at(i);
        const QString reason = engine::wording::skipReason(skipped.reason);
        table->setItem(i, 0,
                       new QTableWidgetItem(skipped.row > 0 ? QString::number(skipped.row) : QString()));
        table->setItem(i, 1, new QTableWidgetItem(skipped.input));
        table->setItem(
            i, 2,
            new QTableWidgetItem(skipped.detail.isEmpty()
                                     ? reason
                                     : tr("%1 (%2)", "reason, detail").arg(reason, skipped.detail)));
    }
    table->resizeColumnsToContents();
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(buttons);
    resize(640, 400);
}

} // namespace gui
