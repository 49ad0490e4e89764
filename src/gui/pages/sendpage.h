// SPDX-License-Identifier: GPL-3.0-or-later
// Where a message is written: to how many, exactly what, and what it costs, all the time.
#pragma once

#include "domain/contact.h"
#include "engine/drafts.h"
#include "gui/pages/page.h"
#include "gui/widgets/form.h"
#include "storage/textrepository.h"

#include <functional>

class QPushButton;
namespace Ui {
class SendPage;
}

namespace gui {

class DraftExaminer;
class DraftForm;
class ExaminationView;
class SendActions;
class TemplateForm;

class SendPage final : public Page
{
    Q_OBJECT
public:
    SendPage(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void activated() override;
    void retranslate() override;
    void useCampaign(qint64 campaign);              // again: asks to whom
    void use(qint64 campaign, engine::Again again); // as a draft
    void useText(const storage::SavedText &text);   // in place of an empty message, else at the cursor
    void addList(const QString &file);              // a dropped or chosen list
    void openLink(const QString &smsLink);          // sms:+4799999999?body=…
    void sendToGroup(const QString &group);
    void sendTo(const QList<domain::Contact> &contacts); // one chip each, many as one
    // The campaign's message again, to this number if there is one, with the cursor where `field` is entered.
    void correct(qint64 campaign, const QString &number, const QString &field);
    void clearDraft(qint64 campaign); // it became this one
    void keepDraft();                 // at once: the window closes

Q_SIGNALS:
    // Planned and approved: the main window counts down and starts it.
    void approved(qint64 campaign, qint64 recipients, bool scheduled);

protected:
    void fit(bool narrow) override;

private:
    void dress();
    void connectInputs();
    void connectButtons();
    void connectActions();
    void connectExamination();
    void offerUndo(const Sentence &done, const std::function<void()> &undo);
    void loadAccount();
    void textChanged();
    void examined();
    void askHowToRead(); // the list
    void showRecipients(bool leftOut);
    void begin(const engine::Reused &reused);
    void focusOn(const QString &field);
    void showAll();
    void showWhen();
    bool makeRoom(); // false: leave all as it is

    Form<Ui::SendPage> m_ui;
    SendActions *m_actions;
    DraftForm *m_form;
    TemplateForm *m_templateForm;
    DraftExaminer *m_examiner;
    ExaminationView *m_view;
    QPushButton *m_undoButton;
    std::function<void()> m_undo; // what has just been done, until something else changes
    QString m_askedAbout;         // the list that a person has been asked about by itself
};

} // namespace gui
