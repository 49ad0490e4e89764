// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets a message that is being written, each with the final text, its length and price; and who is left
// out and why. One can be taken out or put back, a wrong number retyped.
#pragma once

#include "engine/draft.h"
#include "gui/context.h"
#include "gui/widgets/form.h"
#include "gui/widgets/translated.h"

#include <QDialog>

class QTableView;
namespace Ui {
class RecipientsDialog;
}
namespace models {
class RecipientModel;
class SkippedModel;
} // namespace models

namespace gui {

class RecipientsDialog final : public Translated<QDialog>
{
    Q_OBJECT
public:
    RecipientsDialog(Context &context, QWidget *parent);

    // The draft as it is planned; again after each change that was made through this dialog.
    void look(const engine::Draft &draft);
    void showLeftOut(); // instead of those who get it

Q_SIGNALS:
    void removed(const QStringList &numbers);  // E.164
    void restored(const QStringList &numbers); // which had been removed
    void retyped(const domain::Skipped &skipped, const QString &number);
    void previewWanted(qint64 place); // among all recipients, from 0

private:
    void connectTables();
    void setPlan(const engine::PlanSummary &plan);
    void settle(); // the buttons
    void remove();
    void restore();
    void exportLeftOut();
    void retranslate() override;

    Context &m_context;
    Form<Ui::RecipientsDialog> m_ui;
    models::RecipientModel *m_included;
    models::SkippedModel *m_leftOut;
    qint64 m_recipients = 0;
    qint64 m_skipped = 0;
    int m_question = 0; // the latest one's answer counts
};

} // namespace gui
