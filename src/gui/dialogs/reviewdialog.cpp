// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/reviewdialog.h"

#include "engine/filewording.h"
#include "engine/language.h"
#include "engine/wording.h"
#include "gui/pages/sendcounter.h"
#include "gui/widgets/theme.h"
#include "phone/phonenumber.h"
#include "ui_reviewdialog.h"

#include <QPushButton>
#include <QScreen>

#include <algorithm>

namespace gui {

namespace {

// "Ola (liste.csv): row 3, …"
QString inWords(const domain::Skipped &skipped)
{
    const QString who =
        skipped.name.isEmpty() ? skipped.source
        : skipped.source.isEmpty()
            ? skipped.name
            : ReviewDialog::tr("%1 (%2)", "a person, a list or group").arg(skipped.name, skipped.source);
    const QString why = engine::wording::skipped(skipped);
    return who.isEmpty() ? why : ReviewDialog::tr("%1 – %2", "who is skipped, where and why").arg(who, why);
}

} // namespace

ReviewDialog::ReviewDialog(const engine::PlanSummary &plan, const engine::Draft &draft, QWidget *parent)
    : Translated(parent)
    , m_plan(plan)
    , m_draft(draft)
    , m_ui(this)
{
    m_sendButton = m_ui->buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_sendButton->setObjectName(QStringLiteral("sendNowButton"));
    theme::makePrimary(m_sendButton);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    m_ui->headline->setFont(theme::title(font()));
    m_ui->fromValue->setText(draft.options.priceOre ? QStringLiteral("2401") : draft.sender);
    m_ui->textView->setPlainText(plan.sample.isEmpty() ? draft.text : plan.sample.constFirst().text);
    m_ui->whoseLabel->setVisible(plan.totals.personal && !plan.sample.isEmpty());
    m_ui->skippedLabel->setVisible(plan.skippedCount > 0);
    m_ui->skippedList->setVisible(plan.skippedCount > 0);
    fitSkipped();
    m_ui->textView->setMaximumHeight(8 * fontMetrics().lineSpacing());
    m_typed = plan.totals.recipients > campaign::largeListAbove;
    m_ui->confirmLabel->setVisible(m_typed);
    m_ui->confirmEdit->setVisible(m_typed);
    connect(m_ui->confirmEdit, &QLineEdit::textChanged, this, &ReviewDialog::settle);
    for (const campaign::Objection &objection : plan.objections) {
        m_forbidden = m_forbidden || !objection.canBeConfirmed;
        if (!objection.allowedFrom)
            continue;
        QPushButton *later = m_ui->strip->addButton(QStringLiteral("laterButton"));
        m_later.append({later, *objection.allowedFrom});
        connect(later, &QPushButton::clicked, this, [this, at = *objection.allowedFrom] {
            m_movedTo = at;
            accept();
        });
    }
    retranslate();
    settle();
    resize(QSize(560, sizeHint().height()).boundedTo(screen()->availableSize() * 9 / 10));
}

// Five rows are seen, where the screen has the room; long ones are wrapped.
void ReviewDialog::fitSkipped()
{
    constexpr qsizetype rows = 5;
    constexpr int padding = 16; // of a row, by the style sheet
    QListWidget *list = m_ui->skippedList;
    list->setWordWrap(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setResizeMode(QListView::Adjust);
    const auto shown = static_cast<int>(std::min(rows, m_plan.skipped.size()));
    const int height = shown * (fontMetrics().lineSpacing() + padding);
    list->setMinimumHeight(std::min(height, screen()->availableSize().height() / 4));
    list->setMaximumHeight(2 * height);
}

void ReviewDialog::retranslate()
{
    m_ui->retranslateUi(this);
    setAccessibleName(tr("Review and send"));
    m_sendButton->setText(isScheduled(m_draft) ? tr("Schedule") : tr("Send now"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    const auto recipients = static_cast<int>(m_plan.totals.recipients);
    if (m_plan.mode == domain::SendMode::GatewayGroup)
        m_ui->headline->setText(
            tr("Send to the group “%1” at the gateway?").arg(m_draft.recipients.gatewayGroup));
    else
        m_ui->headline->setText(isScheduled(m_draft) ? tr("Schedule for %n recipients?", nullptr, recipients)
                                                     : tr("Send to %n recipients?", nullptr, recipients));
    QStringList to{recipientsInWords(m_draft.recipients)};
    if (to.constFirst().isEmpty())
        to = {m_draft.name}; // of a campaign whose numbers were typed
    if (m_plan.list) {
        to += engine::wording::howRead(*m_plan.list);
        for (const listfiles::Finding note : m_plan.notes) {
            if (const QString sentence = engine::wording::listNote(note); !sentence.isEmpty())
                to.append(sentence);
        }
    }
    m_ui->toValue->setText(to.join(u'\n'));
    m_ui->whenValue->setText(optionsInWords(m_draft, m_plan.mode));
    m_ui->costValue->setText(totalInWords(m_plan.totals));
    if (!m_plan.sample.isEmpty()) {
        const domain::Message &first = m_plan.sample.constFirst();
        m_ui->whoseLabel->setText(
            tr("The text for %1, the first recipient:")
                .arg(first.name.isEmpty() ? phone::forDisplay(first.number) : first.name));
    }
    m_ui->skippedLabel->setText(tr("%n are skipped:", nullptr, static_cast<int>(m_plan.skippedCount)));
    m_ui->skippedList->clear();
    for (const domain::Skipped &skipped : m_plan.skipped)
        m_ui->skippedList->addItem(inWords(skipped));
    for (const auto &[button, from] : m_later)
        button->setText(
            tr("Send at %1").arg(engine::language::locale().toString(from, QLocale::ShortFormat)));
    QStringList sentences;
    if (m_shownBefore)
        sentences.append(tr("The list or a group has changed since it was read: there were %n recipients.",
                            nullptr, static_cast<int>(*m_shownBefore)));
    for (const campaign::Objection &objection : m_plan.objections)
        sentences.append(engine::wording::sentence(objection));
    m_ui->strip->say(m_forbidden ? Strip::Error : Strip::Warning, sentences.join(u'\n'));
}

void ReviewDialog::sayChanged(qint64 shownBefore)
{
    m_shownBefore = shownBefore;
    retranslate();
}

void ReviewDialog::settle()
{
    const QString typed = m_ui->confirmEdit->text().remove(u' ').remove(QChar::Nbsp);
    m_sendButton->setEnabled(!m_forbidden &&
                             (!m_typed || typed == QString::number(m_plan.totals.recipients)));
}

} // namespace gui
