// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/messagepreviews.h"

#include "engine/language.h"
#include "gateway/template.h"
#include "gui/pages/sendcounter.h"
#include "phone/phonenumber.h"
#include "ui_messagepreviews.h"

#include <QEvent>

namespace gui {
using namespace Qt::StringLiterals;

MessagePreviews::MessagePreviews(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::MessagePreviews>())
{
    m_ui->setupUi(this);
    connect(m_ui->previousButton, &QToolButton::clicked, this, [this] {
        --m_row;
        render();
    });
    connect(m_ui->nextButton, &QToolButton::clicked, this, [this] {
        ++m_row;
        render();
    });
    m_ui->fallbackPreview->hide();
    retranslate();
}

MessagePreviews::~MessagePreviews() = default;

void MessagePreviews::setDraft(const engine::Draft &draft, const engine::PlanSummary *summary)
{
    m_draft = draft;
    m_current = summary != nullptr;
    if (summary) {
        m_sample = summary->sample;
        m_recipients = summary->totals.recipients;
        m_row = qBound(0, m_row, qMax(0, static_cast<int>(m_sample.size()) - 1));
    }
    render();
}

std::optional<QString> MessagePreviews::renderedText() const
{
    return m_sample.isEmpty() ? std::nullopt : std::optional(m_sample.at(m_row).text);
}

void MessagePreviews::setMostLines(int lines)
{
    for (PhonePreview *preview : {m_ui->preview, m_ui->fallbackPreview})
        preview->setMaximumHeight(lines * fontMetrics().lineSpacing());
}

void MessagePreviews::render()
{
    QString text = m_draft.text;
    QMap<QString, QString> fields = m_draft.options.templateFields;
    QString whose;
    if (m_current && !m_sample.isEmpty()) {
        const domain::Message &message = m_sample.at(m_row);
        if (!text.trimmed().isEmpty())
            text = message.text;
        if (!message.templateFields.isEmpty())
            fields = message.templateFields;
        const QString name = message.name.isEmpty() ? phone::forDisplay(message.number) : message.name;
        whose = tr("%1 · %2 of %3", "recipient, place, total")
                    .arg(name, engine::language::locale().toString(m_row + 1),
                         engine::language::locale().toString(m_recipients));
    }
    m_ui->preview->setMessage(m_draft.options.priceOre ? u"2401"_s : m_draft.sender, // OUT-08
                              partsOf(text, m_draft.options.unicode));
    m_ui->previewLabel->setText(whose);
    m_ui->previousButton->setEnabled(m_row > 0 && !m_sample.isEmpty());
    m_ui->nextButton->setEnabled(m_row + 1 < m_sample.size());
    const QString type = m_draft.options.templateType;
    m_ui->fallbackPreview->setVisible(!type.isEmpty());
    if (!type.isEmpty()) {
        const gateway::TemplatePreview fallback = gateway::templatePreview(type, fields);
        m_ui->fallbackPreview->setMessage(fallback.sender, {fallback.text});
    }
}

void MessagePreviews::retranslate()
{
    m_ui->preview->setAccessibleName(tr("Message preview"));
    m_ui->fallbackPreview->setAccessibleName(tr("Template preview"));
    m_ui->previousButton->setAccessibleName(tr("Previous recipient"));
    m_ui->nextButton->setAccessibleName(tr("Next recipient"));
    render();
}

void MessagePreviews::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace gui
