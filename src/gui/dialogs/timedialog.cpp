// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/timedialog.h"

#include "campaign/scheduler.h"
#include "engine/language.h"
#include "engine/wording.h"
#include "gui/widgets/monthcalendar.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/typedover.h"
#include "ui_timedialog.h"

#include <QDateTime>
#include <QTimeZone>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

QTimeZone zoneNamed(const QString &name)
{
    const QTimeZone zone(name.toLatin1());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

} // namespace

TimeDialog::TimeDialog(const domain::Campaign &campaign, QWidget *parent)
    : QDialog(parent)
    , m_ui(this)
    , m_zone(campaign.startZone)
{
    const QLocale locale = engine::language::locale();
    m_ui->introLabel->setText(
        campaign.isSeries() ? tr("“%1” is repeated %2. From the time that you choose, all others follow.")
                                  .arg(campaign.name, engine::wording::repeat(campaign.repeat))
                            : tr("When shall “%1” begin?").arg(campaign.name));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(*campaign.startAtMs).toTimeZone(zoneNamed(m_zone));
    MonthCalendar::openFrom(m_ui->dayEdit);
    TypedOver::mend(m_ui->dayEdit);
    TypedOver::mend(m_ui->timeEdit);
    m_ui->dayEdit->setLocale(locale);
    m_ui->dayEdit->setDisplayFormat(locale.dateFormat(QLocale::ShortFormat));
    m_ui->dayEdit->setDate(now.date());
    m_ui->dayEdit->setAccessibleName(tr("Day"));
    m_ui->timeEdit->setDisplayFormat(u"HH:mm"_s);
    m_ui->timeEdit->setTime(now.time());
    m_ui->timeEdit->setAccessibleName(tr("Time"));
    connect(m_ui->dayEdit, &QDateEdit::dateChanged, this, &TimeDialog::check);
    connect(m_ui->timeEdit, &QTimeEdit::timeChanged, this, &TimeDialog::check);
    connect(m_ui->changeButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    check();
    theme::sizeByText(this, 56, 14);
}

qint64 TimeDialog::chosenMs() const
{
    return campaign::wallTime(m_ui->dayEdit->date(), m_ui->timeEdit->time(), zoneNamed(m_zone))
        .toMSecsSinceEpoch();
}

void TimeDialog::check()
{
    const bool past = chosenMs() <= QDateTime::currentMSecsSinceEpoch();
    m_ui->strip->say(Strip::Error,
                     past ? engine::wording::sentence({base::ErrorCode::ScheduledInPast, {}, u"scheduled"_s})
                          : QString());
    m_ui->changeButton->setEnabled(!past);
}

} // namespace gui
