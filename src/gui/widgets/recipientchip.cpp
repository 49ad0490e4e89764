// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/recipientchip.h"

#include "phone/phonenumber.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype gatheredFrom = 10; // numbers

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::RecipientsEdit)
};

bool isNumber(const QString &typed)
{
    return phone::parse(typed).error == phone::NumberError::None;
}

// A space stands within a number and between two: they are two where several of the parts are numbers by
// themselves and the whole is none.
QStringList apart(const QString &cell)
{
    const QStringList parts = cell.simplified().split(u' ');
    if (parts.size() < 2 || isNumber(cell) || std::count_if(parts.cbegin(), parts.cend(), isNumber) < 2)
        return {cell};
    return parts;
}

bool wasTyped(const RecipientChip &chip)
{
    return chip.kind == RecipientChip::Numbers && chip.name.isEmpty() && !chip.faulty;
}

} // namespace

RecipientChip numbersChip(const QString &typed)
{
    RecipientChip chip;
    for (const QString &line : typed.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = phone::splitCell(line);
        for (const QString &cell : cells.isEmpty() ? QStringList{line.trimmed()} : cells)
            chip.numbers += apart(cell);
    }
    chip.numbers.removeAll(QString());
    judge(chip);
    return chip;
}

void judge(RecipientChip &chip)
{
    chip.faulty =
        !chip.numbers.isEmpty() && std::none_of(chip.numbers.cbegin(), chip.numbers.cend(), isNumber);
}

QString listName(const QString &path)
{
    const QFileInfo file(path);
    const bool pasted = path.startsWith(QDir::tempPath()) && file.suffix() == "tsv"_L1;
    return pasted ? file.completeBaseName() : file.fileName();
}

QString label(const RecipientChip &chip)
{
    if (chip.kind == RecipientChip::File)
        return listName(chip.name);
    if (chip.kind == RecipientChip::GatewayGroup)
        return Words::tr("%1 (at the gateway)").arg(chip.name);
    const auto many = static_cast<int>(chip.numbers.size());
    if (many > 1 && !chip.name.isEmpty())
        return Words::tr("%1 (%2)", "name of several numbers, how many").arg(chip.name).arg(many);
    if (!chip.name.isEmpty() || many == 0)
        return chip.name;
    if (many > 1)
        return Words::tr("%n numbers", nullptr, many);
    const phone::PhoneNumber number = phone::parse(chip.numbers.constFirst());
    return number.error == phone::NumberError::None ? phone::forDisplay(number.e164)
                                                    : chip.numbers.constFirst();
}

void gather(QList<RecipientChip> &chips)
{
    RecipientChip all;
    for (const RecipientChip &chip : std::as_const(chips)) {
        if (wasTyped(chip))
            all.numbers += chip.numbers;
    }
    if (all.numbers.size() < gatheredFrom)
        return;
    const auto first = std::find_if(chips.cbegin(), chips.cend(), wasTyped);
    const qsizetype place = first - chips.cbegin();
    chips.removeIf(wasTyped);
    chips.insert(place, all);
}

} // namespace gui
