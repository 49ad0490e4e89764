// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/seriesview.h"

#include "engine/repeatsource.h"
#include "gui/pages/sendcounter.h"
#include "ui_seriesview.h"

#include <QAction>
#include <QPushButton>

namespace gui {

SeriesView::SeriesView(QWidget *parent)
    : QWidget(parent)
    , m_ui(this)
{
    constexpr int lines = 8;
    m_ui->textView->setMaximumHeight(lines * fontMetrics().lineSpacing());
}

void SeriesView::addButton(QAction *action)
{
    auto *button = new QPushButton(this);
    m_ui->buttonsFlow->addWidget(button);
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setVisible(action->isVisible());
        button->setEnabled(action->isEnabled());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
}

void SeriesView::setSeries(const domain::Campaign &series)
{
    const QString to = recipientsInWords(engine::draftOf(series).recipients);
    m_ui->toLabel->setVisible(!to.isEmpty());
    m_ui->toLabel->setText(tr("To %1. Groups and lists are re-read each time.", "groups, a list").arg(to));
    if (m_ui->textView->toPlainText() != series.text)
        m_ui->textView->setPlainText(series.text);
}

void SeriesView::retranslate()
{
    m_ui->retranslateUi(this);
}

} // namespace gui
