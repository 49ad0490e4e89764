// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/sendpage.h"

#include "engine/filewording.h"
#include "engine/language.h"
#include "engine/planning.h"
#include "gateway/request.h"
#include "gateway/template.h"
#include "gui/dialogs/leftoutdialog.h"
#include "gui/dialogs/listdialog.h"
#include "gui/pages/recipientsmenu.h"
#include "gui/pages/sendcounter.h"
#include "gui/pages/whenform.h"
#include "gui/widgets/sayatrest.h"
#include "gui/widgets/templateform.h"
#include "gui/widgets/theme.h"
#include "phone/phonenumber.h"
#include "smstext/count.h"
#include "smstext/repair.h"
#include "storage/campaignrepository.h"
#include "storage/contactrepository.h"
#include "ui_sendpage.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QTimeZone>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int examineAfterMs = 150;

} // namespace

SendPage::SendPage(Context &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::SendPage>())
{
    m_ui->setupUi(this);
    m_templateForm = new TemplateForm(m_ui->templateArea);
    auto *area = new QVBoxLayout(m_ui->templateArea);
    area->setContentsMargins(0, 0, 0, 0);
    area->addWidget(m_templateForm);
    m_ui->templateArea->hide();
    m_ui->fallbackPreview->hide();
    m_ui->whenForm->hide();
    m_ui->whenButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_ui->whenButton->setArrowType(Qt::RightArrow);
    m_ui->whenButton->setAutoRaise(true);
    m_ui->messageEdit->setMinimumHeight(4 * fontMetrics().lineSpacing());
    m_ui->messageEdit->setMaximumHeight(16 * fontMetrics().lineSpacing()); // more than ten SMS
    theme::makePrimary(m_ui->sendButton);
    m_ui->line->setForegroundRole(QPalette::Mid);
    theme::makeBadge(m_ui->demoBadge);
    m_ui->strip->addButton(u"repairButton"_s);
    m_ui->strip->addButton(u"unicodeButton"_s);
    fillCombos();

    m_examineTimer.setSingleShot(true);
    m_examineTimer.setInterval(examineAfterMs);
    connect(&m_examineTimer, &QTimer::timeout, this, &SendPage::examine);
    const auto later = [this] { textChanged(); };
    connect(m_ui->recipientsEdit, &RecipientsEdit::chipsChanged, this, later);
    connect(m_ui->messageEdit, &QPlainTextEdit::textChanged, this, later);
    connect(m_ui->senderCombo, &QComboBox::currentTextChanged, this, later);
    connect(m_ui->whenForm, &WhenForm::changed, this, later);
    connect(m_templateForm, &TemplateForm::fieldsChanged, this, later);
    connect(m_ui->kindCombo, &QComboBox::currentIndexChanged, this, [this, later](int) {
        const QString type = m_ui->kindCombo->currentData().toString();
        m_ui->templateArea->setVisible(!type.isEmpty());
        m_templateForm->setType(type);
        const auto account = m_context.settings.account({});
        m_templateForm->setFields({{u"sendername"_s, account ? account->templateSender : QString()}});
        later();
    });
    connect(m_ui->whenButton, &QToolButton::toggled, this, [this](bool open) {
        m_ui->whenForm->setVisible(open);
        m_ui->whenButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        showWhen();
    });
    m_ui->addButton->setMenu(new RecipientsMenu(m_context, *m_ui->recipientsEdit));
    m_ui->recipientsEdit->setSuggest(
        [this](const QString &typed) { return suggestions(m_context.reader, typed); });
    connect(m_ui->listButton, &QPushButton::clicked, this, &SendPage::askHowToRead);
    connect(m_ui->leftOutButton, &QPushButton::clicked, this,
            [this] { LeftOutDialog(m_summary, this).exec(); });
    connect(findChild<QPushButton *>(u"repairButton"_s), &QPushButton::clicked, this, [this] {
        m_ui->messageEdit->replaceAll(smstext::repaired(m_ui->messageEdit->toPlainText()));
        m_ui->messageEdit->setFocus();
    });
    connect(findChild<QPushButton *>(u"unicodeButton"_s), &QPushButton::clicked, this, [this] {
        m_ui->whenForm->allowUnicode();
        m_ui->messageEdit->setFocus();
    });
    setTabOrder(m_ui->messageEdit, findChild<QPushButton *>(u"repairButton"_s));
    setTabOrder(findChild<QPushButton *>(u"repairButton"_s), findChild<QPushButton *>(u"unicodeButton"_s));
    connect(m_ui->previousButton, &QToolButton::clicked, this, [this] {
        --m_previewRow;
        showPreview();
    });
    connect(m_ui->nextButton, &QToolButton::clicked, this, [this] {
        ++m_previewRow;
        showPreview();
    });
    m_ui->textsButton->begin(context, [this] {
        return storage::SavedText{
            {}, m_ui->messageEdit->toPlainText(), 0, m_templateForm->type(), m_templateForm->fields()};
    });
    connect(m_ui->textsButton, &TextsButton::chosen, this, &SendPage::useText);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &SendPage::review);
    connect(m_ui->testButton, &QPushButton::clicked, this, &SendPage::sendTest);
    auto *send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(send, &QShortcut::activated, this, [this] { m_ui->sendButton->click(); });
    retranslate();
    loadAccount();
    textChanged();
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
    for (const RecipientChip &chip : m_ui->recipientsEdit->chips()) {
        switch (chip.kind) {
        case RecipientChip::Numbers:
            draft.recipients.typed += chip.numbers;
            break;
        case RecipientChip::Group:
            draft.recipients.groups.append(chip.name);
            break;
        case RecipientChip::File:
            draft.recipients.listFile = chip.name;
            draft.recipients.list = chip.list;
            break;
        case RecipientChip::GatewayGroup:
            draft.recipients.gatewayGroup = chip.name;
            break;
        }
    }
    return draft;
}

// What can be said at once is said at once; recipients and rendered texts follow from the engine.
void SendPage::textChanged()
{
    m_summaryIsCurrent = false;
    m_examineTimer.start();
    m_ui->messageEdit->setUnicodeAllowed(m_ui->whenForm->isUnicodeAllowed());
    showCounter();
    showProblem();
    showWhen();
    showPreview();
}

void SendPage::examine()
{
    const int examination = ++m_examination;
    engine::Draft wanted = draft();
    if (wanted.text.trimmed().isEmpty())
        wanted.text = u"."_s; // recipients are judged before a word is written
    if (!gateway::checkedSender(wanted.sender))
        wanted.sender = u"."_s;
    if (!m_templateForm->isUsable()) // which the form says itself, beside its fields
        wanted.options.templateType.clear();
    wanted.options.unicode = true; // who gets it does not hang on the alphabet; the problem line judges that
    // A list's columns are all that its texts may use; contacts have fields of their own.
    const bool onlyList = wanted.recipients.typed.isEmpty() && wanted.recipients.groups.isEmpty();
    m_context.engine.call(
        this, [wanted](engine::Planning &planning) { return planning.examine(wanted); },
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
            showSummary();
            showCounter();
            showProblem();
            showPreview();
            showWhen();
        });
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
    // The sender's fault stands beside the sender; the others beneath the text.
    m_ui->senderNote->setText(sender && !words.isEmpty() ? words
                                                         : senderNote(m_ui->senderCombo->currentText()));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     sender && !words.isEmpty() ? theme::failed(palette()) : theme::muted(palette()));
    m_ui->senderNote->setPalette(colours);
    const QString text = m_ui->messageEdit->toPlainText();
    auto *repair = findChild<QPushButton *>(u"repairButton"_s);
    repair->setVisible(unicode && smstext::repaired(text) != text);
    findChild<QPushButton *>(u"unicodeButton"_s)->setVisible(unicode);
    m_ui->strip->say(unicode ? Strip::Warning : Strip::Error, words.isEmpty() || sender || untouched
                                                                  ? QString()
                                                              : unicode ? unicodeInWords(text)
                                                                        : words);
    const bool somebody = m_summaryIsCurrent && m_summary.totals.recipients > 0;
    m_ui->sendButton->setEnabled(words.isEmpty() && somebody && m_templateForm->isUsable());
    m_ui->testButton->setEnabled(words.isEmpty() && m_templateForm->isUsable());
}

void SendPage::showPreview()
{
    const QString sender = m_ui->whenForm->isPriced() ? u"2401"_s : m_ui->senderCombo->currentText();
    const bool unicode = m_ui->whenForm->isUnicodeAllowed();
    const auto count = static_cast<int>(m_summary.sample.size());
    QString text = m_ui->messageEdit->toPlainText();
    QString whose;
    QMap<QString, QString> fields = m_templateForm->fields();
    if (m_summaryIsCurrent && count > 0) {
        m_previewRow = qBound(0, m_previewRow, count - 1);
        const domain::Message &message = m_summary.sample.at(m_previewRow);
        if (!text.trimmed().isEmpty())
            text = message.text;
        if (!message.templateFields.isEmpty())
            fields = message.templateFields;
        const QString name = message.name.isEmpty() ? phone::forDisplay(message.number) : message.name;
        whose = tr("%1 · %2 of %3", "recipient, place, total")
                    .arg(name, engine::language::locale().toString(m_previewRow + 1),
                         engine::language::locale().toString(m_summary.totals.recipients));
    }
    m_ui->preview->setMessage(sender, partsOf(text, unicode));
    m_ui->previewLabel->setText(whose);
    m_ui->previousButton->setEnabled(m_previewRow > 0 && count > 0);
    m_ui->nextButton->setEnabled(m_previewRow + 1 < count);
    const QString type = m_templateForm->type();
    m_ui->fallbackPreview->setVisible(!type.isEmpty());
    m_ui->kindNote->setText(
        type.isEmpty()
            ? QString()
            : tr("The second preview shows the message in countries that require templates. The gateway "
                 "decides by country, operator and route."));
    if (!type.isEmpty()) {
        const gateway::TemplatePreview fallback = gateway::templatePreview(type, fields);
        m_ui->fallbackPreview->setMessage(fallback.sender, {fallback.text});
    }
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

void SendPage::addList(const QString &file)
{
    m_ui->recipientsEdit->addFile(file);
}

void SendPage::sendToGroup(const QString &group)
{
    m_ui->recipientsEdit->addGroup(group);
}

// Large text in a small window: the preview stands beneath the form, labels above their fields.
void SendPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    constexpr int charactersBeside = 80;
    constexpr int linesBeneath = 5;
    constexpr int linesBeside = 24;
    const bool narrow = width() < charactersBeside * fontMetrics().averageCharWidth();
    if (narrow)
        m_ui->formLayout->addWidget(m_ui->previewArea, m_ui->formLayout->rowCount() - 1, 1);
    else
        m_ui->layout4->addWidget(m_ui->previewArea, 2);
    for (PhonePreview *preview : {m_ui->preview, m_ui->fallbackPreview})
        preview->setMaximumHeight((narrow ? linesBeneath : linesBeside) * fontMetrics().lineSpacing());
    for (QFormLayout *form : m_ui->formArea->findChildren<QFormLayout *>())
        form->setRowWrapPolicy(narrow ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
}

void SendPage::fillCombos()
{
    m_ui->kindCombo->addItem(QString(), QString());
    for (const QString &type : gateway::templateTypes())
        m_ui->kindCombo->addItem(QString(), type);
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
    m_ui->preview->setAccessibleName(tr("Message preview"));
    m_ui->fallbackPreview->setAccessibleName(tr("Template preview"));
    m_ui->previousButton->setAccessibleName(tr("Previous recipient"));
    m_ui->nextButton->setAccessibleName(tr("Next recipient"));
    findChild<QPushButton *>(u"repairButton"_s)->setText(tr("Replace"));
    findChild<QPushButton *>(u"unicodeButton"_s)->setText(tr("Send as Unicode"));
    showSummary();
    showCounter();
    showProblem();
    showPreview();
    showWhen();
}

} // namespace gui
