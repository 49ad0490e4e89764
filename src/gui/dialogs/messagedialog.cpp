// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/messagedialog.h"

#include "engine/eventwording.h"
#include "engine/language.h"
#include "engine/wording.h"
#include "gateway/errorcode.h"
#include "gui/widgets/statedelegate.h"
#include "gui/widgets/theme.h"
#include "models/when.h"
#include "phone/phonenumber.h"
#include "ui_messagedialog.h"

#include <QDateTime>
#include <QPushButton>

namespace gui {
using namespace Qt::StringLiterals;

MessageDialog::MessageDialog(const domain::Message &message, const QList<domain::MessageEvent> &events,
                             const QString &campaign, QWidget *parent)
    : QDialog(parent)
    , m_ui(this)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const QLocale locale = engine::language::locale();
    const QString number = phone::forDisplay(message.number);
    m_ui->toLabel->setText(message.name.isEmpty() ? number
                                                  : tr("%1, %2", "name, number").arg(message.name, number));
    m_ui->fromLabel->setText(message.sender);
    m_ui->campaignLabel->setText(campaign);
    m_ui->campaignCaption->setVisible(!campaign.isEmpty());
    m_ui->campaignLabel->setVisible(!campaign.isEmpty());
    m_ui->stateLabel->setText(
        QString(StateDelegate::sign(message.state) + u' ' + engine::wording::state(message.state)));
    m_ui->reasonLabel->setText(engine::wording::messageReason(message));
    m_ui->reasonLabel->setVisible(!m_ui->reasonLabel->text().isEmpty());
    m_ui->textView->setPlainText(message.text);
    m_ui->textView->setMinimumHeight(5 * fontMetrics().lineSpacing());
    QStringList facts{tr("%n SMS", nullptr, message.segments)};
    if (message.gatewayId)
        facts.append(tr("gateway ID %1").arg(*message.gatewayId));
    if (!message.ref.isEmpty())
        facts.append(tr("reference %1").arg(message.ref));
    m_ui->factsLabel->setText(facts.join(u" · "_s));
    m_ui->factsLabel->setFont(theme::small(font()));
    for (const domain::MessageEvent &event : events) {
        m_ui->eventsList->addItem(tr("%1 %2   %3", "date, time, what happened")
                                      .arg(models::day(event.atMs), models::timeToTheSecond(event.atMs),
                                           engine::wording::event(event)));
    }
    m_ui->eventsList->setWordWrap(true);
    m_ui->eventsList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_ui->eventsList->setAccessibleName(tr("What happened"));
    m_ui->textView->setAccessibleName(tr("Text", "of a message"));
    m_ui->campaignButton->setVisible(!campaign.isEmpty());
    connect(m_ui->campaignButton, &QPushButton::clicked, this, [this, id = message.campaign] {
        Q_EMIT campaignWanted(id);
        accept();
    });
    connect(m_ui->personButton, &QPushButton::clicked, this, [this, to = message.number] {
        Q_EMIT personWanted(to);
        accept();
    });
    // What the gateway refused leads to the input that it concerns.
    const int code = message.errorCode.value_or(0);
    const QString input = gateway::fieldOf(code);
    m_ui->correctButton->setVisible(!input.isEmpty());
    m_ui->correctButton->setText(input == "account"_L1 ? tr("Open the account's &settings")
                                                       : tr("&Correct and send again"));
    connect(m_ui->correctButton, &QPushButton::clicked, this, [this, message, code] {
        accept();
        Q_EMIT correctionWanted(message.campaign, message.number, code);
    });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    m_ui->closeButton->setDefault(true);
    theme::sizeByText(this, 84, 36);
}

} // namespace gui
