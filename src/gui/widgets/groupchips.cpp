// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/groupchips.h"

#include "engine/language.h"
#include "engine/wording.h"
#include "gui/widgets/figure.h"
#include "gui/widgets/flowlayout.h"

#include <QButtonGroup>
#include <QPushButton>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int spacing = 6;
constexpr int everything = domain::stateGroupCount; // the chip of no group

} // namespace

GroupChips::GroupChips(QWidget *parent)
    : QWidget(parent)
    , m_chips(new QButtonGroup(this))
{
    auto *row = new FlowLayout(this);
    row->setSpacing(spacing);
    QList<std::pair<int, QString>> chips{{everything, u"all"_s}};
    for (const domain::StateGroup group : domain::allStateGroups())
        chips.append({static_cast<int>(group), nameOf(group)});
    for (const auto &[id, name] : std::as_const(chips)) {
        auto *chip = new QPushButton(this);
        chip->setCheckable(true);
        chip->setObjectName(name + "Chip"_L1);
        chip->setProperty("chip", true);
        m_chips->addButton(chip, id);
        row->addWidget(chip);
    }
    choose(std::nullopt);
    connect(m_chips, &QButtonGroup::idClicked, this, [this](int) { Q_EMIT clicked(); });
}

void GroupChips::choose(std::optional<domain::StateGroup> group)
{
    m_chips->button(group ? static_cast<int>(*group) : everything)->setChecked(true);
}

std::optional<domain::StateGroup> GroupChips::chosen() const
{
    const int id = m_chips->checkedId();
    return id == everything ? std::nullopt : std::optional(static_cast<domain::StateGroup>(id));
}

void GroupChips::setProgress(const domain::Progress &progress, qint64 all)
{
    const QLocale locale = engine::language::locale();
    const QList<domain::StateGroup> shown =
        progress.total() > 0 ? shownFigures(progress) : QList<domain::StateGroup>();
    m_chips->button(everything)->setText(tr("All %1", "recipients").arg(locale.toString(all)));
    for (const domain::StateGroup group : domain::allStateGroups()) {
        QAbstractButton *chip = m_chips->button(static_cast<int>(group));
        chip->setText(tr("%1 %2", "a group of recipients, how many")
                          .arg(engine::wording::group(group), locale.toString(progress.of(group))));
        chip->setVisible(shown.contains(group) || chip->isChecked());
    }
}

} // namespace gui
