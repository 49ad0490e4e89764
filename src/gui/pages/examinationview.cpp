// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/examinationview.h"

#include "engine/filewording.h"
#include "engine/sendwording.h"
#include "engine/wording.h"
#include "gui/dialogs/listdialog.h"
#include "gui/pages/sendcounter.h"
#include "gui/widgets/ink.h"
#include "gui/widgets/sayatrest.h"
#include "gui/widgets/theme.h"
#include "smstext/repair.h"
#include "ui_sendpage.h"

#include <QPushButton>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

bool concernsSender(const engine::Examination &examination)
{
    if (!examination.fault)
        return false;
    const base::ErrorCode code = examination.fault->code;
    return code == base::ErrorCode::SenderEmpty || code == base::ErrorCode::SenderTooLong ||
           code == base::ErrorCode::InvalidSender;
}

bool needsUnicode(const engine::Examination &examination)
{
    return examination.fault && examination.fault->code == base::ErrorCode::NeedsUnicode;
}

} // namespace

ExaminationView::ExaminationView(Ui::SendPage &ui, QWidget *page)
    : QObject(page)
    , m_ui(ui)
    , m_page(page)
    , m_repair(addButton(ui.strip, "repairButton", &ExaminationView::repairWanted))
    , m_letters(addButton(ui.strip, "lettersButton", &ExaminationView::lettersWanted))
    , m_unicode(addButton(ui.strip, "unicodeButton", &ExaminationView::unicodeWanted))
    , m_landlines(addButton(ui.recipientsStrip, "landlinesButton", &ExaminationView::landlinesWanted))
    , m_list(addButton(ui.recipientsStrip, "sheetButton", &ExaminationView::listWanted))
{
    QWidget::setTabOrder(ui.messageEdit, m_repair);
    QWidget::setTabOrder(m_repair, m_letters);
    QWidget::setTabOrder(m_letters, m_unicode);
}

QPushButton *ExaminationView::addButton(Strip *strip, const char *name, void (ExaminationView::*wanted)())
{
    QPushButton *button = strip->addButton(QLatin1String(name));
    connect(button, &QPushButton::clicked, this, wanted);
    return button;
}

void ExaminationView::show(const Shown &shown)
{
    const engine::Examination &examination = shown.examination;
    showRecipients(shown);
    sayAtRest(m_ui.counterLabel, counterInWords(examination));
    m_ui.totalLabel->setText(shown.reading ? QString() : totalInWords(examination));
    m_ui.previews->setExamination(examination);
    showProblem(shown);
}

void ExaminationView::showRecipients(const Shown &shown)
{
    const engine::Examination &examination = shown.examination;
    const engine::PlanSummary &plan = examination.plan;
    m_ui.summaryLabel->setText(shown.reading           ? tr("Reading the recipients…")
                               : examination.planFault ? QString() // which the strip says
                                                       : summaryInWords(plan));
    m_ui.listButton->setVisible(!examination.examined.draft.recipients.listFile.isEmpty());
    if (plan.list)
        m_ui.listButton->setToolTip(engine::wording::howRead(*plan.list).join(u'\n'));
    m_ui.whoButton->setVisible(plan.totals.recipients > 0);
    m_ui.leftOutButton->setVisible(plan.skippedCount > 0);
    const QString sheet = sheetInWords(examination.examined.draft, plan);
    const QString landlines = landlinesInWords(plan);
    const std::optional<base::Error> &fault = examination.planFault;
    m_wrongList = fault && ListDialog::helpsWith(*fault);
    m_list->setVisible(!sheet.isEmpty() || m_wrongList);
    m_landlines->setVisible(!landlines.isEmpty());
    if (fault) // beside what it concerns, whatever else is wrong
        m_ui.recipientsStrip->say(Strip::Error, engine::wording::sentence(*fault));
    else
        m_ui.recipientsStrip->say(landlines.isEmpty() ? Strip::Notice : Strip::Warning,
                                  QString(sheet + u'\n' + landlines).trimmed());
}

void ExaminationView::showProblem(const Shown &shown)
{
    const engine::Examination &examination = shown.examination;
    const QString problem = problemInWords(examination);
    const bool sender = concernsSender(examination);
    const bool unicode = needsUnicode(examination);
    const bool untouched = examination.examined.text.isEmpty();
    const bool saidAtRecipients = examination.planFault && !examination.examined.fault;
    // The sender's fault stands beside it; the others beneath the text.
    m_ui.senderNote->setText(sender ? problem : senderNote(m_ui.senderCombo->currentText()));
    setInk(m_ui.senderNote, sender ? theme::failed : theme::muted);
    const QString text = examination.examined.text;
    m_repair->setVisible(unicode && smstext::repaired(text) != text);
    m_unicode->setVisible(unicode);
    m_letters->hide();
    m_needUnicode = 0;
    if (unicode)
        m_ui.strip->say(Strip::Warning, unicodeInWords(text, examination.longestText()));
    else if (problem.isEmpty() && !untouched)
        showLetters(examination.plan);
    else
        m_ui.strip->say(Strip::Error, sender || untouched || saidAtRecipients ? QString() : problem);
    retranslate();

    m_hindrance = hindranceOf(shown, problem);
    if (m_insisted && m_ui.strip->text().isEmpty())
        m_ui.strip->say(Strip::Warning, m_hindrance);
    if (!m_refusal.isEmpty() && m_ui.strip->text().isEmpty())
        m_ui.strip->say(Strip::Error, m_refusal);
    m_ui.sendButton->setEnabled(m_hindrance.isEmpty());
    m_ui.sendButton->setToolTip(m_hindrance);
    const QString untested = !problem.isEmpty()                                     ? problem
                             : !shown.begunField.isEmpty() || !shown.templateUsable ? m_hindrance
                                                                                    : QString();
    m_ui.testButton->setEnabled(untested.isEmpty());
    m_ui.testButton->setToolTip(untested);
    // Beneath as well, where the button is: in short what stands at length beside its input.
    const bool saidAbove = !problem.isEmpty() && (sender || !m_ui.strip->text().isEmpty());
    const bool passing = !shown.current && !shown.reading && problem.isEmpty();
    m_ui.sendNote->setText(passing ? QString() : saidAbove ? inShort(shown) : m_hindrance);
    m_ui.sendNote->setToolTip(m_hindrance);
    setInk(m_ui.sendNote, theme::muted);
}

QString ExaminationView::inShort(const Shown &shown)
{
    if (concernsSender(shown.examination))
        return tr("See “From”.");
    if (needsUnicode(shown.examination))
        return tr("The text needs Unicode.");
    if (!shown.examination.examined.unknownFields.isEmpty())
        return tr("The text has an unknown field.");
    return shown.examination.planFault ? tr("The recipients cannot be read.")
                                       : tr("See above what is missing.");
}

// Some get nothing for what goes into their text.
void ExaminationView::showLetters(const engine::PlanSummary &plan)
{
    m_needUnicode = static_cast<int>(plan.skippedBy.value(domain::SkipReason::NeedsUnicode));
    m_letters->setVisible(m_needUnicode > 0 && canReplaceLetters(plan));
    m_unicode->setVisible(m_needUnicode > 0);
    QStringList warnings{lettersInWords(plan)};
    if (!plan.defaultedFields.isEmpty())
        warnings.append(engine::wording::defaultedFields(plan.defaultedFields));
    warnings.removeAll(QString());
    m_ui.strip->say(Strip::Warning, warnings.join(u'\n'));
}

QString ExaminationView::hindranceOf(const Shown &shown, const QString &problem) const
{
    if (!problem.isEmpty())
        return problem;
    if (!shown.begunField.isEmpty())
        return tr("Finish the field “%1”: its name and }.").arg(shown.begunField);
    if (!shown.templateUsable)
        return tr("Fill in the template's fields.");
    if (!shown.current)
        return tr("Reading the recipients…");
    if (shown.examination.canBeSent())
        return {};
    return m_needUnicode > 0 ? m_ui.strip->text()
                             : engine::wording::sentence({base::ErrorCode::NoRecipients, {}, {}});
}

void ExaminationView::sayHindrance()
{
    m_insisted = !m_hindrance.isEmpty();
    if (m_insisted && m_ui.strip->text().isEmpty()) // what is there says it already, in its colour
        m_ui.strip->say(Strip::Warning, m_hindrance);
}

void ExaminationView::sayRefusal(const Sentence &why)
{
    m_refusal = why;
    m_ui.strip->say(Strip::Error, why);
}

void ExaminationView::draftChanged()
{
    m_insisted = false;
    m_refusal.clear();
}

void ExaminationView::retranslate()
{
    m_repair->setText(tr("Replace"));
    m_letters->setText(tr("Replace the letters"));
    m_unicode->setText(m_needUnicode > 0 ? tr("Send as Unicode to those %n", nullptr, m_needUnicode)
                                         : tr("Send as Unicode"));
    m_landlines->setText(tr("Skip them"));
    m_list->setText(m_wrongList ? tr("Choose the columns…") : tr("Choose the sheet…"));
}

} // namespace gui
