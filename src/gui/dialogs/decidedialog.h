// SPDX-License-Identifier: GPL-3.0-or-later
// Each message that may or may not have been sent, or that the gateway took for a duplicate, and the two ways
// to settle it, with what each means.
#pragma once

#include "campaign/transitions.h"
#include "domain/campaign.h"
#include "gui/context.h"
#include "gui/widgets/form.h"

#include <QDialog>

namespace Ui {
class DecideDialog;
}
namespace models {
class MessageModel;
}

namespace gui {

class DecideDialog final : public QDialog
{
    Q_OBJECT
public:
    // state: Uncertain, or Duplicate.
    DecideDialog(Context &context, const domain::Campaign &campaign, domain::MessageState state,
                 QWidget *parent = nullptr);

    campaign::Decision decision() const { return m_decision; }
    QStringList numbers() const; // the chosen ones in E.164; empty: all that are in that state

private:
    void nameDuplicates();
    void showChoice();
    void decide(campaign::Decision decision);

    Form<Ui::DecideDialog> m_ui;
    models::MessageModel *m_model;
    const bool m_duplicates; // else the uncertain ones
    const qint64 m_undecided;
    const QString m_group; // whose request is to be decided on; else messages are
    campaign::Decision m_decision = campaign::Decision::TreatAsSent;
};

} // namespace gui
