// SPDX-License-Identifier: GPL-3.0-or-later
// The import wizard's pages.
#include "gui/dialogs/importwizard.h"
#include "gui/widgets/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

const QStringList roleNames{u"phone"_s, u"name"_s, u"email"_s, u"groups"_s};

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

void ImportWizard::build()
{
    m_title = plainLabel(this);
    m_problem = plainLabel(this);
    m_problem->setObjectName(u"importProblem"_s);
    m_steps = new QStackedWidget(this);

    auto *filePage = new QWidget;
    m_fileLabel = plainLabel(filePage);
    m_fileButton = new QPushButton(filePage);
    auto *fileLayout = new QVBoxLayout(filePage);
    fileLayout->addWidget(m_fileLabel);
    fileLayout->addWidget(m_fileButton, 0, Qt::AlignLeft);
    fileLayout->addStretch();
    m_steps->addWidget(filePage);

    auto *columnsPage = new QWidget;
    m_encoding = new QComboBox(columnsPage);
    m_encoding->setObjectName(u"encodingCombo"_s);
    for (const QString &name : {u"UTF-8"_s, u"Windows-1252"_s, u"UTF-16LE"_s, u"UTF-16BE"_s})
        m_encoding->addItem(name, name);
    m_separator = new QComboBox(columnsPage);
    m_separator->setObjectName(u"separatorCombo"_s);
    for (const QString &separator : {u";"_s, u","_s, u"\t"_s})
        m_separator->addItem(separator, separator);
    m_sheet = new QComboBox(columnsPage);
    m_form = new QFormLayout;
    m_form->addRow(new QLabel, m_encoding);
    m_form->addRow(new QLabel, m_separator);
    m_form->addRow(new QLabel, m_sheet);
    for (const QString &role : roleNames) {
        m_roles.insert(role, new QComboBox(columnsPage));
        m_roles.value(role)->setObjectName(role + "Combo"_L1);
        m_form->addRow(new QLabel, m_roles.value(role));
    }
    m_group = new QLineEdit(columnsPage);
    m_group->setObjectName(u"groupEdit"_s);
    m_form->addRow(new QLabel, m_group);
    m_notes = plainLabel(columnsPage);
    m_sample = new QTableWidget(columnsPage);
    m_sample->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_sample->setTabKeyNavigation(false);
    m_sample->verticalHeader()->hide();
    auto *columnsLayout = new QVBoxLayout(columnsPage);
    columnsLayout->addLayout(m_form);
    columnsLayout->addWidget(m_notes);
    columnsLayout->addWidget(m_sample, 1);
    m_steps->addWidget(columnsPage);

    auto *problemsPage = new QWidget;
    m_summaryLabel = plainLabel(problemsPage);
    m_summaryLabel->setObjectName(u"summaryLabel"_s);
    m_problems = new QTableWidget(0, 3, problemsPage);
    m_problems->setObjectName(u"problemTable"_s);
    m_problems->verticalHeader()->hide();
    m_problems->horizontalHeader()->setStretchLastSection(true);
    m_problems->setTabKeyNavigation(false);
    m_againButton = new QPushButton(problemsPage);
    m_againButton->setObjectName(u"againButton"_s);
    auto *problemsLayout = new QVBoxLayout(problemsPage);
    problemsLayout->addWidget(m_summaryLabel);
    problemsLayout->addWidget(m_problems, 1);
    problemsLayout->addWidget(m_againButton, 0, Qt::AlignLeft);
    m_steps->addWidget(problemsPage);

    auto *donePage = new QWidget;
    m_doneLabel = plainLabel(donePage);
    m_doneLabel->setObjectName(u"doneLabel"_s);
    m_undoButton = new QPushButton(donePage);
    m_undoButton->setObjectName(u"undoImportButton"_s);
    auto *doneLayout = new QVBoxLayout(donePage);
    doneLayout->addWidget(m_doneLabel);
    doneLayout->addWidget(m_undoButton, 0, Qt::AlignLeft);
    doneLayout->addStretch();
    m_steps->addWidget(donePage);

    m_bar = new QProgressBar(this);
    m_bar->hide();
    m_backButton = new QPushButton(this);
    m_nextButton = new QPushButton(this);
    m_nextButton->setObjectName(u"nextButton"_s);
    m_nextButton->setDefault(true);
    m_cancelButton = new QPushButton(this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_bar, 1);
    buttons->addStretch();
    buttons->addWidget(m_cancelButton);
    buttons->addWidget(m_backButton);
    buttons->addWidget(m_nextButton);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_problem);
    layout->addWidget(m_steps, 1);
    layout->addLayout(buttons);
    resize(760, 560);
}

} // namespace gui
