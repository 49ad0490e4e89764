// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of a campaign's messages as chips, each with how many it has; one of them is chosen, or all.
#pragma once

#include "domain/progress.h"

#include <QWidget>

#include <optional>

class QButtonGroup;

namespace gui {

class GroupChips final : public QWidget
{
    Q_OBJECT
public:
    explicit GroupChips(QWidget *parent = nullptr);
    // all: of the campaign, also where none has begun and `progress` is empty.
    void setProgress(const domain::Progress &progress, qint64 all);
    void choose(std::optional<domain::StateGroup> group); // nullopt: all
    std::optional<domain::StateGroup> chosen() const;

Q_SIGNALS:
    void clicked();

private:
    QButtonGroup *m_chips;
};

} // namespace gui
