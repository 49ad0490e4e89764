// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/receiversection.h"

#include "engine/inboxwording.h"
#include "engine/language.h"
#include "engine/reception.h"
#include "engine/settings.h"
#include "engine/wording.h"
#include "gui/leaving.h"
#include "gui/savefile.h"
#include "ui_receiversection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int expiryWarningDays = 21;

// As it runs, or not.
struct State
{
    engine::ReceiverUrls urls;
    std::optional<QDateTime> expiry;
};

} // namespace

ReceiverSection::ReceiverSection(Context &context, QWidget *parent)
    : SettingsSection(context, parent)
    , m_ui(this)
{
    for (QLabel *heading : {m_ui->portalHeading, m_ui->testHeading}) {
        QFont bold = heading->font();
        bold.setBold(true);
        heading->setFont(bold);
    }
    connect(m_ui->certificateButton, &QPushButton::clicked, this,
            [this] { chooseFile(m_ui->certificateEdit); });
    connect(m_ui->keyButton, &QPushButton::clicked, this, [this] { chooseFile(m_ui->keyEdit); });
    connect(m_ui->copyStatusButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->statusUrlEdit->text()); });
    connect(m_ui->copyInboundButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->inboundUrlEdit->text()); });
    connect(m_ui->testHereButton, &QPushButton::clicked, this, [this] { test(false); });
    connect(m_ui->testOutsideButton, &QPushButton::clicked, this, [this] { test(true); });
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ReceiverSection::save);
    connect(context.engine.part<engine::Reception>(), &engine::Reception::receivingChanged, this,
            &ReceiverSection::showState);
    retranslate();
    load();
}

QString ReceiverSection::title() const
{
    return tr("Straight to this computer");
}

void ReceiverSection::load()
{
    const engine::ReceiverSettings receiver = m_context.settings.receiver();
    m_ui->enabledBox->setChecked(receiver.enabled);
    m_ui->stayBox->setChecked(m_context.settings.value(whenClosedKey) == "receive"_L1);
    m_ui->addressEdit->setText(receiver.listenAddress);
    m_ui->portSpin->setValue(receiver.port);
    m_ui->publicEdit->setText(receiver.publicUrl.toString());
    m_ui->certificateEdit->setText(receiver.certificateFile);
    m_ui->keyEdit->setText(receiver.keyFile);
    m_ui->allowedEdit->setText(receiver.allowed.join(u", "_s));
    m_ui->proxiesEdit->setText(receiver.trustedProxies.join(u", "_s));
    m_ui->strip->say(Strip::Notice, {});
    m_ui->testStrip->say(Strip::Notice, {});
    using engine::Fixed;
    showFixed({{Fixed::ReceiverEnabled, {m_ui->enabledBox}},
               {Fixed::ListenAddress, {m_ui->addressEdit}},
               {Fixed::Port, {m_ui->portSpin}},
               {Fixed::PublicUrl, {m_ui->publicEdit}},
               {Fixed::CertificateFile, {m_ui->certificateEdit, m_ui->certificateButton}},
               {Fixed::KeyFile, {m_ui->keyEdit, m_ui->keyButton}},
               {Fixed::AllowedCallers, {m_ui->allowedEdit}},
               {Fixed::TrustedProxies, {m_ui->proxiesEdit}}});
    showState();
}

void ReceiverSection::showState()
{
    m_context.engine.call(
        this,
        [](const engine::Reception &reception) {
            return State{reception.urls(), reception.certificateExpiry()};
        },
        [this](const State &state) {
            m_ui->introNote->setText(
                m_context.demo
                    ? tr("The demo account has its own receiver, on this computer only. The settings here "
                         "apply to your own account.")
                    : tr("The gateway connects to this computer to report whether messages arrived and to "
                         "deliver replies. It must be able to reach it; press F1 to see how."));
            m_ui->statusUrlEdit->setText(state.urls.status);
            m_ui->inboundUrlEdit->setText(state.urls.inbound);
            const bool on = !state.urls.status.isEmpty();
            m_ui->copyStatusButton->setEnabled(on);
            m_ui->copyInboundButton->setEnabled(on);
            m_ui->testHereButton->setEnabled(on);
            m_ui->testOutsideButton->setEnabled(on && !m_context.demo);
            m_ui->portalNote->setText(
                on ? tr("Enter these two in the gateway's portal. The long code in them is secret: do not "
                        "show it to others.")
                   : tr("Turn the receiver on and save; the two addresses for the portal then appear here."));
            QString warning;
            const QDateTime now = QDateTime::currentDateTime();
            if (state.expiry && *state.expiry < now.addDays(expiryWarningDays)) {
                const QString day = engine::language::locale().toString(state.expiry->toLocalTime().date(),
                                                                        QLocale::LongFormat);
                warning = *state.expiry < now ? tr("The certificate expired on %1. The gateway may refuse to "
                                                   "connect. Replace both files.")
                                                    .arg(day)
                                              : tr("The certificate expires on %1. Replace both files before "
                                                   "then; the receiver picks up new files automatically.")
                                                    .arg(day);
            }
            m_ui->expiryStrip->say(Strip::Warning, warning);
        });
}

engine::ReceiverSettings ReceiverSection::entered() const
{
    static const QRegularExpression between(u"[,;\\s]+"_s);
    engine::ReceiverSettings receiver = m_context.settings.receiver();
    receiver.enabled = m_ui->enabledBox->isChecked();
    receiver.listenAddress = m_ui->addressEdit->text().trimmed();
    receiver.port = static_cast<quint16>(m_ui->portSpin->value());
    QString address = m_ui->publicEdit->text().trimmed();
    if (!address.isEmpty() && !address.contains("://"_L1))
        address.prepend("https://"_L1);
    receiver.publicUrl = QUrl(address);
    receiver.certificateFile = m_ui->certificateEdit->text().trimmed();
    receiver.keyFile = m_ui->keyEdit->text().trimmed();
    receiver.allowed = m_ui->allowedEdit->text().split(between, Qt::SkipEmptyParts);
    receiver.trustedProxies = m_ui->proxiesEdit->text().split(between, Qt::SkipEmptyParts);
    return receiver;
}

void ReceiverSection::refused(const base::Error &error)
{
    const QMap<QString, QLineEdit *> fields{{u"listenAddress"_s, m_ui->addressEdit},
                                            {u"publicUrl"_s, m_ui->publicEdit},
                                            {u"certificateFile"_s, m_ui->certificateEdit},
                                            {u"keyFile"_s, m_ui->keyEdit},
                                            {u"allowed"_s, m_ui->allowedEdit},
                                            {u"trustedProxies"_s, m_ui->proxiesEdit}};
    QLineEdit *edit = error.code == base::ErrorCode::InvalidField ? fields.value(error.field) : nullptr;
    if (!edit)
        return m_ui->strip->say(Strip::Error, engine::wording::sentence(error));
    edit->setFocus();
    if (edit == m_ui->certificateEdit || edit == m_ui->keyEdit)
        m_ui->strip->say(Strip::Error,
                         tr("A certificate and its key belong together: choose both files, or none."));
    else if (edit == m_ui->publicEdit)
        m_ui->strip->say(Strip::Error,
                         tr("“%1” is not an address like https://sms.example.no.").arg(error.detail));
    else
        m_ui->strip->say(Strip::Error, tr("“%1” is not an IP address like 192.168.1.20.").arg(error.detail));
}

void ReceiverSection::save()
{
    const engine::ReceiverSettings receiver = entered();
    m_ui->saveButton->setEnabled(false);
    m_context.engine.call(
        this,
        [receiver, stay = m_ui->stayBox->isChecked()](engine::Reception &reception,
                                                      engine::Settings &settings) {
            auto used = reception.use(receiver);
            // Untouched, the question is still asked once.
            if (!used || stay == (settings.value(whenClosedKey) == "receive"_L1))
                return used;
            return settings.setValue(whenClosedKey, stay ? u"receive"_s : u"quit"_s);
        },
        [this, receiver](const base::Result<void> &used) {
            m_ui->saveButton->setEnabled(true);
            if (!used)
                return refused(used.error());
            m_ui->publicEdit->setText(receiver.publicUrl.toString());
            m_ui->strip->say(Strip::Notice, m_context.demo     ? tr("Saved for your own account.")
                                            : receiver.enabled ? tr("Saved. The receiver is on.")
                                                               : tr("Saved. The receiver is off."));
            showState();
        });
}

void ReceiverSection::test(bool outside)
{
    m_ui->testStrip->say(Strip::Notice, tr("Testing…"));
    m_context.engine.callAsync<engine::SelfTest>(
        this,
        [outside](engine::Reception &reception, const std::function<void(engine::SelfTest)> &done) {
            reception.test(outside, done);
        },
        [this, outside](const engine::SelfTest &result) {
            m_ui->testStrip->say(result.result == engine::SelfTest::Arrived ? Strip::Notice : Strip::Warning,
                                 engine::wording::selfTest(result, outside));
        });
}

void ReceiverSection::chooseFile(QLineEdit *edit)
{
    const QString file = askForExistingFile(
        this, tr("Choose a file"),
        tr("Certificates and keys (*.pem *.crt *.cer *.key)") + ";;"_L1 + tr("All files (*)"), edit->text());
    if (!file.isEmpty())
        edit->setText(file);
}

void ReceiverSection::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->addressNote->setText(tr("0.0.0.0 means all of this computer's addresses."));
    m_ui->publicEdit->setPlaceholderText(u"https://sms.example.no"_s);
    m_ui->publicNote->setText(tr("The address the gateway uses to reach this computer, for example via a "
                                 "router or web server. Leave empty to use the computer's own address."));
    m_ui->certificateNote->setText(tr("PEM files. Leave both empty if a reverse proxy has the certificate."));
    m_ui->allowedEdit->setPlaceholderText(engine::gatewayAddresses().join(u", "_s));
    m_ui->allowedNote->setText(tr("Leave empty to allow only the gateway's own addresses."));
    m_ui->proxiesNote->setText(
        tr("Reverse proxies of your own that pass on the caller's address. Usually empty."));
    m_ui->portalHeading->setText(tr("In the gateway's portal"));
    m_ui->testHeading->setText(tr("Test"));
    showState();
}

} // namespace gui
