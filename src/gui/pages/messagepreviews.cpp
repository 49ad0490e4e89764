// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/messagepreviews.h"

#include "engine/language.h"
#include "gateway/template.h"
#include "gui/pages/sendcounter.h"
#include "phone/phonenumber.h"
#include "ui_messagepreviews.h"

namespace gui {
using namespace Qt::StringLiterals;

MessagePreviews::MessagePreviews(QWidget *parent)
    : Translated(parent)
    , m_ui(this)
{
    connect(m_ui->previousButton, &QToolButton::clicked, this, [this] { goTo(m_row - 1); });
    connect(m_ui->nextButton, &QToolButton::clicked, this, [this] { goTo(m_row + 1); });
    m_ui->fallbackPreview->hide();
    retranslate();
}

void MessagePreviews::setExamination(const engine::Examination &examination)
{
    m_examination = examination;
    m_row = qBound<qint64>(0, m_row, qMax<qint64>(0, examination.plan.totals.recipients - 1));
    render();
}

qint64 MessagePreviews::wantedSample() const
{
    qint64 wanted = engine::Draft{}.keptSample;
    while (wanted <= m_row)
        wanted *= 10; // the next steps shall not wait again
    return wanted;
}

void MessagePreviews::goTo(qint64 row)
{
    m_row = row;
    const QList<domain::Message> &sample = m_examination.plan.sample;
    if (row >= sample.size() && sample.size() < m_examination.plan.totals.recipients)
        Q_EMIT moreWanted();
    else
        render();
}

std::optional<QString> MessagePreviews::renderedText() const
{
    const QList<domain::Message> &sample = m_examination.plan.sample;
    return m_row < sample.size() && m_examination.examined.textCounts ? std::optional(sample.at(m_row).text)
                                                                      : std::nullopt;
}

void MessagePreviews::setMostLines(int lines)
{
    for (PhonePreview *preview : {m_ui->preview, m_ui->fallbackPreview})
        preview->setMaximumHeight(lines * fontMetrics().lineSpacing());
}

void MessagePreviews::render()
{
    const engine::Examinable &examined = m_examination.examined;
    const engine::PlanSummary &plan = m_examination.plan;
    const domain::SendOptions &options = examined.options;
    QString text = examined.text;
    QMap<QString, QString> fields = options.templateFields;
    QString whose;
    if (m_row < plan.sample.size()) {
        const domain::Message &message = plan.sample.at(m_row);
        if (examined.textCounts)
            text = message.text;
        if (!message.templateFields.isEmpty())
            fields = message.templateFields;
        const QString name = message.name.isEmpty() ? phone::forDisplay(message.number) : message.name;
        whose = tr("%1 · %2 of %3", "recipient, place, total")
                    .arg(name, engine::language::locale().toString(m_row + 1),
                         engine::language::locale().toString(plan.totals.recipients));
    }
    m_ui->preview->setMessage(options.priceOre ? u"2401"_s : examined.sender, // OUT-08
                              partsOf(text, m_examination.unicode()));
    m_ui->previewLabel->setText(whose);
    m_ui->previousButton->setEnabled(m_row > 0 && !plan.sample.isEmpty());
    m_ui->nextButton->setEnabled(m_row + 1 < plan.totals.recipients && !plan.sample.isEmpty());
    const QString type = options.templateType;
    m_ui->fallbackPreview->setVisible(!type.isEmpty());
    if (!type.isEmpty()) {
        const gateway::TemplatePreview fallback = gateway::templatePreview(type, fields);
        m_ui->fallbackPreview->setMessage(fallback.sender, {fallback.text});
    }
}

void MessagePreviews::retranslate()
{
    m_ui->retranslateUi(this);
    render();
}

} // namespace gui
