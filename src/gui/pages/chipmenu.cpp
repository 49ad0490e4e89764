// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/chipmenu.h"

#include "gui/question.h"
#include "gui/widgets/recipientsedit.h"

#include <QInputDialog>

namespace gui {

ChipMenu::ChipMenu(RecipientsEdit &edit, int chip)
    : QMenu(&edit)
    , m_edit(edit)
    , m_chip(chip)
{
    setAttribute(Qt::WA_DeleteOnClose);
    switch (m_edit.chips().at(chip).kind) {
    case RecipientChip::Numbers:
        addNumbers();
        break;
    case RecipientChip::File:
        connect(addAction(tr("&Look inside…")), &QAction::triggered, this, &ChipMenu::lookWanted);
        connect(addAction(tr("&Columns…")), &QAction::triggered, this, &ChipMenu::columnsWanted);
        break;
    case RecipientChip::Group:
        connect(addAction(tr("&Look inside…")), &QAction::triggered, this, &ChipMenu::lookWanted);
        break;
    case RecipientChip::GatewayGroup:
        break;
    }
    connect(addAction(tr("&Remove")), &QAction::triggered, &edit, [&edit, chip] { edit.removeChip(chip); });
}

void ChipMenu::addNumbers()
{
    const bool several = m_edit.chips().at(m_chip).numbers.size() > 1;
    connect(addAction(several ? tr("&Look inside…") : tr("&Change…")), &QAction::triggered, this,
            &ChipMenu::editNumbers);
    if (several)
        connect(addAction(tr("Re&name…")), &QAction::triggered, this, &ChipMenu::rename);
}

void ChipMenu::editNumbers()
{
    RecipientChip chip = m_edit.chips().at(m_chip);
    bool good = false;
    const QString typed = QInputDialog::getMultiLineText(&m_edit, tr("Numbers"),
                                                         tr("One number a line. Change, add or remove some."),
                                                         chip.numbers.join(QLatin1Char('\n')), &good);
    if (good)
        m_edit.retypeChip(m_chip, typed);
}

void ChipMenu::rename()
{
    RecipientChip chip = m_edit.chips().at(m_chip);
    if (const auto name =
            askForLine(&m_edit, tr("Rename"), tr("Name for these numbers"), chip.name, tr("Rename")))
        m_edit.renameChip(m_chip, name->trimmed());
}

} // namespace gui
