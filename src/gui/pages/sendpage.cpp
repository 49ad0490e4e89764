// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/sendpage.h"

#include "engine/filewording.h"
#include "engine/planning.h"
#include "gateway/template.h"
#include "gui/dialogs/leftoutdialog.h"
#include "gui/dialogs/listdialog.h"
#include "gui/pages/recipientsmenu.h"
#include "gui/pages/sendactions.h"
#include "gui/pages/sendcounter.h"
#include "gui/pages/whenform.h"
#include "gui/question.h"
#include "gui/widgets/ink.h"
#include "gui/widgets/sayatrest.h"
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

namespace {

constexpr int examineAfterMs = 150;

} // namespace

SendPage::SendPage(Context &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(std::make_unique<Ui::SendPage>())
    , m_actions(new SendActions(context, this))
{
    m_ui->setupUi(this);
    m_templateForm = new TemplateForm(m_ui->templateArea);
    m_repairButton = m_ui->strip->addButton(u"repairButton"_s);
    m_unicodeButton = m_ui->strip->addButton(u"unicodeButton"_s);
    dress();
    m_ui->kindCombo->addItem(QString(), QString());
    for (const QString &type : gateway::templateTypes())
        m_ui->kindCombo->addItem(QString(), type);
    m_ui->addButton->setMenu(new RecipientsMenu(m_context, *m_ui->recipientsEdit));
    m_ui->textsButton->begin(context, [this] {
        return storage::SavedText{
            {}, m_ui->messageEdit->toPlainText(), 0, m_templateForm->type(), m_templateForm->fields()};
    });
    m_examineTimer.setSingleShot(true);
    m_examineTimer.setInterval(examineAfterMs);
    connect(&m_examineTimer, &QTimer::timeout, this, &SendPage::examine);
    connectInputs();
    connectButtons();
    connectActions();
    retranslate();
    loadAccount();
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
    theme::makePrimary(m_ui->sendButton);
    theme::makeBadge(m_ui->demoBadge);
    setTabOrder(m_ui->messageEdit, m_repairButton);
    setTabOrder(m_repairButton, m_unicodeButton);
}

void SendPage::connectInputs()
{
    connect(m_ui->recipientsEdit, &RecipientsEdit::chipsChanged, this, &SendPage::textChanged);
    connect(m_ui->messageEdit, &QPlainTextEdit::textChanged, this, &SendPage::textChanged);
    connect(m_ui->senderCombo, &QComboBox::currentTextChanged, this, &SendPage::textChanged);
    connect(m_ui->whenForm, &WhenForm::changed, this, &SendPage::textChanged);
    connect(m_templateForm, &TemplateForm::fieldsChanged, this, &SendPage::textChanged);
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
    connect(m_ui->listButton, &QPushButton::clicked, this, &SendPage::askHowToRead);
    connect(m_ui->leftOutButton, &QPushButton::clicked, this,
            [this] { LeftOutDialog(m_summary, this).exec(); });
    connect(m_repairButton, &QPushButton::clicked, this, [this] {
        m_ui->messageEdit->replaceAll(smstext::repaired(m_ui->messageEdit->toPlainText()));
        m_ui->messageEdit->setFocus();
    });
    connect(m_unicodeButton, &QPushButton::clicked, this, [this] {
        m_ui->whenForm->allowUnicode();
        m_ui->messageEdit->setFocus();
    });
    connect(m_ui->testButton, &QPushButton::clicked, this,
            [this] { m_actions->sendTest(draft(), m_ui->previews->renderedText()); });
    connect(m_ui->sendButton, &QPushButton::clicked, this, [this] {
        m_ui->sendButton->setEnabled(false); // from the first press
        m_actions->review(draft());
    });
    auto *send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(send, &QShortcut::activated, this, [this] {
        if (!m_hindrance.isEmpty())
            m_ui->strip->say(Strip::Warning, m_hindrance);
        m_ui->sendButton->click();
    });
}

void SendPage::connectActions()
{
    connect(m_actions, &SendActions::approved, this, &SendPage::approved);
    connect(m_actions, &SendActions::testBegun, this, &Page::campaignWanted);
    connect(m_actions, &SendActions::putOff, this, [this] {
        showProblem();
        m_ui->sendButton->setFocus();
    });
    connect(m_actions, &SendActions::refused, this, [this](const QString &why) {
        m_ui->strip->say(Strip::Error, why);
        showSummary();
    });
}

SendPage::~SendPage() = default;

QString SendPage::title() const
{
    return tr("Send", "page");
}

void SendPage::activated()
{
    loadAccount();
    m_ui->recipientsEdit->setFocus();
    m_examineTimer.start();
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

engine::Draft SendPage::draft() const
{
    engine::Draft draft;
    draft.sender = m_ui->senderCombo->currentText().trimmed();
    draft.text = m_ui->messageEdit->toPlainText();
    draft.options.templateType = m_templateForm->type();
    draft.options.templateFields = m_templateForm->fields();
    m_ui->whenForm->writeTo(draft);
    draft.recipients = recipientsOf(*m_ui->recipientsEdit);
    return draft;
}

// What can be said at once is said at once; recipients and rendered texts follow from the engine.
void SendPage::textChanged()
{
    m_summaryIsCurrent = false;
    m_examineTimer.start();
    m_ui->messageEdit->setUnicodeAllowed(m_ui->whenForm->isUnicodeAllowed());
    showAll();
}

void SendPage::examine()
{
    const int examination = ++m_examination;
    const engine::Draft wanted = examinable(draft(), m_templateForm->isUsable());
    // A list's columns are all that its texts may use; contacts have fields of their own.
    const bool onlyList = wanted.recipients.typed.isEmpty() && wanted.recipients.groups.isEmpty();
    if (m_outdated)
        *m_outdated = true; // a long list is not read to its end in vain
    m_outdated = std::make_shared<std::atomic<bool>>(false);
    m_context.engine.callAsync<base::Result<engine::PlanSummary>>(
        this,
        [wanted, outdated = m_outdated](engine::Planning &planning,
                                        const engine::JobDone<engine::PlanSummary> &done) {
            planning.examine(
                wanted, [outdated](qint64, qint64) { return !*outdated; }, done);
        },
        [this, examination, onlyList](const base::Result<engine::PlanSummary> &summary) {
            if (examination != m_examination)
                return;
            m_summary = summary ? *summary : engine::PlanSummary();
            m_examined = summary ? base::Result<void>() : base::Result<void>(summary.error());
            m_summaryIsCurrent = true;
            const QString list = draft().recipients.listFile;
            if (!summary && ListDialog::helpsWith(summary.error()) && list != m_askedAbout)
                askHowToRead();
            const QStringList &fields = m_summary.fields;
            m_ui->messageEdit->setFields(fields.isEmpty() ? QStringList{u"navn"_s} : fields,
                                         onlyList && !fields.isEmpty());
            showAll();
        });
}

void SendPage::showAll()
{
    showSummary();
    showCounter();
    showProblem();
    showPreview();
    showWhen();
}

void SendPage::showSummary()
{
    m_ui->summaryLabel->setText(summaryInWords(m_summary));
    m_ui->listButton->setVisible(!draft().recipients.listFile.isEmpty());
    if (m_summary.list)
        m_ui->listButton->setToolTip(engine::wording::howRead(*m_summary.list).join(u'\n'));
    m_ui->leftOutButton->setVisible(m_summary.skippedCount > 0);
    m_ui->totalLabel->setText(totalInWords(m_summary.totals));
}

void SendPage::showCounter()
{
    const QString text = m_ui->messageEdit->toPlainText();
    sayAtRest(m_ui->counterLabel, counterInWords(text, m_ui->whenForm->isUnicodeAllowed(),
                                                 m_summaryIsCurrent ? &m_summary : nullptr));
}

void SendPage::showProblem()
{
    base::ErrorCode code = base::ErrorCode::Internal;
    QString words = problemInWords(draft(), m_examined, &code);
    if (words.isEmpty() && m_summaryIsCurrent)
        words = missingInWords(m_summary);
    const bool untouched = m_ui->messageEdit->toPlainText().isEmpty();
    const bool sender = code == base::ErrorCode::SenderEmpty || code == base::ErrorCode::SenderTooLong ||
                        code == base::ErrorCode::InvalidSender;
    const bool unicode = code == base::ErrorCode::NeedsUnicode;
    // The sender's fault stands beside it; the others beneath the text.
    m_ui->senderNote->setText(sender && !words.isEmpty() ? words
                                                         : senderNote(m_ui->senderCombo->currentText()));
    setInk(m_ui->senderNote, sender && !words.isEmpty() ? theme::failed(palette()) : theme::muted(palette()));
    const QString text = m_ui->messageEdit->toPlainText();
    m_repairButton->setVisible(unicode && smstext::repaired(text) != text);
    m_unicodeButton->setVisible(unicode);
    m_ui->strip->say(unicode ? Strip::Warning : Strip::Error, words.isEmpty() || sender || untouched
                                                                  ? QString()
                                                              : unicode ? unicodeInWords(text)
                                                                        : words);
    const bool usable = m_templateForm->isUsable();
    m_hindrance = hindranceInWords(words, usable, m_summaryIsCurrent ? &m_summary : nullptr);
    m_ui->sendButton->setEnabled(m_hindrance.isEmpty());
    m_ui->sendButton->setToolTip(m_hindrance);
    m_ui->testButton->setEnabled(words.isEmpty() && usable);
    m_ui->testButton->setToolTip(words);
    // Beneath as well, unless it stands beside its input already, or is over in a moment.
    const bool saidAbove = sender || !m_ui->strip->text().isEmpty() || !m_summaryIsCurrent;
    m_ui->sendNote->setText(saidAbove ? QString() : m_hindrance);
    setInk(m_ui->sendNote, theme::muted(palette()));
}

void SendPage::showPreview()
{
    m_ui->previews->setDraft(draft(), m_summaryIsCurrent ? &m_summary : nullptr);
    m_ui->kindNote->setText(
        m_templateForm->type().isEmpty()
            ? QString()
            : tr("The second preview shows the message in countries that require templates. The gateway "
                 "decides by country, operator and route."));
}

void SendPage::showWhen()
{
    m_ui->whenSummary->setText(m_ui->whenForm->isVisible() ? QString()
                                                           : optionsInWords(draft(), m_summary.mode));
}

void SendPage::clearDraft()
{
    m_ui->recipientsEdit->clear();
    m_ui->messageEdit->clear();
    m_ui->whenForm->sendNow();
    textChanged();
}

void SendPage::useCampaign(qint64 id)
{
    const auto campaign = storage::CampaignRepository(m_context.reader).campaign(id);
    if (!campaign)
        return;
    m_ui->messageEdit->setPlainText(campaign->text);
    m_ui->senderCombo->setCurrentText(campaign->sender);
    m_ui->whenForm->take(*campaign);
    m_ui->kindCombo->setCurrentIndex(qMax(0, m_ui->kindCombo->findData(campaign->options.templateType)));
    m_templateForm->setFields(campaign->options.templateFields);
    textChanged();
}

void SendPage::correct(qint64 campaign, const QString &number, const QString &field)
{
    useCampaign(campaign);
    if (!number.isEmpty()) {
        m_ui->recipientsEdit->clear();
        m_ui->recipientsEdit->addNumbers(number);
    }
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
    if (m_ui->recipientsEdit->chips().isEmpty() && m_ui->messageEdit->toPlainText().trimmed().isEmpty())
        return true;
    Question question;
    question.words = tr("You have an unfinished message.");
    question.more = tr("Discard it and start over, or add to it?");
    question.answers = {
        {tr("Discard and start over"), Answer::Destroy}, {tr("Add")}, {tr("Cancel"), Answer::Leave}};
    const int answer = ask(this, question);
    if (answer == 0)
        clearDraft();
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
    const engine::Recipients recipients = draft().recipients;
    if (recipients.listFile.isEmpty())
        return;
    m_askedAbout = recipients.listFile;
    auto *dialog = new ListDialog(m_context, recipients.listFile, recipients.list, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_ui->recipientsEdit->setListChoices(dialog->choices()); });
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
    constexpr int linesBeneath = 5;
    constexpr int linesBeside = 24;
    if (narrow)
        m_ui->formLayout->addWidget(m_ui->previews, m_ui->formLayout->rowCount() - 1, 1);
    else
        m_ui->workRow->addWidget(m_ui->previews, 2);
    m_ui->previews->setMostLines(narrow ? linesBeneath : linesBeside);
    fitForms(m_ui->formArea, narrow);
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
    m_ui->senderCombo->setAccessibleName(tr("Sender"));
    m_ui->senderCombo->lineEdit()->setAccessibleName(tr("Sender"));
    m_ui->kindCombo->setAccessibleName(tr("Kind"));
    m_ui->messageEdit->setAccessibleName(tr("Message"));
    m_ui->counterLabel->setAccessibleName(tr("Segment counter"));
    m_repairButton->setText(tr("Replace"));
    m_unicodeButton->setText(tr("Send as Unicode"));
    showAll();
}

} // namespace gui
