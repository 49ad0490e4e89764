// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/banners.h"

#include "engine/accounts.h"
#include "engine/engine.h"
#include "engine/language.h"
#include "engine/mailboxwording.h"
#include "engine/owntime.h"
#include "engine/pausewording.h"
#include "engine/reception.h"
#include "engine/soundness.h"
#include "engine/wording.h"
#include "gui/widgets/strip.h"

#include <QDateTime>
#include <QPushButton>
#include <QVBoxLayout>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mailboxPatienceMs = 60LL * 60 * 1000; // a web site may be away for a while

} // namespace

Banners::Banners(Context &context, QWidget *parent)
    : Translated(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
    , m_storageStrip(addStrip(u"storageStrip"_s))
    , m_heldStrip(addStrip(u"heldStrip"_s))
    , m_clockStrip(addStrip(u"clockStrip"_s))
    , m_receiverStrip(addStrip(u"receiverStrip"_s))
    , m_mailboxStrip(addStrip(u"mailboxStrip"_s))
    , m_passwordStrip(addStrip(u"passwordStrip"_s))
    , m_closeButton(m_storageStrip->addButton(u"closeStorageButton"_s))
    , m_restoreButton(m_storageStrip->addButton(u"toBackupsButton"_s))
    , m_campaignsButton(m_heldStrip->addButton(u"heldCampaignsButton"_s))
    , m_closeHeldButton(m_heldStrip->addButton(u"closeHeldButton"_s))
    , m_clockButton(m_clockStrip->addButton(u"clockIsRightButton"_s))
    , m_settingsButton(m_receiverStrip->addButton(u"receiverSettingsButton"_s))
    , m_mailboxButton(m_mailboxStrip->addButton(u"mailboxSettingsButton"_s))
    , m_closeMailboxButton(m_mailboxStrip->addButton(u"closeMailboxButton"_s))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    connectStorage();
    connectHeld();
    connectClock();
    connectReceiving();
    watchMailbox();
    retranslate();
}

Strip *Banners::addStrip(const QString &name)
{
    auto *strip = new Strip(this);
    strip->setObjectName(name);
    m_column->addWidget(strip);
    return strip;
}

void Banners::connectStorage()
{
    const auto *soundness = m_context.engine.part<engine::Soundness>();
    connect(soundness, &engine::Soundness::damaged, this, &Banners::showDamage);
    m_context.engine.call( // it may have been found before there was a window
        this, [](engine::Soundness &found) { return found.damage(); },
        [this](const std::optional<base::Error> &damage) {
            if (damage)
                showDamage(*damage);
        });
    connect(soundness, &engine::Soundness::storageFailed, this, [this](const base::Error &error) {
        if (m_storage == Storage::Damaged) // which is why
            return;
        m_storage = Storage::Failing;
        m_storageError = error;
        retranslate();
    });
    connect(soundness, &engine::Soundness::storageRecovered, this, [this] {
        m_storage = Storage::Recovered;
        retranslate();
    });
    connect(m_closeButton, &QPushButton::clicked, this, [this] {
        m_storage = Storage::Good;
        retranslate();
    });
    connect(m_restoreButton, &QPushButton::clicked, this, &Banners::backupsWanted);
}

void Banners::connectHeld()
{
    m_context.engine.call(
        this, [](engine::Engine &opened) { return opened.heldAtOpening(); },
        [this](const std::optional<engine::HeldAtOpening> &held) {
            m_held = held;
            retranslate();
        });
    connect(m_campaignsButton, &QPushButton::clicked, this, &Banners::campaignsWanted);
    connect(m_closeHeldButton, &QPushButton::clicked, this, [this] {
        m_held.reset();
        retranslate();
    });
}

void Banners::connectClock()
{
    connect(m_context.engine.part<engine::OwnTime>(), &engine::OwnTime::judged, this, &Banners::askTheTime);
    askTheTime();
    connect(m_clockButton, &QPushButton::clicked, this, [this] {
        m_context.engine.call(
            this,
            [](engine::OwnTime &time) {
                time.confirm();
                return true;
            },
            [](bool) {});
    });
}

void Banners::connectReceiving()
{
    connect(m_context.engine.part<engine::Reception>(), &engine::Reception::receivingChanged, this,
            [this](bool receiving) {
                if (!receiving)
                    return;
                m_receiverError.reset();
                retranslate();
            });
    connect(m_settingsButton, &QPushButton::clicked, this, &Banners::settingsWanted);
    connect(m_context.engine.part<engine::Accounts>(), &engine::Accounts::passwordKeptForThisRun, this,
            [this] {
                m_passwordKept = true;
                retranslate();
            });
}

void Banners::askTheTime()
{
    m_context.engine.call(
        this,
        [](engine::OwnTime &time) {
            return time.agreesWithClock() ? std::optional<qint64>() : std::optional(time.nowMs());
        },
        [this](const std::optional<qint64> &doubted) {
            m_knownTimeMs = doubted;
            retranslate();
        });
}

void Banners::watchMailbox()
{
    connect(m_mailboxButton, &QPushButton::clicked, this, &Banners::mailboxSettingsWanted);
    connect(m_closeMailboxButton, &QPushButton::clicked, this, [this] {
        m_forgottenSinceMs.reset();
        retranslate();
    });
    connect(m_context.engine.part<engine::Mailbox>(), &engine::Mailbox::stateChanged, this,
            [this](const engine::MailboxState &state) {
                m_mailbox = state;
                retranslate();
            });
    m_context.engine.call( // before it is asked for the first time
        this,
        [](const engine::Mailbox &mailbox) {
            const engine::MailboxSettings settings = mailbox.settings();
            return mailbox.isForgotten() ? std::optional(std::max(settings.lastFetchMs, settings.usedSinceMs))
                                         : std::optional<qint64>();
        },
        [this](const std::optional<qint64> &since) {
            m_forgottenSinceMs = since;
            retranslate();
        });
}

QString Banners::mailboxInWords() const
{
    if (!m_mailbox.used && !m_forgottenSinceMs)
        return {};
    if (m_mailbox.full)
        return engine::wording::mailboxFull();
    const qint64 silentMs = QDateTime::currentMSecsSinceEpoch() - m_mailbox.lastAskedMs;
    if (m_mailbox.problem && (silentMs > mailboxPatienceMs || !engine::mayPassByItself(*m_mailbox.problem)))
        return tr("The mailbox is not being emptied, so statuses and replies are missing here. %1")
            .arg(engine::wording::sentence(*m_mailbox.problem));
    if (!m_forgottenSinceMs)
        return {};
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(*m_forgottenSinceMs);
    return tr("Nothing had been fetched from the mailbox since %1. What has come in since then is being "
              "fetched now. Open Budstikke at least every two weeks, so that no reply is overlooked.")
        .arg(engine::language::locale().toString(since.date(), QLocale::LongFormat));
}

void Banners::showDamage(const base::Error &error)
{
    m_storage = Storage::Damaged;
    m_storageError = error;
    retranslate();
}

void Banners::receiverFailed(const base::Error &error)
{
    m_receiverError = error;
    retranslate();
}

void Banners::retranslate()
{
    m_closeButton->setText(tr("Close"));
    m_closeButton->setVisible(m_storage == Storage::Recovered);
    m_restoreButton->setText(tr("Restore a backup…"));
    m_restoreButton->setVisible(m_storage == Storage::Damaged);
    m_settingsButton->setText(tr("Settings", "button"));
    m_campaignsButton->setText(tr("See the campaigns"));
    m_closeHeldButton->setText(tr("Close"));
    QString storage;
    if (m_storage == Storage::Failing && m_storageError) {
        storage = tr("%1 Until then nothing is sent, and incoming messages wait in the gateway's queue.")
                      .arg(engine::wording::sentence(*m_storageError));
    } else if (m_storage == Storage::Damaged) {
        storage = tr("The database is damaged. It can be read, but nothing is sent or stored until you "
                     "restore a backup; incoming messages wait in the gateway's queue.");
    } else if (m_storage == Storage::Recovered) {
        storage = tr("Saving works again. The gateway's queue may have stopped: use the restart link in the "
                     "e-mail to your contact person to receive what is missing.");
    }
    m_storageStrip->say(m_storage == Storage::Recovered ? Strip::Warning : Strip::Error, storage);
    m_heldStrip->say(Strip::Warning,
                     m_held ? tr("%n messages are held back. %1", nullptr, static_cast<int>(m_held->messages))
                                  .arg(engine::wording::pauseReason(engine::pauseReason(m_held->because)))
                            : QString());
    m_clockButton->setText(tr("The clock is right"));
    m_clockStrip->say(Strip::Warning, m_knownTimeMs ? engine::wording::clockDoubt(
                                                          QDateTime::currentMSecsSinceEpoch(), *m_knownTimeMs)
                                                    : QString());
    m_receiverStrip->say(Strip::Warning, m_receiverError
                                             ? tr("The receiver is off, so no statuses or replies arrive. %1")
                                                   .arg(engine::wording::sentence(*m_receiverError))
                                             : QString());
    m_mailboxButton->setText(tr("Settings", "button"));
    m_closeMailboxButton->setText(tr("Close"));
    m_closeMailboxButton->setVisible(m_forgottenSinceMs.has_value());
    m_mailboxStrip->say(m_mailbox.full ? Strip::Error : Strip::Warning, mailboxInWords());
    m_passwordStrip->say(Strip::Warning, m_passwordKept ? tr("No keyring is available, so you will be asked "
                                                             "for the password each time the program starts.")
                                                        : QString());
}

} // namespace gui
