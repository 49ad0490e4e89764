// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/settingspage.h"

#include "gui/pages/accountsection.h"
#include "gui/pages/backupsection.h"
#include "gui/pages/languagesection.h"
#include "gui/pages/privacysection.h"
#include "gui/pages/receptionsection.h"
#include "gui/pages/repliessection.h"
#include "gui/pages/sendingsection.h"
#include "gui/widgets/theme.h"
#include "ui_settingspage.h"

#include <QLineEdit>
#include <QMetaProperty>
#include <QScrollArea>

namespace gui {

namespace {

// Of everything that a person can change, tables aside.
QVariantList valuesIn(const QWidget *section)
{
    QVariantList values;
    for (const QWidget *field : section->findChildren<QWidget *>()) {
        const auto *line = qobject_cast<const QLineEdit *>(field);
        const QMetaProperty value = field->metaObject()->userProperty();
        if (value.isValid() && !(line && line->isReadOnly()))
            values.append(value.read(field));
    }
    return values;
}

} // namespace

SettingsPage::SettingsPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(this)
{
    m_ui->sectionList->ensurePolished(); // or its rows are laid out before they have their style
    m_ui->sectionList->setFrameShape(QFrame::NoFrame);
    m_ui->sectionList->viewport()->setAutoFillBackground(false);
    connect(m_ui->sectionList, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row < 0)
            return;
        m_ui->sectionStack->setCurrentIndex(row);
        bring(m_sections.at(row));
    });
    add(new AccountSection(context));
    add(new ReceptionSection(context));
    add(new RepliesSection(context));
    add(new SendingSection(context));
    add(new PrivacySection(context));
    add(new LanguageSection(context));
    add(new BackupSection(context));
    retranslate();
    m_ui->sectionList->setCurrentRow(0);
}

// Each scrolls by itself: large text must scroll, not be cut.
void SettingsPage::add(SettingsSection *section)
{
    auto *area = new QScrollArea(m_ui->sectionStack);
    area->setWidget(section);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    m_ui->sectionStack->addWidget(area);
    m_ui->sectionList->addItem(section->title());
    m_sections.append(section);
    connect(section, &SettingsSection::languageChosen, this, &SettingsPage::languageChosen);
    connect(section, &SettingsSection::accountsChanged, this, [this] {
        m_loaded.clear(); // what the others show may be another account's
        Q_EMIT accountsChanged();
    });
    connect(section, &SettingsSection::restoreWanted, this, &SettingsPage::restoreWanted);
}

QString SettingsPage::title() const
{
    return tr("Settings", "page");
}

void SettingsPage::activated()
{
    if (const int row = m_ui->sectionList->currentRow(); row >= 0)
        bring(m_sections.at(row));
}

// What is being written in it survives a look at another page.
void SettingsPage::bring(SettingsSection *section)
{
    const auto loaded = m_loaded.constFind(section);
    if (loaded != m_loaded.constEnd() && *loaded != valuesIn(section))
        return;
    section->load();
    m_loaded.insert(section, valuesIn(section));
}

void SettingsPage::open(int section)
{
    m_ui->sectionList->setCurrentRow(section);
}

void SettingsPage::fitList()
{
    const QFontMetrics metrics(m_ui->sectionList->font());
    int width = 0;
    for (int row = 0; row < m_sections.size(); ++row) {
        width = std::max(width, metrics.horizontalAdvance(m_ui->sectionList->item(row)->text()));
    }
    m_ui->sectionList->setFixedWidth(width + 32);
}

void SettingsPage::fit(bool narrow)
{
    fitForms(m_ui->sectionStack, narrow);
}

void SettingsPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    for (int row = 0; row < m_sections.size(); ++row)
        m_ui->sectionList->item(row)->setText(m_sections.at(row)->title());
    fitList();
}

} // namespace gui
