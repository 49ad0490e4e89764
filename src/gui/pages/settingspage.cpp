// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/settingspage.h"

#include "engine/language.h"
#include "engine/wording.h"
#include "gateway/request.h"
#include "gui/widgets/theme.h"
#include "ui_settingspage.h"

#include <QLocale>
#include <QScrollArea>

namespace gui {
using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(Context &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::SettingsPage>())
{
    // Large text must scroll, not be cut.
    auto *area = new QScrollArea(this);
    auto *inner = new QWidget(area);
    m_ui->setupUi(inner);
    area->setWidget(inner);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    theme::makePrimary(m_ui->saveButton);
    m_ui->languageCombo->addItem(u"Norsk (bokmål)"_s, u"nb"_s);
    m_ui->languageCombo->addItem(u"English"_s, u"en"_s);
    m_ui->authenticationCombo->addItems({{}, {}});
    m_ui->methodCombo->addItems({{}, {}});
    connect(m_ui->languageCombo, &QComboBox::activated, this,
            [this](int) { Q_EMIT languageChosen(m_ui->languageCombo->currentData().toString()); });
    connect(m_ui->authenticationCombo, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_ui->passwordEdit->setEnabled(index == 0); });
    connect(m_ui->saveButton, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_ui->checkButton, &QPushButton::clicked, this, [this] { save(true); });
    retranslate();
    load();
}

SettingsPage::~SettingsPage() = default;

QString SettingsPage::title() const
{
    return tr("Settings", "page");
}

void SettingsPage::activated()
{
    load();
}

void SettingsPage::load()
{
    m_account = m_context.settings.account({}).value_or(domain::Account{});
    m_ui->languageCombo->setCurrentIndex(m_ui->languageCombo->findData(engine::language::current()));
    m_ui->serviceEdit->setText(m_account.serviceId > 0 ? QString::number(m_account.serviceId) : QString());
    m_ui->authenticationCombo->setCurrentIndex(
        m_account.authentication == domain::Authentication::IpAddress ? 1 : 0);
    m_ui->passwordEdit->clear();
    m_ui->sendersEdit->setText(m_account.senders.join(u", "_s));
    m_ui->urlEdit->setText(m_account.baseUrl.toString());
    m_ui->methodCombo->setCurrentIndex(m_account.method == domain::Method::Get ? 1 : 0);
    m_ui->countriesEdit->setText(m_account.sending.allowedCountries.join(u", "_s));
    m_ui->capSpin->setValue(m_account.sending.dailyCap);
    m_ui->priceSpin->setValue(m_account.sending.pricePerSmsOre.value_or(0));
    m_ui->rateSpin->setValue(m_account.sending.ratePerSecond);
    m_ui->accountBox->setEnabled(!m_account.demo);
    m_ui->strip->say(
        Strip::Notice,
        m_account.demo
            ? tr("The demo account sends nothing. Choose “I have an account” at the next start to set up "
                 "your own.")
            : QString());
}

void SettingsPage::save(bool thenCheck)
{
    domain::Account account = m_account;
    bool good = false;
    account.serviceId = m_ui->serviceEdit->text().trimmed().toLongLong(&good);
    if (!good || account.serviceId <= 0) {
        m_ui->strip->say(Strip::Error, tr("The service ID is the number that Front gave you, digits only."));
        m_ui->serviceEdit->setFocus();
        return;
    }
    account.authentication = m_ui->authenticationCombo->currentIndex() == 1
                                 ? domain::Authentication::IpAddress
                                 : domain::Authentication::Password;
    account.method = m_ui->methodCombo->currentIndex() == 1 ? domain::Method::Get : domain::Method::Json;
    account.senders.clear();
    for (const QString &part : m_ui->sendersEdit->text().split(u',', Qt::SkipEmptyParts)) {
        if (const auto checked = gateway::checkedSender(part.trimmed()); !checked) {
            m_ui->strip->say(Strip::Error, engine::wording::sentence(checked.error()));
            m_ui->sendersEdit->setFocus();
            return;
        }
        account.senders.append(part.trimmed());
    }
    QString url = m_ui->urlEdit->text().trimmed();
    if (!url.endsWith(u'/'))
        url += u'/';
    account.baseUrl = QUrl(url, QUrl::StrictMode);
    if (!account.baseUrl.isValid() ||
        (account.baseUrl.scheme() != "https"_L1 && !domain::isLoopback(account.baseUrl))) {
        m_ui->strip->say(Strip::Error, engine::wording::sentence({base::ErrorCode::InsecureUrl, url, {}}));
        m_ui->urlEdit->setFocus();
        return;
    }
    account.sending.allowedCountries.clear();
    for (const QString &part : m_ui->countriesEdit->text().split(u',', Qt::SkipEmptyParts)) {
        const QString country = part.trimmed().toUpper();
        if (country.size() != 2 || QLocale::codeToTerritory(country) == QLocale::AnyTerritory) {
            m_ui->strip->say(Strip::Error,
                             tr("“%1” is not a country code like NO or SE.").arg(part.trimmed()));
            m_ui->countriesEdit->setFocus();
            return;
        }
        account.sending.allowedCountries.append(country);
    }
    account.sending.dailyCap = m_ui->capSpin->value();
    account.sending.ratePerSecond = m_ui->rateSpin->value();
    account.sending.pricePerSmsOre.reset();
    if (m_ui->priceSpin->value() > 0)
        account.sending.pricePerSmsOre = m_ui->priceSpin->value();
    const QString password = m_ui->passwordEdit->text();
    m_context.engine.callAsync<base::Result<void>>(
        this,
        [account, password](engine::Engine &engine, const std::function<void(base::Result<void>)> &done) {
            engine.saveAccount(account, password, done);
        },
        [this, account, thenCheck](const base::Result<void> &saved) {
            if (!saved) {
                m_ui->strip->say(Strip::Warning, engine::wording::sentence(saved.error()));
                return;
            }
            m_account = account;
            m_ui->passwordEdit->clear();
            m_ui->strip->say(Strip::Notice, tr("Saved."));
            Q_EMIT accountSaved();
            if (thenCheck)
                check(account);
        });
}

void SettingsPage::check(const domain::Account &account)
{
    m_ui->strip->say(Strip::Notice, tr("Asking the gateway …"));
    m_context.engine.callAsync<gateway::Outcome>(
        this,
        [account](engine::Engine &engine, const std::function<void(gateway::Outcome)> &done) {
            engine.checkAccount(account, done);
        },
        [this](const gateway::Outcome &outcome) {
            if (!outcome.errorCode) {
                m_ui->strip->say(
                    Strip::Error,
                    engine::wording::sentence({base::ErrorCode::GatewayUnreachable, outcome.reason, {}}));
            } else if (*outcome.errorCode >= 8 && *outcome.errorCode <= 11) {
                m_ui->strip->say(
                    Strip::Notice,
                    tr("The gateway was reached. Whether the password is right shows at the first message."));
            } else {
                m_ui->strip->say(
                    Strip::Error,
                    QString(engine::wording::answerMeaning(*outcome.errorCode, outcome.description) +
                            u". "_s + engine::wording::answerRemedy(*outcome.errorCode)));
            }
        });
}

void SettingsPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->titleLabel->setFont(theme::title(font()));
    m_ui->languageCombo->setAccessibleName(tr("Language"));
    m_ui->authenticationCombo->setItemText(0, tr("Password"));
    m_ui->authenticationCombo->setItemText(1, tr("This computer's address"));
    m_ui->methodCombo->setItemText(0, tr("JSON (recommended)"));
    m_ui->methodCombo->setItemText(1, tr("GET (the password stands in the address; Latin-1)"));
    m_ui->sendersEdit->setPlaceholderText(tr("Names or numbers, with commas between"));
    m_ui->passwordEdit->setPlaceholderText(tr("Kept in the system's keyring"));
    m_ui->priceSpin->setSpecialValueText(tr("not known"));
    m_ui->rateSpin->setSpecialValueText(tr("no limit"));
}

} // namespace gui
