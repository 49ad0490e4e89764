// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/accountsection.h"

#include "engine/accounts.h"
#include "engine/wording.h"
#include "gui/dialogs/lockcheckdialog.h"
#include "gui/pages/accountcheck.h"
#include "gui/question.h"
#include "gui/savefile.h"
#include "ui_accountsection.h"

#include <QInputDialog>

namespace gui {
using namespace Qt::StringLiterals;

AccountSection::AccountSection(Context &context, QWidget *parent)
    : SettingsSection(context, parent)
    , m_ui(this)
{
    m_ui->authenticationCombo->addItems({{}, {}});
    m_ui->methodCombo->addItems({{}, {}});
    m_ui->proxyCombo->addItems({{}, {}, {}});
    m_ui->advancedFrame->hide();
    connect(m_ui->accountCombo, &QComboBox::activated, this, [this](int) {
        if (const auto account = m_context.settings.account(m_ui->accountCombo->currentData().toString()))
            showAccount(*account);
    });
    connect(m_ui->advancedButton, &QPushButton::toggled, m_ui->advancedFrame, &QWidget::setVisible);
    for (QComboBox *combo : {m_ui->authenticationCombo, m_ui->methodCombo, m_ui->proxyCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, &AccountSection::showDependent);
    connect(m_ui->useButton, &QPushButton::clicked, this, &AccountSection::use);
    connect(m_ui->newButton, &QPushButton::clicked, this, &AccountSection::create);
    connect(m_ui->renameButton, &QPushButton::clicked, this, &AccountSection::rename);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &AccountSection::remove);
    connect(m_ui->importAuthorityButton, &QPushButton::clicked, this, &AccountSection::importAuthority);
    connect(m_ui->removeAuthorityButton, &QPushButton::clicked, this, [this] { storeAuthority({}); });
    connect(m_ui->lockButton, &QPushButton::clicked, this, &AccountSection::checkLock);
    connect(m_ui->checkButton, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_ui->saveButton, &QPushButton::clicked, this, [this] { save(false); });
    retranslate();
    load();
}

QString AccountSection::title() const
{
    return tr("Account");
}

void AccountSection::load()
{
    domain::Account fresh;
    engine::CentralSettings().apply(fresh);
    m_stored = m_context.settings.account({}).has_value();
    showAccount(m_context.settings.account({}).value_or(fresh));
}

// The first one has the name that scripts know it by.
QString AccountSection::shownName(const QString &name)
{
    return name == domain::Account().name ? tr("Our account") : name;
}

void AccountSection::fillList(const QString &chosen)
{
    const QString active = m_context.settings.activeAccount();
    m_ui->accountCombo->clear();
    for (const domain::Account &account : m_context.settings.accounts())
        m_ui->accountCombo->addItem(account.name == active ? tr("%1 (in use)").arg(shownName(account.name))
                                                           : shownName(account.name),
                                    account.name);
    if (m_ui->accountCombo->findData(chosen) < 0)
        m_ui->accountCombo->addItem(tr("%1 (new)").arg(shownName(chosen)), chosen);
    m_ui->accountCombo->setCurrentIndex(m_ui->accountCombo->findData(chosen));
}

void AccountSection::showAccount(const domain::Account &account)
{
    m_account = account;
    m_stored = m_context.settings.account(account.name).has_value() && !account.name.isEmpty();
    fillList(account.name);
    m_ui->serviceEdit->setText(account.serviceId > 0 ? QString::number(account.serviceId) : QString());
    m_ui->authenticationCombo->setCurrentIndex(
        account.authentication == domain::Authentication::IpAddress ? 1 : 0);
    m_ui->passwordEdit->clear();
    m_ui->sendersEdit->setSenders(account.senders);
    m_ui->templateSenderEdit->setText(account.templateSender);
    m_ui->urlEdit->setText(account.baseUrl.toString());
    m_ui->methodCombo->setCurrentIndex(account.method == domain::Method::Get ? 1 : 0);
    m_ui->proxyCombo->setCurrentIndex(static_cast<int>(account.proxy.kind));
    m_ui->proxyHostEdit->setText(account.proxy.host);
    m_ui->proxyPortSpin->setValue(account.proxy.port);
    m_ui->proxyUserEdit->setText(account.proxy.user);
    m_ui->proxyPasswordEdit->clear();
    m_ui->retryBox->setChecked(account.sending.retryByDuplicateLock);
    m_ui->accountFrame->setEnabled(!account.demo);
    m_ui->checkButton->setEnabled(!account.demo);
    m_ui->saveButton->setEnabled(!account.demo);
    m_ui->renameButton->setEnabled(m_stored && !account.demo);
    m_ui->removeButton->setEnabled(m_stored && !account.demo);
    m_ui->strip->say(Strip::Notice, {});
    showDependent();
    using engine::Fixed;
    if (!account.demo)
        showFixed({{Fixed::ServiceId, {m_ui->serviceEdit}},
                   {Fixed::Authentication, {m_ui->authenticationCombo}},
                   {Fixed::Senders, {m_ui->sendersEdit}},
                   {Fixed::BaseUrl, {m_ui->urlEdit}},
                   {Fixed::Method, {m_ui->methodCombo}}});
}

void AccountSection::focusOn(int code)
{
    QWidget *input = m_ui->serviceEdit; // ERR-05, ERR-07, ERR-08
    if (code == 2)
        input = m_ui->authenticationCombo;
    else if (code == 13)
        input = m_ui->passwordEdit;
    else if (code == 18)
        input = m_ui->urlEdit;
    else if (code == 19)
        input = m_ui->methodCombo;
    if (m_ui->advancedFrame->isAncestorOf(input))
        m_ui->advancedButton->setChecked(true);
    input->setFocus(Qt::OtherFocusReason);
}

void AccountSection::showDependent()
{
    const bool password = m_ui->authenticationCombo->currentIndex() == 0;
    m_ui->passwordEdit->setEnabled(password);
    m_ui->passwordLabel->setEnabled(password);
    m_ui->methodNote->setText(
        m_ui->methodCombo->currentIndex() == 1
            ? tr("With GET the password is part of the address, where proxies may log it, and it is harder "
                 "to prove that an uncertain message was not sent. Characters outside Latin-1 are sent as "
                 "UTF-8.")
            : tr("The password is never part of an address, and all characters can be sent."));
    const bool manual = m_ui->proxyCombo->currentIndex() == static_cast<int>(domain::ProxyKind::Manual);
    for (QWidget *part : QList<QWidget *>{m_ui->proxyHostLabel, m_ui->proxyHostEdit, m_ui->proxyPortLabel,
                                          m_ui->proxyPortSpin, m_ui->proxyUserLabel, m_ui->proxyUserEdit,
                                          m_ui->proxyPasswordLabel, m_ui->proxyPasswordEdit})
        part->setVisible(manual);
    const bool own = !m_account.authoritiesFile.isEmpty();
    m_ui->authorityValue->setText(own ? tr("One imported, trusted in addition to the system's.")
                                      : tr("None (system certificates only)."));
    m_ui->removeAuthorityButton->setEnabled(own);
    m_ui->importAuthorityButton->setEnabled(m_stored);
    const bool active = m_stored && m_account.name == m_context.settings.activeAccount();
    m_ui->useButton->setEnabled(m_stored && !active && !m_account.demo);
    m_ui->inUseLabel->setText(
        m_account.demo ? tr("The demo account sends nothing. Press New… to set up your own account.")
        : active       ? tr("This account is in use.")
        : m_stored     ? tr("Another account is in use.")
                       : tr("Not saved yet."));
    const bool seen = m_account.sending.duplicateLockSeen;
    m_ui->lockValue->setText(seen ? tr("The account has it.") : tr("Unknown."));
    m_ui->lockButton->setEnabled(active);
    m_ui->retryBox->setEnabled(seen);
}

std::optional<domain::Account> AccountSection::entered()
{
    domain::Account account = m_account;
    auto refuse = [this](const QString &problem, QWidget *input) -> std::optional<domain::Account> {
        m_ui->strip->say(Strip::Error, problem);
        if (m_ui->advancedFrame->isAncestorOf(input))
            m_ui->advancedButton->setChecked(true);
        input->setFocus();
        return std::nullopt;
    };
    const auto service = serviceId(m_ui->serviceEdit->text());
    if (!service)
        return refuse(tr("The service ID is the number that Front gave you, digits only."),
                      m_ui->serviceEdit);
    account.serviceId = *service;
    account.authentication = m_ui->authenticationCombo->currentIndex() == 1
                                 ? domain::Authentication::IpAddress
                                 : domain::Authentication::Password;
    account.method = m_ui->methodCombo->currentIndex() == 1 ? domain::Method::Get : domain::Method::Json;
    if (!m_ui->sendersEdit->commit())
        return refuse(tr("The new sender cannot be used; see the note next to the field."),
                      m_ui->sendersEdit);
    account.senders = m_ui->sendersEdit->senders();
    account.templateSender = m_ui->templateSenderEdit->text().trimmed();
    const auto url = gatewayUrl(m_ui->urlEdit->text());
    if (!url)
        return refuse(engine::wording::sentence(url.error()), m_ui->urlEdit);
    account.baseUrl = *url;
    account.proxy.kind = static_cast<domain::ProxyKind>(m_ui->proxyCombo->currentIndex());
    account.proxy.host = m_ui->proxyHostEdit->text().trimmed();
    account.proxy.port = m_ui->proxyPortSpin->value();
    account.proxy.user = m_ui->proxyUserEdit->text().trimmed();
    if (account.proxy.kind == domain::ProxyKind::Manual && account.proxy.host.isEmpty())
        return refuse(tr("A manual proxy needs its address."), m_ui->proxyHostEdit);
    account.sending.retryByDuplicateLock = account.sending.duplicateLockSeen && m_ui->retryBox->isChecked();
    return account;
}

void AccountSection::save(bool thenCheck)
{
    const auto account = entered();
    if (!account)
        return;
    const engine::AccountSecrets secrets{m_ui->passwordEdit->text(), m_ui->proxyPasswordEdit->text()};
    m_context.engine.callAsync<base::Result<void>>(
        this,
        [account = *account, secrets](engine::Accounts &accounts,
                                      const std::function<void(base::Result<void>)> &done) {
            accounts.save(account, secrets, done);
        },
        [this, account = *account, thenCheck](const base::Result<void> &saved) {
            const bool onlyKeyring = !saved && saved.error().code == base::ErrorCode::NoKeyring;
            if (saved || onlyKeyring)
                showAccount(account);
            tell(saved, tr("Saved."));
            if (!saved && !onlyKeyring)
                return;
            Q_EMIT accountsChanged();
            if (thenCheck) {
                m_ui->strip->say(Strip::Notice, tr("Contacting the gateway…"));
                checkAccount(m_context, account, this, [this](const CheckAnswer &answer) {
                    m_ui->strip->say(answer.kind, answer.words);
                });
            }
        });
}

void AccountSection::tell(const base::Result<void> &result, const QString &success)
{
    if (result)
        m_ui->strip->say(Strip::Notice, success);
    else
        m_ui->strip->say(result.error().code == base::ErrorCode::NoKeyring ? Strip::Warning : Strip::Error,
                         engine::wording::sentence(result.error()));
}

void AccountSection::use()
{
    m_context.engine.call(
        this, [name = m_account.name](engine::Accounts &accounts) { return accounts.use(name); },
        [this](const base::Result<void> &used) {
            if (used)
                load();
            tell(used, tr("This account is used from now on."));
            Q_EMIT accountsChanged();
        });
}

void AccountSection::create()
{
    QInputDialog ask(this);
    ask.setWindowTitle(tr("New account"));
    ask.setLabelText(tr("Name for this account:"));
    ask.setOkButtonText(tr("Create"));
    ask.setCancelButtonText(tr("Cancel"));
    if (ask.exec() != QDialog::Accepted || ask.textValue().trimmed().isEmpty())
        return;
    const QString name = ask.textValue().trimmed();
    if (m_context.settings.account(name)) {
        m_ui->strip->say(Strip::Error, tr("There is already an account called “%1”.").arg(name));
        return;
    }
    domain::Account account;
    account.name = name;
    engine::CentralSettings().apply(account);
    showAccount(account);
    m_ui->serviceEdit->setFocus();
}

void AccountSection::rename()
{
    QInputDialog ask(this);
    ask.setWindowTitle(tr("Rename the account"));
    ask.setLabelText(tr("Name for this account:"));
    ask.setTextValue(shownName(m_account.name));
    ask.setOkButtonText(tr("Rename"));
    ask.setCancelButtonText(tr("Cancel"));
    const QString from = m_account.name;
    if (ask.exec() != QDialog::Accepted || ask.textValue().trimmed() == shownName(from))
        return;
    const QString to = ask.textValue().trimmed();
    if (to.isEmpty() || m_context.settings.account(to)) {
        m_ui->strip->say(Strip::Error, tr("There is already an account called “%1”.").arg(to));
        return;
    }
    m_context.engine.callAsync<base::Result<void>>(
        this,
        [from, to](engine::Accounts &accounts, const std::function<void(base::Result<void>)> &done) {
            accounts.rename(from, to, done);
        },
        [this, to](const base::Result<void> &renamed) {
            if (renamed)
                showAccount(m_context.settings.account(to).value_or(m_account));
            tell(renamed, tr("Renamed."));
            Q_EMIT accountsChanged();
        });
}

void AccountSection::remove()
{
    Question question;
    question.title = tr("Remove the account");
    question.words = tr("“%1” and its password are removed from this computer. Its campaigns stay in the "
                        "log; messages still waiting in them cannot be sent.")
                         .arg(shownName(m_account.name));
    question.answers = {{tr("Remove the account"), Answer::Destroy}, {tr("Don't remove"), Answer::Leave}};
    if (!agreed(this, question))
        return;
    m_context.engine.callAsync<base::Result<void>>(
        this,
        [name = m_account.name](engine::Accounts &accounts,
                                const std::function<void(base::Result<void>)> &done) {
            accounts.remove(name, done);
        },
        [this](const base::Result<void> &removed) {
            load();
            tell(removed, tr("Removed."));
            Q_EMIT accountsChanged();
        });
}

void AccountSection::importAuthority()
{
    const QString file = askForExistingFile(this, tr("Import a certificate authority"),
                                            tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    if (!file.isEmpty())
        storeAuthority(file);
}

void AccountSection::storeAuthority(const QString &file)
{
    m_context.engine.call(
        this,
        [name = m_account.name, file](engine::Accounts &accounts) {
            return accounts.importAuthorities(name, file);
        },
        [this](const base::Result<void> &stored) {
            m_account.authoritiesFile =
                m_context.settings.account(m_account.name).value_or(m_account).authoritiesFile;
            showDependent();
            if (!stored && stored.error().code == base::ErrorCode::FileUnreadable)
                m_ui->strip->say(Strip::Error, tr("The file contains no certificate in PEM format."));
            else
                tell(stored, tr("Saved."));
        });
}

void AccountSection::checkLock()
{
    LockCheckDialog dialog(m_context, this);
    dialog.exec();
    m_account.sending = m_context.settings.account(m_account.name).value_or(m_account).sending;
    m_ui->retryBox->setChecked(m_account.sending.retryByDuplicateLock);
    showDependent();
}

void AccountSection::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->authenticationCombo->setItemText(0, tr("Password"));
    m_ui->authenticationCombo->setItemText(1, tr("This computer's IP address"));
    m_ui->methodCombo->setItemText(0, tr("JSON (recommended)"));
    m_ui->methodCombo->setItemText(1, tr("GET"));
    m_ui->proxyCombo->setItemText(0, tr("The system's"));
    m_ui->proxyCombo->setItemText(1, tr("None", "proxy"));
    m_ui->proxyCombo->setItemText(2, tr("Manual", "proxy"));
    m_ui->passwordEdit->setPlaceholderText(tr("Stored in the system's keyring; leave empty to keep it"));
    m_ui->proxyPasswordEdit->setPlaceholderText(tr("Stored in the system's keyring; leave empty to keep it"));
    if (m_ui->accountCombo->count() > 0)
        fillList(m_account.name);
    showDependent();
}

} // namespace gui
