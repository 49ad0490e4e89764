// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/firstrunsteps.h"

#include "engine/accounts.h"
#include "engine/centralsettings.h"
#include "engine/wording.h"
#include "gui/pages/accountcheck.h"
#include "ui_firstrunsteps.h"

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int lastStep = 2;

} // namespace

FirstRunSteps::FirstRunSteps(Context &context, QWidget *parent)
    : Translated(parent)
    , m_context(context)
    , m_ui(this)
{
    m_ui->authenticationCombo->addItems({{}, {}});
    m_ui->stepBar->setFixedHeight(4);
    m_ui->summaryLabel->setTextFormat(Qt::PlainText);
    connect(m_ui->authenticationCombo, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_ui->passwordEdit->setEnabled(index == 0); });
    connect(m_ui->nextButton, &QPushButton::clicked, this, &FirstRunSteps::next);
    connect(m_ui->backButton, &QPushButton::clicked, this, &FirstRunSteps::back);
    for (QLineEdit *edit : {m_ui->serviceEdit, m_ui->passwordEdit, m_ui->urlEdit})
        connect(edit, &QLineEdit::returnPressed, this, &FirstRunSteps::next);
    useFixed();
    showStep(0);
    retranslate();
}

void FirstRunSteps::useFixed()
{
    const engine::CentralSettings central;
    central.apply(m_account);
    m_ui->urlEdit->setText(m_account.baseUrl.toString());
    m_ui->urlEdit->setEnabled(!central.isFixed(engine::Fixed::BaseUrl));
    m_ui->authenticationCombo->setCurrentIndex(
        m_account.authentication == domain::Authentication::IpAddress ? 1 : 0);
    m_ui->authenticationCombo->setEnabled(!central.isFixed(engine::Fixed::Authentication));
    m_ui->sendersEdit->setSenders(m_account.senders);
    m_ui->sendersEdit->setEnabled(!central.isFixed(engine::Fixed::Senders));
}

void FirstRunSteps::begin()
{
    showStep(0);
    m_ui->serviceEdit->setFocus();
}

void FirstRunSteps::showStep(int step)
{
    sayBeneath(m_ui->stack, {});
    m_ui->stack->setCurrentIndex(step);
    m_ui->stepBar->setValue(step + 1);
    m_ui->stepLabel->setText(
        tr("Step %1 of %2").arg(QString::number(step + 1), QString::number(lastStep + 1)));
    m_ui->nextButton->setText(step == lastStep ? tr("Start") : tr("Next"));
    m_ui->nextButton->setEnabled(true);
}

void FirstRunSteps::back()
{
    if (m_ui->stack->currentIndex() == 0)
        Q_EMIT left();
    else
        showStep(m_ui->stack->currentIndex() - 1);
}

// In the form right beneath the field; anything else stands above the buttons.
void FirstRunSteps::sayBeneath(QWidget *input, const QString &problem)
{
    QFormLayout *form = m_ui->servicePageForm;
    if (form->indexOf(m_ui->strip) >= 0)
        form->takeRow(m_ui->strip);
    else
        m_ui->stepsColumn->removeWidget(m_ui->strip);
    int row = -1;
    QFormLayout::ItemRole role = QFormLayout::FieldRole;
    if (form->indexOf(input) >= 0)
        form->getWidgetPosition(input, &row, &role);
    if (row >= 0)
        form->insertRow(row + 1, m_ui->strip);
    else
        m_ui->stepsColumn->insertWidget(m_ui->stepsColumn->indexOf(m_ui->stack) + 1, m_ui->strip);
    m_ui->strip->say(Strip::Error, problem);
}

void FirstRunSteps::next()
{
    auto refuse = [this](const QString &problem, QWidget *input) {
        sayBeneath(input, problem);
        input->setFocus();
    };
    if (m_ui->stack->currentIndex() == 0) {
        const auto service = serviceId(m_ui->serviceEdit->text());
        if (!service)
            return refuse(tr("The service ID is the number that Front gave you, digits only."),
                          m_ui->serviceEdit);
        const bool password = m_ui->authenticationCombo->currentIndex() == 0;
        if (password && m_ui->passwordEdit->text().isEmpty())
            return refuse(tr("Enter the password, or choose sign-in by this computer's IP address."),
                          m_ui->passwordEdit);
        const auto url = gatewayUrl(m_ui->urlEdit->text());
        if (!url)
            return refuse(engine::wording::sentence(url.error()), m_ui->urlEdit);
        m_account.serviceId = *service;
        m_account.authentication =
            password ? domain::Authentication::Password : domain::Authentication::IpAddress;
        m_account.baseUrl = *url;
        showStep(1);
        m_ui->sendersEdit->setFocus();
        return;
    }
    if (m_ui->stack->currentIndex() == 1) {
        if (!m_ui->sendersEdit->commit())
            return refuse(tr("The new sender cannot be used; see the note next to the field."),
                          m_ui->sendersEdit);
        m_account.senders = m_ui->sendersEdit->senders();
        if (m_account.senders.isEmpty())
            return refuse(tr("Add at least one sender."), m_ui->sendersEdit);
        return store();
    }
    Q_EMIT done();
}

void FirstRunSteps::store()
{
    m_ui->nextButton->setEnabled(false);
    const engine::AccountSecrets secrets{m_ui->passwordEdit->text(), {}};
    m_context.engine.callAsync<base::Result<void>>(
        this,
        [account = m_account, secrets](engine::Accounts &accounts,
                                       const std::function<void(base::Result<void>)> &stored) {
            accounts.save(account, secrets, stored);
        },
        [this](const base::Result<void> &stored) {
            const bool onlyKeyring = !stored && stored.error().code == base::ErrorCode::NoKeyring;
            if (!stored && !onlyKeyring) {
                m_ui->nextButton->setEnabled(true);
                m_ui->strip->say(Strip::Error, engine::wording::sentence(stored.error()));
                return;
            }
            showStep(lastStep);
            if (onlyKeyring)
                m_ui->strip->say(Strip::Warning, tr("No keyring is available, so you will be asked for the "
                                                    "password each time the program starts."));
            m_ui->summaryLabel->setText(tr("Account saved."));
            m_ui->answerLabel->setText(tr("Contacting the gateway…"));
            checkAccount(m_context, m_account, this,
                         [this](const CheckAnswer &answer) { m_ui->answerLabel->setText(answer.words); });
        });
}

void FirstRunSteps::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->authenticationCombo->setItemText(0, tr("Password"));
    m_ui->authenticationCombo->setItemText(1, tr("This computer's IP address"));
    showStep(m_ui->stack->currentIndex());
}

} // namespace gui
