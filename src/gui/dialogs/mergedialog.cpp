// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/mergedialog.h"

#include "gui/widgets/tablehabits.h"
#include "gui/widgets/tablelook.h"
#include "gui/widgets/theme.h"
#include "phone/phonenumber.h"
#include "ui_mergedialog.h"

#include <QComboBox>
#include <QHeaderView>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

enum Column { Person, Number, Groups };
constexpr int placeRole = Qt::UserRole; // of the person: the rows are sorted

} // namespace

MergeDialog::MergeDialog(Context &context, QList<QList<domain::Contact>> people, bool ticked, QWidget *parent)
    : QDialog(parent)
    , m_people(std::move(people))
    , m_ui(this)
{
    tablelook::dress(m_ui->table);
    fill(ticked);
    new TableHabits(m_ui->table, context,
                    {.name = u"duplicates"_s, .wide = Groups, .characters = {28, 30, 20}});
    connect(m_ui->table, &QTableWidget::itemChanged, this, &MergeDialog::showChoice);
    connect(m_ui->mergeButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    theme::sizeByText(this, 92, 24);
    showChoice();
}

void MergeDialog::fill(bool ticked)
{
    m_ui->table->setRowCount(static_cast<int>(m_people.size()));
    int row = 0;
    for (const QList<domain::Contact> &person : m_people) {
        auto *name = new QTableWidgetItem(person.constFirst().name);
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        name->setData(placeRole, row);
        name->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
        auto *numbers = new QComboBox(m_ui->table);
        numbers->setAccessibleName(tr("Number to keep"));
        QStringList groups;
        for (const domain::Contact &contact : person) {
            const QString number = phone::forDisplay(contact.number);
            numbers->addItem(contact.optedOut ? tr("%1 (opted out)").arg(number) : number);
            for (const QString &group : contact.groups) {
                if (!groups.contains(group))
                    groups.append(group);
            }
        }
        // Beneath the choice: what the column is sorted by, and what is copied.
        auto *kept = new QTableWidgetItem(numbers->currentText());
        connect(numbers, &QComboBox::currentTextChanged, this,
                [kept](const QString &number) { kept->setText(number); });
        m_ui->table->setItem(row, Person, name);
        m_ui->table->setItem(row, Number, kept);
        m_ui->table->setCellWidget(row, Number, numbers);
        m_ui->table->setItem(row, Groups, new QTableWidgetItem(groups.join(u", "_s)));
        m_ui->table->setRowHeight(row, qMax(m_ui->table->rowHeight(row), numbers->sizeHint().height()));
        ++row;
    }
    m_ui->table->verticalHeader()->setDefaultSectionSize(m_ui->table->rowHeight(0));
}

QList<engine::ContactMerge> MergeDialog::merges() const
{
    QList<engine::ContactMerge> merges;
    for (int row = 0; row < m_ui->table->rowCount(); ++row) {
        const QTableWidgetItem *person = m_ui->table->item(row, Person);
        if (person->checkState() != Qt::Checked)
            continue;
        const auto *numbers = qobject_cast<QComboBox *>(m_ui->table->cellWidget(row, Number));
        engine::ContactMerge merge;
        merge.gone = m_people.at(person->data(placeRole).toInt());
        merge.kept = merge.gone.takeAt(numbers->currentIndex());
        merges.append(merge);
    }
    return merges;
}

void MergeDialog::showChoice()
{
    m_ui->mergeButton->setEnabled(!merges().isEmpty());
}

} // namespace gui
