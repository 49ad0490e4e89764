// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/listform.h"

#include "engine/filewording.h"
#include "gui/widgets/tablelook.h"
#include "ui_listform.h"

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int shownColumns = 50; // a list of thousands is looked over by its first

} // namespace

ListForm::ListForm(QWidget *parent)
    : Translated(parent)
    , m_ui(this)
{
    tablelook::dress(m_ui->sampleTable);
    for (const QString &name : listfiles::encodingNames())
        m_ui->encodingCombo->addItem(name, name);
    for (const QString &separator : {u";"_s, u","_s, u"\t"_s, u"|"_s})
        m_ui->separatorCombo->addItem(separator, separator);
    m_roles = {{engine::ColumnRole::Phone, m_ui->phoneCombo},
               {engine::ColumnRole::Name, m_ui->nameCombo},
               {engine::ColumnRole::Email, m_ui->emailCombo},
               {engine::ColumnRole::Groups, m_ui->groupsCombo}};
    for (QComboBox *combo : {m_ui->encodingCombo, m_ui->separatorCombo, m_ui->sheetCombo})
        connect(combo, &QComboBox::activated, this, &ListForm::readAnew);
    connect(m_ui->mergedCheck, &QCheckBox::toggled, this, &ListForm::readAnew);
    connect(m_ui->headerRowSpin, &QSpinBox::valueChanged, this, &ListForm::readAnew);
    for (QComboBox *combo : std::as_const(m_roles))
        connect(combo, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_filling)
                Q_EMIT columnsChanged();
        });
    retranslate();
}

void ListForm::setUse(engine::ListUse use)
{
    m_use = use;
}

// Only what a person has set stays; the rest is found anew, since it hangs together.
void ListForm::readAnew()
{
    if (m_filling)
        return;
    const QObject *changed = sender();
    if (changed == m_ui->encodingCombo)
        m_reading.encoding = m_ui->encodingCombo->currentData().toString();
    if (changed == m_ui->separatorCombo) {
        m_reading.separator = m_ui->separatorCombo->currentData().toString().front();
        m_reading.headerRow.reset();
    }
    if (changed == m_ui->sheetCombo) {
        m_reading.sheet = m_ui->sheetCombo->currentText();
        m_reading.headerRow.reset();
    }
    if (changed == m_ui->headerRowSpin)
        m_reading.headerRow = m_ui->headerRowSpin->value();
    if (changed == m_ui->mergedCheck)
        m_reading.repeatMerged = m_ui->mergedCheck->isChecked();
    Q_EMIT readingChanged();
}

void ListForm::showPreview(const engine::ContactPreview &preview)
{
    m_filling = true;
    m_preview = preview;
    m_reading = preview.choices;
    m_reading.columns.clear();
    const listfiles::FileFormat &format = preview.format;
    m_ui->formLayout->setRowVisible(m_ui->encodingCombo, !format.encoding.isEmpty());
    m_ui->formLayout->setRowVisible(m_ui->separatorCombo, format.kind == listfiles::FileKind::Csv);
    m_ui->formLayout->setRowVisible(m_ui->headerRowSpin, format.kind != listfiles::FileKind::Vcard);
    m_ui->formLayout->setRowVisible(m_ui->sheetCombo, format.sheets.size() > 1);
    m_ui->formLayout->setRowVisible(m_ui->mergedCheck, !format.sheets.isEmpty());
    m_ui->encodingCombo->setCurrentIndex(m_ui->encodingCombo->findData(format.encoding));
    if (m_ui->separatorCombo->findData(QString(format.separator)) < 0 && !format.separator.isNull())
        m_ui->separatorCombo->addItem(QString(format.separator), QString(format.separator));
    m_ui->separatorCombo->setCurrentIndex(m_ui->separatorCombo->findData(QString(format.separator)));
    m_ui->headerRowSpin->setValue(format.headerRow);
    m_ui->mergedCheck->setChecked(m_reading.repeatMerged);
    m_ui->sheetCombo->clear();
    m_ui->sheetCombo->addItems(format.sheets);
    m_ui->sheetCombo->setCurrentText(format.sheet);
    const QList<engine::ColumnRole> asked = engine::columnRoles(m_use);
    for (auto role = m_roles.cbegin(); role != m_roles.cend(); ++role) {
        m_ui->formLayout->setRowVisible(role.value(), asked.contains(role.key()));
        role.value()->clear();
        role.value()->addItem(tr("(none)"), QString());
        for (const QString &column : std::as_const(m_preview.header))
            role.value()->addItem(column, column);
        const QString found = m_preview.columns.value(role.key());
        if (!found.isEmpty() && !m_preview.header.contains(found)) // two columns together
            role.value()->addItem(found, found);
        const bool suggests = role.key() == engine::ColumnRole::Groups && found.isEmpty();
        const QString shown = suggests ? m_preview.suggestedGroups : found;
        role.value()->setCurrentIndex(qMax(0, role.value()->findData(shown)));
    }
    m_ui->sampleTable->clear();
    m_ui->sampleTable->setColumnCount(
        static_cast<int>(qMin<qsizetype>(m_preview.header.size(), shownColumns)));
    m_ui->sampleTable->setHorizontalHeaderLabels(m_preview.header.mid(0, shownColumns));
    m_ui->sampleTable->setRowCount(static_cast<int>(m_preview.rows.size()));
    for (int row = 0; row < m_ui->sampleTable->rowCount(); ++row) {
        for (int column = 0; column < m_ui->sampleTable->columnCount(); ++column)
            m_ui->sampleTable->setItem(
                row, column, new QTableWidgetItem(m_preview.rows.at(row).value(column).simplified()));
    }
    m_ui->sampleTable->resizeColumnsToContents();
    showNotes();
    m_filling = false;
    Q_EMIT columnsChanged();
}

void ListForm::showNotes()
{
    QStringList lines;
    if (m_preview.asksForPhone)
        lines.append(tr("No column header says that the column holds telephone numbers. Choose the column "
                        "under Number."));
    // Which columns are read stands in the fields above.
    engine::ListFound rest = m_preview.found;
    rest.phones.clear();
    rest.name.clear();
    rest.sheets.clear();
    lines += engine::wording::howRead(rest);
    for (const listfiles::Finding note : std::as_const(m_preview.format.notes)) {
        if (const QString sentence = engine::wording::listNote(note); !sentence.isEmpty())
            lines.append(sentence);
    }
    m_ui->notesLabel->setText(lines.join(u'\n'));
    m_ui->notesLabel->setVisible(!lines.isEmpty());
}

engine::ListChoices ListForm::choices() const
{
    engine::ListChoices choices = m_reading;
    for (auto role = m_roles.cbegin(); role != m_roles.cend(); ++role) {
        // What was found and left alone is found again: it may join two columns.
        const QString chosen = role.value()->currentData().toString();
        if (chosen != m_preview.columns.value(role.key()))
            choices.columns.insert(role.key(), chosen.isEmpty() ? QStringList() : QStringList{chosen});
    }
    return choices;
}

bool ListForm::hasPhone() const
{
    return !m_ui->phoneCombo->currentData().toString().isEmpty();
}

void ListForm::focusPhone()
{
    m_ui->phoneCombo->setFocus();
}

void ListForm::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->separatorCombo->setItemText(0, tr("semicolon"));
    m_ui->separatorCombo->setItemText(1, tr("comma"));
    m_ui->separatorCombo->setItemText(2, tr("tab"));
    m_ui->separatorCombo->setItemText(3, tr("vertical bar"));
    for (QComboBox *combo : std::as_const(m_roles)) {
        if (combo->count() > 0)
            combo->setItemText(0, tr("(none)"));
    }
    showNotes();
}

} // namespace gui
