// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/sendingsection.h"

#include "domain/accountrules.h"
#include "engine/countrywording.h"
#include "engine/language.h"
#include "engine/settings.h"
#include "engine/wording.h"
#include "gui/widgets/entrytable.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/typedover.h"
#include "ui_sendingsection.h"

#include <QCompleter>
#include <QStyledItemDelegate>

#include <cmath>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

std::optional<int> oreOf(const QString &kroner)
{
    bool good = false;
    const double value = engine::language::locale().toDouble(kroner.trimmed(), &good);
    if (!good || value < 0 || value > 100)
        return std::nullopt;
    return static_cast<int>(std::lround(value * 100));
}

// A country's cell is typed with the names offered.
class CountryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *edit = new QLineEdit(parent);
        auto *completer =
            new QCompleter(engine::wording::countries(engine::wording::countriesByName()), edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        edit->setCompleter(completer);
        return edit;
    }
};

} // namespace

SendingSection::SendingSection(Context &context, QWidget *parent)
    : SettingsSection(context, parent)
    , m_ui(this)
{
    entrytable::dress(m_ui->pricesTable, 2, 4);
    entrytable::connectButtons(
        m_ui->pricesTable, m_ui->addPriceButton, [this] { addPrice({}, 0); }, m_ui->removePriceButton);
    m_ui->pricesTable->setItemDelegateForColumn(0, new CountryDelegate(m_ui->pricesTable));
    connect(m_ui->addCountryCombo, &QComboBox::activated, this, &SendingSection::addCountry);
    connect(m_ui->quietBox, &QCheckBox::toggled, this, [this](bool quiet) {
        m_ui->quietFromEdit->setEnabled(quiet);
        m_ui->quietToEdit->setEnabled(quiet);
    });
    for (QTimeEdit *edit : {m_ui->quietFromEdit, m_ui->quietToEdit})
        TypedOver::mend(edit);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &SendingSection::save);
    retranslate();
}

QString SendingSection::title() const
{
    return tr("Sending", "settings");
}

// One more that may be sent to, by its name.
void SendingSection::addCountry(int chosen)
{
    const QString code = m_ui->addCountryCombo->itemData(chosen).toString();
    m_ui->addCountryCombo->setCurrentIndex(0);
    const auto codes = engine::wording::countryCodes(m_ui->countriesEdit->text());
    if (code.isEmpty() || (codes && codes->contains(code)))
        return;
    QStringList written = m_ui->countriesEdit->text().split(u',', Qt::SkipEmptyParts);
    written.append(engine::wording::country(code));
    for (QString &name : written)
        name = name.trimmed();
    m_ui->countriesEdit->setText(written.join(u", "_s));
}

void SendingSection::addPrice(const QString &country, int ore)
{
    entrytable::append(m_ui->pricesTable, {engine::wording::country(country),
                                           engine::language::locale().toString(ore / 100.0, 'f', 2)});
}

void SendingSection::load()
{
    const auto account = m_context.settings.account({});
    const domain::SendingRules rules = account.value_or(domain::Account{}).sending;
    m_ui->inFlightSpin->setValue(rules.inFlight);
    m_ui->bulkSizeSpin->setValue(rules.bulkSize);
    m_ui->bulkInFlightSpin->setValue(rules.bulkInFlight);
    m_ui->rateSpin->setValue(rules.ratePerSecond);
    m_ui->capSpin->setValue(rules.dailyCap);
    const domain::QuietHours quiet = rules.quietHours.value_or(domain::QuietHours{QTime(21, 0), QTime(8, 0)});
    m_ui->quietBox->setChecked(rules.quietHours.has_value());
    m_ui->quietFromEdit->setTime(quiet.from);
    m_ui->quietToEdit->setTime(quiet.to);
    m_ui->quietFromEdit->setEnabled(rules.quietHours.has_value());
    m_ui->quietToEdit->setEnabled(rules.quietHours.has_value());
    m_ui->countriesEdit->setText(engine::wording::countries(rules.allowedCountries).join(u", "_s));
    m_ui->priceSpin->setValue(rules.pricePerSmsOre.value_or(0) / 100.0);
    m_ui->pricesTable->setRowCount(0);
    for (auto price = rules.pricesByCountryOre.cbegin(); price != rules.pricesByCountryOre.cend(); ++price)
        addPrice(price.key(), price.value());
    m_ui->saveButton->setEnabled(account.has_value());
    m_ui->strip->say(Strip::Notice,
                     account ? QString() : tr("Set up an account first; these rules apply to the account."));
    using engine::Fixed;
    showFixed({{Fixed::DailyCap, {m_ui->capSpin}},
               {Fixed::QuietHours, {m_ui->quietBox, m_ui->quietFromEdit, m_ui->quietToEdit}},
               {Fixed::AllowedCountries, {m_ui->countriesEdit, m_ui->addCountryCombo}}});
}

void SendingSection::save()
{
    auto account = m_context.settings.account({});
    if (!account)
        return;
    domain::SendingRules rules = account->sending;
    rules.inFlight = m_ui->inFlightSpin->value();
    rules.bulkSize = m_ui->bulkSizeSpin->value();
    rules.bulkInFlight = m_ui->bulkInFlightSpin->value();
    rules.ratePerSecond = m_ui->rateSpin->value();
    rules.dailyCap = m_ui->capSpin->value();
    rules.pricePerSmsOre.reset();
    if (m_ui->priceSpin->value() > 0)
        rules.pricePerSmsOre = static_cast<int>(std::lround(m_ui->priceSpin->value() * 100));
    if (!readQuietHours(rules) || !readCountries(rules) || !readPrices(rules))
        return;
    account->sending = rules;
    m_context.engine.call(
        this, [account = *account](engine::Settings &settings) { return settings.save(account); },
        [this](const base::Result<void> &saved) {
            if (!saved)
                return m_ui->strip->say(Strip::Error, engine::wording::sentence(saved.error()));
            m_ui->strip->say(Strip::Notice, tr("Saved."));
            Q_EMIT accountsChanged();
        });
}

void SendingSection::refuse(QWidget *input, const QString &why)
{
    m_ui->strip->say(Strip::Error, why);
    input->setFocus();
}

bool SendingSection::readQuietHours(domain::SendingRules &rules)
{
    rules.quietHours.reset();
    if (!m_ui->quietBox->isChecked())
        return true;
    rules.quietHours = domain::quietHours(m_ui->quietFromEdit->time(), m_ui->quietToEdit->time());
    if (rules.quietHours)
        return true;
    refuse(m_ui->quietToEdit, tr("Quiet hours cannot start and end at the same time."));
    return false;
}

bool SendingSection::readCountries(domain::SendingRules &rules)
{
    const auto countries = engine::wording::countryCodes(m_ui->countriesEdit->text());
    if (!countries) {
        refuse(m_ui->countriesEdit,
               tr("“%1” is not a country. Choose it from the list, or type its code, such as SE.")
                   .arg(countries.error().detail));
        return false;
    }
    rules.allowedCountries = *countries;
    return true;
}

bool SendingSection::readPrices(domain::SendingRules &rules)
{
    rules.pricesByCountryOre.clear();
    for (int row = 0; row < m_ui->pricesTable->rowCount(); ++row) {
        const QString country = engine::wording::countryCode(m_ui->pricesTable->item(row, 0)->text());
        const auto ore = oreOf(m_ui->pricesTable->item(row, 1)->text());
        if (country.isEmpty() || !ore) {
            m_ui->pricesTable->setCurrentCell(row, country.isEmpty() ? 0 : 1);
            refuse(m_ui->pricesTable,
                   tr("Row %1 of the prices needs a country, such as Sweden, and a price in kroner.")
                       .arg(row + 1));
            return false;
        }
        rules.pricesByCountryOre.insert(country, *ore);
    }
    return true;
}

void SendingSection::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->rateSpin->setSpecialValueText(tr("no limit"));
    m_ui->priceSpin->setSpecialValueText(tr("unknown"));
    m_ui->priceSpin->setSuffix(tr(" kr"));
    for (QAbstractSpinBox *spin :
         {static_cast<QAbstractSpinBox *>(m_ui->rateSpin), static_cast<QAbstractSpinBox *>(m_ui->priceSpin)})
        theme::fitSpin(spin);
    m_ui->countriesNote->setText(tr("Separated by commas. Nothing is sent to other countries."));
    m_ui->pricesTable->setHorizontalHeaderLabels({tr("Country"), tr("Kroner per SMS")});
    m_ui->addCountryCombo->clear();
    m_ui->addCountryCombo->addItem(tr("Add a country…"));
    for (const QString &code : engine::wording::countriesByName())
        m_ui->addCountryCombo->addItem(engine::wording::country(code), code);
    load(); // the names of the countries
}

} // namespace gui
