// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/monthpage.h"

#include "engine/wording.h"
#include "gui/monthsheet.h"
#include "gui/savefile.h"
#include "gui/widgets/tablehabits.h"
#include "gui/widgets/tablelook.h"
#include "gui/widgets/theme.h"
#include "models/monthmodel.h"
#include "ui_monthpage.h"

namespace gui {
using namespace Qt::StringLiterals;
using models::MonthModel;

MonthPage::MonthPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(this)
    , m_model(new MonthModel(context.reader.file(), this))
{
    m_ui->table->setModel(m_model);
    tablelook::dress(m_ui->table);
    new TableHabits(
        m_ui->table, context,
        {.name = u"month"_s, .wide = MonthModel::Name, .characters = {28, 11, 9, 12, 11, 11, 11}});
    m_ui->byCombo->addItems({{}, {}});
    connect(m_ui->backButton, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(PageId::Campaigns); });
    connect(m_ui->earlierButton, &QPushButton::clicked, this, [this] { open(m_month.addMonths(-1)); });
    connect(m_ui->laterButton, &QPushButton::clicked, this, [this] { open(m_month.addMonths(1)); });
    connect(m_ui->byCombo, &QComboBox::activated, this, [this](int by) {
        m_model->setBy(by == 0 ? engine::ReportBy::Campaign : engine::ReportBy::Sender);
    });
    connect(m_ui->exportButton, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_ui->pdfButton, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_model, &MonthModel::loaded, this, [this] {
        m_problem.clear();
        showReport();
    });
    connect(m_model, &MonthModel::readFailed, this, [this](const base::Error &error) {
        m_problem = error;
        showReport();
    });
    m_month = QDate::currentDate();
    retranslate();
}

QString MonthPage::title() const
{
    return tr("Month's report");
}

void MonthPage::activated()
{
    open(m_month);
    m_ui->table->setFocus();
}

void MonthPage::open(QDate month)
{
    m_month = QDate(month.year(), month.month(), 1);
    m_model->ask(m_month);
    showReport();
}

void MonthPage::showReport()
{
    const bool here = m_model->report().month == m_month; // else it is being read
    const bool empty = here && m_model->rowCount() == 0;
    m_ui->titleLabel->setText(tr("Messages in %1", "a month").arg(monthName(m_month)));
    m_ui->titleLabel->setFont(theme::title(font()));
    m_ui->laterButton->setEnabled(m_month.addMonths(1) <= QDate::currentDate());
    m_ui->totalLabel->setText(here ? engine::wording::monthInWords(m_model->report()) : tr("Reading…"));
    m_ui->totalLabel->setFont(theme::total(font()));
    m_ui->table->setVisible(!empty);
    m_ui->emptyLabel->setVisible(empty);
    m_ui->emptyLabel->setText(tr("Nothing was sent in this month."));
    for (QPushButton *button : {m_ui->exportButton, m_ui->pdfButton})
        button->setEnabled(here && !empty);
    m_ui->strip->say(Strip::Error, m_problem);
}

void MonthPage::save(bool pdf)
{
    const QString name = m_month.toString(u"yyyy-MM"_s) + (pdf ? u".pdf"_s : u".xlsx"_s);
    const QString file = askForFile(this, tr("Save the month's report"), name,
                                    pdf ? tr("PDF (*.pdf)") : tr("Spreadsheets (*.xlsx *.csv)"));
    if (file.isEmpty())
        return;
    const auto saved =
        pdf ? writeMonth(m_model->report(), file) : engine::exportMonth(m_model->report(), file);
    m_problem = Sentence::of(saved);
    if (saved)
        Q_EMIT announced([file] { return tr("The report was saved to %1").arg(file); });
    showReport();
}

void MonthPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->byCombo->setItemText(0, tr("By campaign"));
    m_ui->byCombo->setItemText(1, tr("By sender"));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    showReport();
}

} // namespace gui
