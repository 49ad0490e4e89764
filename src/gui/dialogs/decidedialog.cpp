// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/decidedialog.h"
#include "gui/widgets/tablehabits.h"
#include "gui/widgets/tablelook.h"
#include "models/messagemodel.h"
#include "ui_decidedialog.h"

#include <QPushButton>

namespace gui {
using namespace Qt::StringLiterals;

DecideDialog::DecideDialog(Context &context, const domain::Campaign &campaign, domain::MessageState state,
                           QWidget *parent)
    : QDialog(parent)
    , m_ui(this)
    , m_model(new models::MessageModel(context.reader, this))
    , m_duplicates(state == domain::MessageState::Duplicate)
    , m_undecided(campaign.counts[static_cast<size_t>(state)])
    , m_group(campaign.hasUncertainRequest() && !m_duplicates ? campaign.gatewayGroup : QString())
{
    storage::MessageFilter filter;
    filter.campaign = campaign.id;
    filter.states = {state};
    m_model->setFilter(filter);
    m_ui->table->setModel(m_model);
    tablelook::dress(m_ui->table);
    m_ui->table->setVisible(m_group.isEmpty());
    m_ui->table->setAccessibleName(tr("Uncertain messages"));
    new TableHabits(
        m_ui->table, context,
        {.name = u"decide"_s, .wide = models::MessageModel::Text, .characters = {17, 18, 34, 20, 16, 30}});
    for (const int column : {models::MessageModel::State, models::MessageModel::Reason})
        m_ui->table->hideColumn(column);
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DecideDialog::showChoice);
    connect(m_ui->sentButton, &QPushButton::clicked, this,
            [this] { decide(campaign::Decision::TreatAsSent); });
    connect(m_ui->againButton, &QPushButton::clicked, this,
            [this] { decide(campaign::Decision::SendAgain); });
    connect(m_ui->waitButton, &QPushButton::clicked, this, &QDialog::reject);
    m_ui->waitButton->setDefault(true); // Enter by mistake decides nothing
    if (m_duplicates)
        nameDuplicates();
    showChoice();
    resize(760, m_group.isEmpty() ? 520 : 300);
}

QStringList DecideDialog::numbers() const
{
    QStringList numbers;
    for (const QModelIndex &row : m_ui->table->selectionModel()->selectedRows())
        numbers.append(m_model->message(row.row()).number);
    return numbers;
}

void DecideDialog::nameDuplicates()
{
    setWindowTitle(tr("Decide on duplicates"));
    m_ui->introLabel->setText(
        tr("The gateway did not send these messages: it had just received the same text for the same number. "
           "If that one came from you, the recipient has it."));
    m_ui->table->setAccessibleName(tr("Duplicates"));
    m_ui->againButton->setText(tr("&Send again"));
    m_ui->againLabel->setText(tr("They are queued and sent when you press Resume. Anyone who already has the "
                                 "message gets it twice, and you pay twice."));
    m_ui->waitButton->setText(tr("&Not now"));
}

void DecideDialog::showChoice()
{
    if (!m_group.isEmpty()) {
        m_ui->choiceLabel->setText(tr("Your decision applies to the whole request to the group “%1”; only "
                                      "the gateway knows its members.")
                                       .arg(m_group));
        return;
    }
    const auto chosen = static_cast<int>(m_ui->table->selectionModel()->selectedRows().size());
    m_ui->choiceLabel->setText(chosen > 0
                                   ? tr("Your decision applies to the %n selected messages.", nullptr, chosen)
                                   : tr("Your decision applies to all %n messages. Select rows to decide on "
                                        "only some of them.",
                                        nullptr, static_cast<int>(m_undecided)));
}

void DecideDialog::decide(campaign::Decision decision)
{
    m_decision = decision;
    accept();
}

} // namespace gui
