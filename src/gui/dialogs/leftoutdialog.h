// SPDX-License-Identifier: GPL-3.0-or-later
// Who is left out of a message and why, row by row.
#pragma once

#include "engine/draft.h"

#include <QDialog>

#include <memory>

namespace Ui {
class LeftOutDialog;
}

namespace gui {

class LeftOutDialog final : public QDialog
{
    Q_OBJECT
public:
    LeftOutDialog(const engine::PlanSummary &summary, QWidget *parent = nullptr);
    ~LeftOutDialog() override;

private:
    std::unique_ptr<Ui::LeftOutDialog> m_ui;
};

} // namespace gui
