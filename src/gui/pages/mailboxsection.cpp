// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/mailboxsection.h"

#include "engine/mailboxwording.h"
#include "engine/wording.h"
#include "gui/question.h"
#include "gui/savefile.h"
#include "ui_mailboxsection.h"

#include <QClipboard>
#include <QGuiApplication>

namespace gui {
using namespace Qt::StringLiterals;

MailboxSection::MailboxSection(Context &context, QWidget *parent)
    : SettingsSection(context, parent)
    , m_ui(this)
{
    for (QLabel *heading : {m_ui->step1Heading, m_ui->step2Heading, m_ui->step3Heading, m_ui->portalHeading,
                            m_ui->moreHeading}) {
        QFont bold = heading->font();
        bold.setBold(true);
        heading->setFont(bold);
        heading->setTextFormat(Qt::PlainText);
    }
    m_ui->step1Picture->setPicture(StepPicture::What::FileWithKey);
    m_ui->step2Picture->setPicture(StepPicture::What::Upload);
    m_ui->step3Picture->setPicture(StepPicture::What::Address);
    m_ui->addressEdit->setPlaceholderText(u"https://www.example.no/postkasse.php"_s);
    connectButtons();
    connect(context.engine.part<engine::Mailbox>(), &engine::Mailbox::stateChanged, this, [this] {
        if (isVisible())
            showFacts();
    });
    retranslate();
    load();
}

void MailboxSection::connectButtons()
{
    connect(m_ui->saveFileButton, &QPushButton::clicked, this, &MailboxSection::saveFile);
    connect(m_ui->testButton, &QPushButton::clicked, this, &MailboxSection::testAndUse);
    connect(m_ui->addressEdit, &QLineEdit::returnPressed, this, &MailboxSection::testAndUse);
    connect(m_ui->fetchButton, &QPushButton::clicked, this, &MailboxSection::fetch);
    connect(m_ui->newKeyButton, &QPushButton::clicked, this, &MailboxSection::renewKey);
    connect(m_ui->saveKeyButton, &QPushButton::clicked, this, &MailboxSection::saveKey);
    connect(m_ui->loadKeyButton, &QPushButton::clicked, this, &MailboxSection::loadKey);
    connect(m_ui->offButton, &QPushButton::clicked, this, &MailboxSection::turnOff);
    connect(m_ui->copyStatusButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->statusUrlEdit->text()); });
    connect(m_ui->copyInboundButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->inboundUrlEdit->text()); });
}

bool MailboxSection::isUsed() const
{
    return !engine::mailboxSettings(m_context.settings).url.isEmpty();
}

QString MailboxSection::title() const
{
    return tr("From a mailbox on our web site");
}

void MailboxSection::load()
{
    const QUrl used = engine::mailboxSettings(m_context.settings).url;
    m_ui->addressEdit->setText(engine::CentralSettings().mailboxUrl().value_or(used).toString());
    showFixed({{engine::Fixed::MailboxUrl, {m_ui->addressEdit}}});
    for (Strip *strip : {m_ui->fileStrip, m_ui->testStrip, m_ui->moreStrip})
        strip->say(Strip::Notice, {});
    showFacts();
}

void MailboxSection::showFacts()
{
    m_context.engine.call(
        this,
        [](const engine::Mailbox &mailbox) {
            return Facts{mailbox.state(), mailbox.settings(), mailbox.urls(), mailbox.awaitsNewKey()};
        },
        [this](const Facts &facts) { present(facts); });
}

void MailboxSection::present(const Facts &facts)
{
    const bool used = facts.state.used;
    if (used && facts.state.full)
        m_ui->stateStrip->say(Strip::Error, engine::wording::mailboxFull());
    else if (used && facts.awaitsNewKey)
        m_ui->stateStrip->say(Strip::Warning,
                              tr("The new key is in force once its file is on the web site: upload the file "
                                 "in place of the old one, then choose Test and use."));
    else if (used && facts.state.problem)
        m_ui->stateStrip->say(Strip::Warning, engine::wording::sentence(*facts.state.problem));
    else
        m_ui->stateStrip->say(Strip::Notice, {});
    m_ui->statusUrlEdit->setText(facts.urls.status);
    m_ui->inboundUrlEdit->setText(facts.urls.inbound);
    m_ui->copyStatusButton->setEnabled(used);
    m_ui->copyInboundButton->setEnabled(used);
    m_ui->fetchButton->setEnabled(used);
    m_ui->newKeyButton->setEnabled(used);
    m_ui->offButton->setEnabled(used);
    m_ui->portalNote->setText(
        used ? tr("Enter these two in the gateway's portal. Choose JSON for inbound messages; otherwise "
                  "their text ends up in the web site's access log. The long code in them is secret: do not "
                  "show it to others.")
             : tr("Once the mailbox has been tested, the two addresses for the portal appear here."));
    m_ui->moreNote->setText(
        facts.settings.formerUrl.isEmpty()
            ? tr("Only the key in this profile can read what is in the mailbox, and a backup of the database "
                 "does not include it. Keep a copy in a safe place.")
            : tr("The previous address is also checked for some weeks, in case the portal still uses it: %1")
                  .arg(facts.settings.formerUrl.toString()));
}

void MailboxSection::run(const std::function<base::Result<void>(engine::Mailbox &)> &work, const Told &told)
{
    m_context.engine.call(
        this, [work](engine::Mailbox &mailbox) { return work(mailbox); },
        [this, told](const base::Result<void> &result) {
            told(result);
            showFacts();
        });
}

void MailboxSection::say(Strip *strip, const base::Result<void> &result, const QString &success)
{
    if (result)
        strip->say(Strip::Notice, success);
    else
        strip->say(Strip::Error, engine::wording::sentence(result.error()));
}

void MailboxSection::saveFile()
{
    const QString file = askForFile(this, tr("Save the mailbox's file"), u"postkasse.php"_s);
    if (file.isEmpty())
        return;
    run([file](engine::Mailbox &mailbox) { return mailbox.writeFile(engine::MailboxFile::Php, file); },
        [this, file](const base::Result<void> &written) {
            say(m_ui->fileStrip, written,
                tr("Saved as %1. It contains your office's secret codes: do not send it to anyone.")
                    .arg(file));
        });
}

void MailboxSection::testAndUse()
{
    QString address = m_ui->addressEdit->text().trimmed();
    if (!address.isEmpty() && !address.contains("://"_L1))
        address.prepend("https://"_L1);
    m_ui->addressEdit->setText(address);
    m_ui->testButton->setEnabled(false);
    m_ui->testStrip->say(Strip::Notice, tr("Testing…"));
    const QUrl former = engine::mailboxSettings(m_context.settings).url;
    m_context.engine.callAsync<base::Result<engine::MailboxTest>>(
        this,
        [address](engine::Mailbox &mailbox,
                  const std::function<void(base::Result<engine::MailboxTest>)> &done) {
            mailbox.use(address, done);
        },
        [this, moved = !former.isEmpty() && former != QUrl(address)](
            const base::Result<engine::MailboxTest> &result) { tested(result, moved); });
}

void MailboxSection::tested(const base::Result<engine::MailboxTest> &result, bool moved)
{
    m_ui->testButton->setEnabled(true);
    showFacts();
    if (!result) {
        m_ui->addressEdit->setFocus();
        m_ui->testStrip->say(Strip::Error, engine::wording::sentence(result.error()));
        return;
    }
    QStringList sentences{moved ? tr("The mailbox at the new address works (%1). Enter the two new addresses "
                                     "in the gateway's portal.")
                                : tr("The mailbox works (%1). Enter the two addresses below in the gateway's "
                                     "portal.")};
    sentences.first() = sentences.constFirst().arg(result->by);
    const QStringList remarks = engine::wording::mailboxRemarks(*result);
    m_ui->testStrip->say(remarks.isEmpty() ? Strip::Notice : Strip::Warning,
                         (sentences + remarks).join(u'\n'));
}

void MailboxSection::fetch()
{
    m_ui->moreStrip->say(Strip::Notice, tr("Fetching…"));
    m_context.engine.callAsync<base::Result<engine::Fetched>>(
        this,
        [](engine::Mailbox &mailbox, const std::function<void(base::Result<engine::Fetched>)> &done) {
            mailbox.fetch(0, done);
        },
        [this](const base::Result<engine::Fetched> &fetched) {
            if (!fetched)
                return say(m_ui->moreStrip, fetched.error(), {});
            m_ui->moreStrip->say(Strip::Notice, tr("%n event(s) fetched from the mailbox.", nullptr,
                                                   static_cast<int>(fetched->events)));
        });
}

void MailboxSection::renewKey()
{
    Question question;
    question.title = tr("New key");
    question.words =
        tr("What is in the mailbox is fetched first. Budstikke then writes a new file: upload it in place of "
           "the old one and choose Test and use. After that the gateway's portal needs new addresses.");
    question.answers = {{tr("Make a new key")}, {tr("Keep the key"), Answer::Leave}};
    if (!agreed(this, question))
        return;
    const QString file = askForFile(this, tr("Save the mailbox's file"), u"postkasse.php"_s);
    if (file.isEmpty())
        return;
    m_ui->newKeyButton->setEnabled(false);
    m_context.engine.callAsync<base::Result<void>>(
        this,
        [file](engine::Mailbox &mailbox, const std::function<void(base::Result<void>)> &done) {
            mailbox.renewKey(engine::MailboxFile::Php, file, done);
        },
        [this, file](const base::Result<void> &renewed) {
            say(m_ui->moreStrip, renewed,
                tr("Saved as %1. Upload it in place of the old file, then choose Test and use.").arg(file));
            showFacts();
        });
}

void MailboxSection::saveKey()
{
    const QString file = askForFile(this, tr("Save a copy of the mailbox's key"), u"postkasse.key"_s);
    if (file.isEmpty())
        return;
    run([file](engine::Mailbox &mailbox) { return mailbox.saveKey(file); },
        [this, file](const base::Result<void> &saved) {
            say(m_ui->moreStrip, saved, tr("Saved as %1. Anyone who has it can read the mailbox.").arg(file));
        });
}

void MailboxSection::loadKey()
{
    const QString file = askForExistingFile(this, tr("Load the mailbox's key"));
    if (file.isEmpty())
        return;
    run([file](engine::Mailbox &mailbox) { return mailbox.loadKey(file); },
        [this](const base::Result<void> &loaded) {
            say(m_ui->moreStrip, loaded, tr("The key is loaded. Choose Test and use to try it."));
        });
}

void MailboxSection::turnOff()
{
    Question question;
    question.title = tr("Stop using the mailbox");
    question.words = tr("Statuses and replies that the gateway delivers there will then not be fetched. "
                        "Remove its addresses from the gateway's portal too.");
    question.answers = {{tr("Stop using it"), Answer::Destroy}, {tr("Keep it"), Answer::Leave}};
    if (!agreed(this, question))
        return;
    run([](engine::Mailbox &mailbox) { return mailbox.off(); },
        [this](const base::Result<void> &off) {
            if (off)
                m_ui->addressEdit->clear();
            say(m_ui->moreStrip, off, tr("The mailbox is no longer used."));
        });
}

void MailboxSection::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->introNote->setText(
        tr("For offices whose router lets nobody in: a mailbox on your web site receives "
           "statuses and replies and keeps them, encrypted, until Budstikke fetches "
           "them. Press F1 to see which web hosts are suitable."));
    m_ui->step1Heading->setText(tr("1. Save the file"));
    m_ui->step1Note->setText(tr("Budstikke writes postkasse.php with your office's own secret codes in it."));
    m_ui->step2Heading->setText(tr("2. Upload it"));
    m_ui->step2Note->setText(
        tr("Put it on your web site the way you upload other pages. Any folder will do."));
    m_ui->step3Heading->setText(tr("3. Paste its address"));
    m_ui->step3Note->setText(tr("The whole address of the file, as a browser would show it."));
    m_ui->portalHeading->setText(tr("In the gateway's portal"));
    m_ui->moreHeading->setText(tr("The mailbox and its key"));
    showFacts();
}

} // namespace gui
