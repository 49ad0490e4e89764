// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/leftoutdialog.h"
#include "gui/widgets/tablelook.h"

#include "engine/sendwording.h"
#include "gui/widgets/theme.h"
#include "ui_leftoutdialog.h"

namespace gui {

LeftOutDialog::LeftOutDialog(const engine::PlanSummary &summary, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::LeftOutDialog>())
{
    m_ui->setupUi(this);
    tablelook::dress(m_ui->table);
    m_ui->table->setRowCount(static_cast<int>(summary.skipped.size()));
    for (int i = 0; i < m_ui->table->rowCount(); ++i) {
        const domain::Skipped &skipped = summary.skipped.at(i);
        const QString cells[] = {skipped.row > 0 ? QString::number(skipped.row) : QString(), skipped.input,
                                 engine::wording::whyLeftOut(skipped)};
        for (int column = 0; column < 3; ++column)
            m_ui->table->setItem(i, column, new QTableWidgetItem(cells[column]));
    }
    m_ui->table->resizeColumnsToContents();
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    theme::sizeByText(this, 80, 24);
}

LeftOutDialog::~LeftOutDialog() = default;

} // namespace gui
