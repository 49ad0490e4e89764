// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/whenform.h"

#include "engine/language.h"
#include "gui/pages/sendcounter.h"
#include "gui/widgets/ink.h"
#include "gui/widgets/monthcalendar.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/typedover.h"
#include "ui_whenform.h"

#include <QHash>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

enum When { Now, FromHere, AtGateway };
enum Unit { Minutes, Hours, Days };
enum Mode { ByItself, OneByOne, Many };
enum Rows { OneToEachNumber, EachRow };

// In the order of Mode.
constexpr std::array modes{domain::SendMode::Automatic, domain::SendMode::Single, domain::SendMode::Bulk};

constexpr int replaceTypes = 7; // OUT-16: protocol ids 65 to 71
constexpr int hourMinutes = 60;
constexpr int dayMinutes = 24 * 60;
constexpr int usualCatchUpMinutes = 60;

} // namespace

WhenForm::WhenForm(QWidget *parent)
    : QFrame(parent)
    , m_ui(this)
{
    m_ui->timeCombo->addItems({{}, {}, {}});
    m_ui->repeatCombo->addItems({{}, {}, {}, {}});
    m_ui->validityUnit->addItems({{}, {}, {}});
    m_ui->validityUnit->setCurrentIndex(Hours);
    m_ui->modeCombo->addItems({{}, {}, {}});
    m_ui->rowsCombo->addItems({{}, {}});
    m_ui->protocolCombo->addItem(u"0"_s);
    for (int type = 1; type <= replaceTypes; ++type)
        m_ui->protocolCombo->addItem(QString::number(64 + type));

    const auto told = [this] {
        showTime();
        Q_EMIT changed();
    };
    for (QComboBox *combo : {m_ui->repeatCombo, m_ui->validityUnit, m_ui->modeCombo, m_ui->rowsCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, told);
    connect(m_ui->timeCombo, &QComboBox::currentIndexChanged, this, [this, told] {
        refresh();
        told();
    });
    connect(m_ui->protocolCombo, &QComboBox::currentTextChanged, this, told);
    for (QSpinBox *spin : {m_ui->validitySpin, m_ui->priceSpin, m_ui->lateSpin})
        connect(spin, &QSpinBox::valueChanged, this, told);
    for (QCheckBox *box : {m_ui->flashCheck, m_ui->unicodeCheck, m_ui->plainCheck, m_ui->landlinesCheck})
        connect(box, &QCheckBox::toggled, this, told);
    connect(m_ui->timeEdit, &QDateTimeEdit::dateTimeChanged, this, [this, told] {
        m_timeChosen = true;
        told();
    });
    connect(m_ui->referenceEdit, &QLineEdit::textChanged, this, told);
    MonthCalendar::openFrom(m_ui->timeEdit);
    TypedOver::mend(m_ui->timeEdit);
    suggestTime();
    retranslate();
}

QWidget *WhenForm::input(const QString &field) const
{
    const QHash<QString, QWidget *> inputs{
        {u"price"_s, m_ui->priceSpin},       {u"unicode"_s, m_ui->unicodeCheck},
        {u"flash"_s, m_ui->flashCheck},      {u"protocol-id"_s, m_ui->protocolCombo},
        {u"validity"_s, m_ui->validitySpin}, {u"ref"_s, m_ui->referenceEdit},
        {u"scheduled"_s, m_ui->timeCombo},
    };
    return inputs.value(field);
}

void WhenForm::writeTo(engine::Draft &draft) const
{
    draft.options.unicode = m_ui->unicodeCheck->isChecked();
    draft.options.flash = m_ui->flashCheck->isChecked();
    draft.options.reference = m_ui->referenceEdit->text();
    draft.options.protocolId = protocolId(m_ui->protocolCombo->currentText());
    if (m_ui->priceSpin->value() > 0)
        draft.options.priceOre = m_ui->priceSpin->value() * 100;
    if (const int count = m_ui->validitySpin->value(); count > 0) {
        const int unit = m_ui->validityUnit->currentIndex();
        draft.options.validityMinutes = count * (unit == Minutes ? 1
                                                 : unit == Hours ? hourMinutes
                                                                 : dayMinutes);
    }
    const qint64 chosen = m_ui->timeEdit->dateTime().toMSecsSinceEpoch();
    if (m_ui->timeCombo->currentIndex() == AtGateway)
        draft.options.scheduledAtMs = chosen;
    if (m_ui->timeCombo->currentIndex() == FromHere) {
        draft.startAtMs = chosen;
        draft.startZone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
        draft.catchUpMinutes = m_ui->lateSpin->value();
        draft.repeat = static_cast<domain::Repeat>(m_ui->repeatCombo->currentIndex());
    }
    draft.recipients.plainLetters = m_ui->plainCheck->isChecked();
    draft.recipients.leaveOutLandlines = m_ui->landlinesCheck->isChecked();
    draft.recipients.eachRow = m_ui->rowsCombo->currentIndex() == EachRow;
    draft.mode = modes.at(std::max(0, m_ui->modeCombo->currentIndex()));
}

void WhenForm::take(const engine::Draft &draft)
{
    const domain::SendOptions &options = draft.options;
    m_ui->unicodeCheck->setChecked(options.unicode);
    m_ui->plainCheck->setChecked(draft.recipients.plainLetters);
    m_ui->landlinesCheck->setChecked(draft.recipients.leaveOutLandlines);
    m_ui->flashCheck->setChecked(options.flash);
    m_ui->referenceEdit->setText(options.reference);
    m_ui->priceSpin->setValue(options.priceOre.value_or(0) / 100);
    m_ui->rowsCombo->setCurrentIndex(draft.recipients.eachRow ? EachRow : OneToEachNumber);
    const auto *const mode = std::find(modes.begin(), modes.end(), draft.mode);
    m_ui->modeCombo->setCurrentIndex(mode == modes.end() ? ByItself : static_cast<int>(mode - modes.begin()));
    const int type = options.protocolId - 64;
    if (type >= 1 && type <= replaceTypes)
        m_ui->protocolCombo->setCurrentIndex(type);
    else if (options.protocolId == 0)
        m_ui->protocolCombo->setCurrentIndex(0);
    else
        m_ui->protocolCombo->setEditText(QString::number(options.protocolId));
    const int minutes = options.validityMinutes.value_or(0);
    const int unit = minutes % dayMinutes == 0 ? Days : minutes % hourMinutes == 0 ? Hours : Minutes;
    m_ui->validityUnit->setCurrentIndex(minutes == 0 ? Hours : unit);
    m_ui->validitySpin->setValue(minutes / (unit == Days ? dayMinutes : unit == Hours ? hourMinutes : 1));
    takeTime(draft);
}

void WhenForm::takeTime(const engine::Draft &draft)
{
    const std::optional<qint64> at = draft.startAtMs ? draft.startAtMs : draft.options.scheduledAtMs;
    m_ui->timeCombo->setCurrentIndex(draft.startAtMs ? FromHere : at ? AtGateway : Now);
    m_ui->repeatCombo->setCurrentIndex(static_cast<int>(draft.repeat));
    m_ui->lateSpin->setValue(draft.startAtMs ? draft.catchUpMinutes : usualCatchUpMinutes);
    if (at)
        m_ui->timeEdit->setDateTime(QDateTime::fromMSecsSinceEpoch(*at));
    else
        suggestTime();
}

void WhenForm::allowUnicode()
{
    m_ui->unicodeCheck->setChecked(true);
}

void WhenForm::replaceLetters()
{
    m_ui->plainCheck->setChecked(true);
}

void WhenForm::leaveOutLandlines()
{
    m_ui->landlinesCheck->setChecked(true);
}

bool WhenForm::isUnicodeAllowed() const
{
    return m_ui->unicodeCheck->isChecked();
}

void WhenForm::refresh()
{
    if (!m_timeChosen || m_ui->timeCombo->currentIndex() == Now)
        suggestTime();
}

// In an hour, at a quarter.
void WhenForm::suggestTime()
{
    constexpr qint64 quarterMs = 15 * 60 * 1000;
    const qint64 wanted = QDateTime::currentMSecsSinceEpoch() + hourMinutes * 60 * 1000;
    m_ui->timeEdit->setDateTime(
        QDateTime::fromMSecsSinceEpoch((wanted + quarterMs - 1) / quarterMs * quarterMs));
    m_timeChosen = false;
}

void WhenForm::showTime()
{
    const int when = m_ui->timeCombo->currentIndex();
    m_ui->timeEdit->setEnabled(when != Now);
    for (QLayout *row : {m_ui->repeatLayout, m_ui->lateLayout})
        m_ui->formLayout->setRowVisible(row, when == FromHere);      // a row of hidden fields keeps its place
    m_ui->validityUnit->setVisible(m_ui->validitySpin->value() > 0); // "one week" needs none
    QString note;
    if (when != Now)
        note = zoneInWords(m_ui->timeEdit->dateTime());
    if (when == FromHere)
        note += u' ' + tr("This computer must be on and Budstikke open at that time. You can cancel until "
                          "sending starts.");
    if (when == FromHere && m_ui->repeatCombo->currentIndex() > 0)
        note += u' ' + tr("Groups and lists are re-read each time.");
    if (when == AtGateway)
        note += u' ' + tr("The gateway sends it even if this computer is off. It cannot be cancelled.");
    const bool passed = when != Now && m_ui->timeEdit->dateTime() <= QDateTime::currentDateTime();
    if (passed)
        note = tr("This time has passed. Choose a later one.");
    m_ui->timeNote->setText(note.trimmed());
    m_ui->formLayout->setRowVisible(m_ui->timeNote, !note.isEmpty());
    setInk(m_ui->timeNote, passed ? theme::failed : theme::muted);
}

void WhenForm::retranslate()
{
    m_ui->retranslateUi(this);
    const QSignalBlocker quiet(this);
    m_ui->timeCombo->setItemText(Now, tr("Now"));
    m_ui->timeCombo->setItemText(FromHere, tr("Later, from this computer"));
    m_ui->timeCombo->setItemText(AtGateway, tr("Later, from the gateway"));
    m_ui->repeatCombo->setItemText(0, tr("Once"));
    m_ui->repeatCombo->setItemText(1, tr("Every day"));
    m_ui->repeatCombo->setItemText(2, tr("Every week"));
    m_ui->repeatCombo->setItemText(3, tr("Every month"));
    m_ui->lateSpin->setSuffix(tr(" min", "minutes, after a number"));
    m_ui->validityUnit->setItemText(Minutes, tr("minutes"));
    m_ui->validityUnit->setItemText(Hours, tr("hours"));
    m_ui->validityUnit->setItemText(Days, tr("days"));
    m_ui->validitySpin->setSpecialValueText(tr("one week"));
    m_ui->priceSpin->setSpecialValueText(tr("free for the recipient"));
    for (QSpinBox *spin : {m_ui->lateSpin, m_ui->validitySpin, m_ui->priceSpin})
        theme::fitSpin(spin);
    m_ui->modeCombo->setItemText(ByItself, tr("Automatic"));
    m_ui->modeCombo->setItemText(OneByOne, tr("One by one"));
    m_ui->modeCombo->setItemText(Many, tr("Many in one request"));
    m_ui->rowsCombo->setItemText(OneToEachNumber, tr("One message to each number"));
    m_ui->rowsCombo->setItemText(EachRow, tr("Each row its own message"));
    m_ui->protocolCombo->setItemText(0, tr("0 (ordinary)"));
    for (int type = 1; type <= replaceTypes; ++type)
        m_ui->protocolCombo->setItemText(type, tr("%1 (Replace Type %2)").arg(64 + type).arg(type));
    m_ui->timeEdit->setLocale(engine::language::locale());
    m_ui->timeEdit->setDisplayFormat(engine::language::locale().dateTimeFormat(QLocale::ShortFormat));
    m_ui->protocolCombo->lineEdit()->setAccessibleName(tr("Protocol ID"));
    showTime();
}

} // namespace gui
