// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/sendpage.h"

#include "engine/wording.h"
#include "gateway/template.h"
#include "gui/dialogs/listdialog.h"
#include "gui/dialogs/recipientsdialog.h"
#include "gui/pages/chipmenu.h"
#include "gui/pages/draftexaminer.h"
#include "gui/pages/draftform.h"
#include "gui/pages/examinationview.h"
#include "gui/pages/recipientsmenu.h"
#include "gui/pages/sendactions.h"
#include "gui/pages/sendcounter.h"
#include "gui/pages/whenform.h"
#include "gui/question.h"
#include "gui/widgets/templateform.h"
#include "gui/widgets/theme.h"
#include "smstext/repair.h"
#include "storage/campaignrepository.h"
#include "storage/contactrepository.h"
#include "ui_sendpage.h"

#include <QLineEdit>
#include <QShortcut>
#include <QUrlQuery>

namespace gui {
using namespace Qt::StringLiterals;

SendPage::SendPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(this)
    , m_actions(new SendActions(context, this))
    , m_examiner(new DraftExaminer(context, this))
{
    m_view = new ExaminationView(*m_ui, this);
    m_undoButton = m_ui->undoStrip->addButton(u"undoButton"_s);
    m_templateForm = new TemplateForm(m_ui->templateArea);
    m_form = new DraftForm(*m_ui, *m_templateForm, this);
    dress();
    m_ui->kindCombo->addItem(QString(), QString());
    for (const QString &type : gateway::templateTypes())
        m_ui->kindCombo->addItem(QString(), type);
    m_ui->addButton->setMenu(new RecipientsMenu(m_context, *m_ui->recipientsEdit));
    m_ui->fieldsButton->begin(*m_ui->messageEdit);
    m_ui->messageEdit->readWith(context.proofreader);
    m_ui->textsButton->begin(context, [this] {
        return storage::SavedText{
            {}, m_ui->messageEdit->toPlainText(), 0, m_templateForm->type(), m_templateForm->fields()};
    });
    connectInputs();
    connectButtons();
    connectActions();
    connectExamination();
    retranslate();
    loadAccount();
    m_ui->draftsButton->begin(context);
    if (const auto begun = m_ui->draftsButton->atStart())
        m_form->set(*begun);
    else
        textChanged();
}

void SendPage::dress()
{
    auto *area = new QVBoxLayout(m_ui->templateArea);
    area->setContentsMargins(0, 0, 0, 0);
    area->addWidget(m_templateForm);
    m_ui->templateArea->hide();
    m_ui->whenForm->hide();
    m_ui->whenButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_ui->whenButton->setArrowType(Qt::RightArrow);
    m_ui->whenButton->setAutoRaise(true);
    m_ui->messageEdit->setMinimumHeight(4 * fontMetrics().lineSpacing());
    m_ui->messageEdit->setMaximumHeight(16 * fontMetrics().lineSpacing()); // more than ten SMS
    m_ui->line->setForegroundRole(QPalette::Mid);
    theme::makeBadge(m_ui->demoBadge);
}

void SendPage::connectInputs()
{
    connect(m_form, &DraftForm::changed, this, [this] {
        m_ui->undoStrip->say(Strip::Notice, {});
        m_ui->draftsButton->keep(m_form->stored(), m_form->isEmpty());
        textChanged();
    });
    connect(m_ui->draftsButton, &DraftKeeper::chosen, m_form, &DraftForm::set);
    connect(m_ui->draftsButton, &DraftKeeper::newWanted, m_form, &DraftForm::clear);
    connect(m_ui->draftsButton, &DraftKeeper::deleted, this, [this](const engine::StoredDraft &draft) {
        offerUndo([] { return tr("The draft was deleted."); }, [this, draft] { m_form->set(draft); });
    });
    connect(m_ui->recipientsEdit, &RecipientsEdit::listReplaced, this, [this](const QString &gone) {
        offerUndo(
            [gone] {
                return tr("The list “%1” was replaced: a message takes one list.").arg(listName(gone));
            },
            [this] { m_ui->recipientsEdit->undo(); });
    });
    connect(m_undoButton, &QPushButton::clicked, this, [this] { m_undo(); });
    connect(m_ui->messageEdit, &MessageEdit::begunFieldLeft, this, &SendPage::textChanged);
    connect(m_ui->previews, &MessagePreviews::moreWanted, this, &SendPage::textChanged);
    connect(m_ui->kindCombo, &QComboBox::currentIndexChanged, this, [this](int) {
        const QString type = m_ui->kindCombo->currentData().toString();
        m_ui->templateArea->setVisible(!type.isEmpty());
        m_templateForm->setType(type);
        const auto account = m_context.settings.account({});
        m_templateForm->setFields({{u"sendername"_s, account ? account->templateSender : QString()}});
        textChanged();
    });
    connect(m_ui->textsButton, &TextsButton::chosen, this, &SendPage::useText);
}

void SendPage::connectButtons()
{
    connect(m_ui->whenButton, &QToolButton::toggled, this, [this](bool open) {
        m_ui->whenForm->setVisible(open);
        m_ui->whenButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        showWhen();
    });
    connect(m_ui->recipientsEdit, &RecipientsEdit::chipOpened, this, [this](int chip) {
        auto *menu = new ChipMenu(*m_ui->recipientsEdit, chip);
        connect(menu, &ChipMenu::lookWanted, this, [this] { showRecipients(false); });
        connect(menu, &ChipMenu::columnsWanted, this, &SendPage::askHowToRead);
        menu->popup(m_ui->recipientsEdit->beneath(chip));
    });
    connect(m_ui->listButton, &QPushButton::clicked, this, &SendPage::askHowToRead);
    connect(m_ui->whoButton, &QPushButton::clicked, this, [this] { showRecipients(false); });
    connect(m_ui->leftOutButton, &QPushButton::clicked, this, [this] { showRecipients(true); });
    connect(m_ui->testButton, &QPushButton::clicked, this,
            [this] { m_actions->sendTest(m_form->draft(), m_ui->previews->renderedText()); });
    connect(m_ui->sendButton, &QPushButton::clicked, this, [this] {
        m_ui->sendButton->setEnabled(false); // from the first press
        m_actions->review(m_form->draft(), m_examiner->latest().plan.totals);
    });
    auto *send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(send, &QShortcut::activated, this, [this] {
        m_view->sayHindrance();
        m_ui->sendButton->click();
    });
}

void SendPage::connectExamination()
{
    connect(m_examiner, &DraftExaminer::changed, this, &SendPage::showAll);
    connect(m_examiner, &DraftExaminer::examined, this, &SendPage::examined);
    connect(m_view, &ExaminationView::repairWanted, this, [this] {
        m_ui->messageEdit->replaceAll(smstext::repaired(m_ui->messageEdit->toPlainText()));
        m_ui->messageEdit->setFocus();
    });
    connect(m_view, &ExaminationView::unicodeWanted, this, [this] {
        m_ui->whenForm->allowUnicode();
        m_ui->messageEdit->setFocus();
    });
    connect(m_view, &ExaminationView::lettersWanted, this, [this] {
        m_ui->whenForm->replaceLetters();
        m_ui->messageEdit->setFocus();
    });
    connect(m_view, &ExaminationView::landlinesWanted, m_ui->whenForm, &WhenForm::leaveOutLandlines);
    connect(m_view, &ExaminationView::listWanted, this, &SendPage::askHowToRead);
}

void SendPage::connectActions()
{
    connect(m_actions, &SendActions::approved, this, &SendPage::approved);
    connect(m_actions, &SendActions::testBegun, this, [this](const QString &number) {
        m_view->draftChanged(); // what came of an earlier one is past
        showAll();
        Q_EMIT announced([number] {
            return tr("The test is on its way to %1. What became of it stands under Campaigns.").arg(number);
        });
    });
    connect(m_actions, &SendActions::recipientsChanged, this, &SendPage::textChanged);
    connect(m_actions, &SendActions::putOff, this, [this] {
        showAll();
        m_ui->sendButton->setFocus();
    });
    connect(m_actions, &SendActions::refused, this, [this](const Sentence &why) {
        showAll();
        m_view->sayRefusal(why);
    });
}

QString SendPage::title() const
{
    return tr("Send", "page");
}

void SendPage::activated()
{
    loadAccount();
    m_ui->recipientsEdit->setFocus();
    m_ui->whenForm->refresh();
    textChanged();
}

void SendPage::offerUndo(const Sentence &done, const std::function<void()> &undo)
{
    m_undo = undo;
    m_ui->undoStrip->say(Strip::Notice, done);
}

void SendPage::loadAccount()
{
    const auto account = m_context.settings.account({});
    m_ui->demoBadge->setVisible(account && account->demo);
    if (!account)
        return;
    const QString chosen = m_ui->senderCombo->currentText();
    const QSignalBlocker quiet(m_ui->senderCombo);
    m_ui->senderCombo->clear();
    m_ui->senderCombo->addItems(account->senders);
    if (!chosen.isEmpty())
        m_ui->senderCombo->setCurrentText(chosen);
    QStringList groups;
    if (const auto stored = storage::ContactRepository(m_context.reader).groups()) {
        for (const storage::ContactGroup &group : *stored)
            groups.append(group.name);
    }
    m_ui->recipientsEdit->setGroups(groups);
}

// The draft as it would be sent, but for a field whose name is still being typed.
void SendPage::textChanged()
{
    m_view->draftChanged();
    engine::Draft written = m_form->draft();
    written.keptSample = m_ui->previews->wantedSample();
    if (const auto begun = m_ui->messageEdit->begunField())
        written.text.remove(begun->position, begun->text.size());
    m_ui->messageEdit->setUnicodeAllowed(m_ui->whenForm->isUnicodeAllowed());
    m_examiner->examine(written, m_templateForm->isUsable());
}

void SendPage::examined()
{
    const engine::Examination &examination = m_examiner->latest();
    const engine::Recipients recipients = m_form->draft().recipients;
    if (examination.planFault && ListDialog::helpsWith(*examination.planFault) &&
        recipients.listFile != m_askedAbout)
        askHowToRead();
    // A list's columns are all that its texts may use; contacts have fields of their own.
    const bool onlyList = recipients.typed.isEmpty() && recipients.groups.isEmpty();
    const QStringList &fields = examination.plan.fields;
    m_ui->messageEdit->setFields(fields.isEmpty() ? QStringList{u"navn"_s} : fields,
                                 onlyList && !fields.isEmpty());
    m_ui->messageEdit->setUnknownFields(examination.examined.unknownFields);
}

void SendPage::showAll()
{
    const auto begun = m_ui->messageEdit->begunField();
    m_view->show({m_examiner->latest(), m_examiner->isCurrent(), m_examiner->isReading(),
                  m_templateForm->isUsable(), begun ? begun->text : QString()});
    m_ui->kindNote->setText(
        m_templateForm->type().isEmpty()
            ? QString()
            : tr("The second preview shows the message in countries that require templates. The gateway "
                 "decides by country, operator and route."));
    showWhen();
}

void SendPage::showWhen()
{
    m_ui->whenSummary->setText(m_ui->whenForm->isVisible()
                                   ? QString()
                                   : optionsInWords(m_form->draft(), m_examiner->latest().plan.mode));
}

void SendPage::clearDraft(qint64 campaign)
{
    m_ui->draftsButton->handedOver(campaign);
    m_form->clear();
}

void SendPage::keepDraft()
{
    m_ui->draftsButton->flush();
}

void SendPage::useCampaign(qint64 campaign)
{
    if (const auto again = m_actions->askWhom(campaign))
        use(campaign, *again);
}

void SendPage::use(qint64 campaign, engine::Again again)
{
    m_actions->reuse(campaign, again, [this](const engine::Reused &reused) { begin(reused); });
}

// What is being written meanwhile is kept as a draft.
void SendPage::begin(const engine::Reused &reused)
{
    if (!m_form->isEmpty()) {
        m_ui->draftsButton->park();
        Q_EMIT announced([] { return tr("The message you were writing is kept under Drafts."); });
    }
    m_form->set({0, 0, true, reused.draft, reused.pasted});
}

void SendPage::correct(qint64 campaign, const QString &number, const QString &field)
{
    m_actions->reuse(campaign, engine::Again::Nobody, [this, number, field](const engine::Reused &reused) {
        engine::Reused corrected = reused;
        if (!number.isEmpty())
            corrected.draft.recipients.typed = {number};
        begin(corrected);
        focusOn(field);
    });
}

void SendPage::focusOn(const QString &field)
{
    QWidget *input = m_templateForm->input(field);
    if (QWidget *folded = m_ui->whenForm->input(field); folded && !input) {
        m_ui->whenButton->setChecked(true);
        input = folded;
    }
    const QHash<QString, QWidget *> others{
        {u"from"_s, m_ui->senderCombo}, {u"text"_s, m_ui->messageEdit}, {u"type"_s, m_ui->kindCombo}};
    if (!input)
        input = others.value(field, m_ui->recipientsEdit->input()); // "to" and "group"
    // A new template's fields are shown by the next turn only, and what is hidden takes no focus.
    QTimer::singleShot(0, input, [this, input] {
        input->setFocus(Qt::OtherFocusReason);
        m_ui->scrollArea->ensureWidgetVisible(input);
    });
}

void SendPage::useText(const storage::SavedText &text)
{
    QTextCursor cursor = m_ui->messageEdit->textCursor();
    if (m_ui->messageEdit->toPlainText().trimmed().isEmpty() || !text.templateType.isEmpty())
        cursor.select(QTextCursor::Document); // as one step that Ctrl+Z takes back
    cursor.insertText(text.text);
    if (!text.templateType.isEmpty()) {
        m_ui->kindCombo->setCurrentIndex(qMax(0, m_ui->kindCombo->findData(text.templateType)));
        m_templateForm->setFields(text.templateFields);
    }
    m_ui->messageEdit->setFocus();
}

// Asks what becomes of a message that is being written.
bool SendPage::makeRoom()
{
    if (m_form->isEmpty())
        return true;
    Question question;
    question.words = tr("You have an unfinished message.");
    question.more = tr("Add to it, or start a new one? The unfinished one is kept under Drafts.");
    question.answers = {{tr("Start a new one")}, {tr("Add")}, {tr("Cancel"), Answer::Leave}};
    const int answer = ask(this, question);
    if (answer == 0) {
        m_ui->draftsButton->park();
        m_form->clear();
    }
    return answer == 0 || answer == 1;
}

void SendPage::sendTo(const QList<domain::Contact> &contacts)
{
    if (makeRoom())
        addContacts(contacts, *m_ui->recipientsEdit);
}

void SendPage::openLink(const QString &smsLink)
{
    const QUrl url(smsLink);
    if (url.scheme() != "sms"_L1 || !makeRoom())
        return;
    m_ui->recipientsEdit->addNumbers(url.path());
    const QString body = QUrlQuery(url).queryItemValue(u"body"_s, QUrl::FullyDecoded);
    if (!body.isEmpty() && m_ui->messageEdit->toPlainText().trimmed().isEmpty())
        m_ui->messageEdit->replaceAll(body);
}

void SendPage::askHowToRead()
{
    const engine::Recipients recipients = m_form->draft().recipients;
    if (recipients.listFile.isEmpty())
        return;
    m_askedAbout = recipients.listFile;
    auto *dialog = new ListDialog(m_context, recipients.listFile, recipients.list, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        engine::ListChoices choices = dialog->choices();
        if (const auto &list = m_examiner->latest().plan.list; list && choices.sheet.isEmpty())
            choices.sheet = list->sheet; // looked at, and right
        m_ui->recipientsEdit->setListChoices(choices);
    });
    dialog->open();
}

void SendPage::showRecipients(bool leftOut)
{
    auto *dialog = new RecipientsDialog(m_context, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto look = [this, dialog] { dialog->look(m_examiner->latest().examined.draft); };
    connect(m_examiner, &DraftExaminer::examined, dialog, look);
    connect(dialog, &RecipientsDialog::previewWanted, m_ui->previews, &MessagePreviews::goTo);
    connect(dialog, &RecipientsDialog::removed, m_form, &DraftForm::remove);
    connect(dialog, &RecipientsDialog::restored, m_form, &DraftForm::restore);
    connect(dialog, &RecipientsDialog::retyped, m_form, &DraftForm::retype);
    look();
    if (leftOut)
        dialog->showLeftOut();
    dialog->open();
}

void SendPage::addList(const QString &file)
{
    m_ui->recipientsEdit->addFile(file);
}

void SendPage::sendToGroup(const QString &group)
{
    m_ui->recipientsEdit->addGroup(group);
}

void SendPage::fit(bool narrow)
{
    if (narrow)
        m_ui->formLayout->addWidget(m_ui->previews, m_ui->formLayout->rowCount() - 1, 1);
    else
        m_ui->workRow->addWidget(m_ui->previews, 2);
    m_ui->previews->setMostLines(narrow ? 5 : 24);
    constexpr int both = 115; // characters: a form with its names beside the fields, and the preview
    fitForms(m_ui->formArea, width() < both * fontMetrics().averageCharWidth());
}

void SendPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    m_ui->totalLabel->setFont(theme::total(font()));
    m_ui->kindCombo->setItemText(0, tr("Free text"));
    for (int i = 1; i < m_ui->kindCombo->count(); ++i)
        m_ui->kindCombo->setItemText(i, TemplateForm::typeInWords(m_ui->kindCombo->itemData(i).toString()));
    m_ui->recipientsEdit->retranslate();
    m_templateForm->retranslate();
    m_ui->whenForm->retranslate();
    m_undoButton->setText(tr("&Undo"));
    m_ui->senderCombo->lineEdit()->setAccessibleName(tr("Sender"));
    m_view->retranslate();
    showAll();
}

} // namespace gui
