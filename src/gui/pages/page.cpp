// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/page.h"

#include <QFormLayout>

namespace gui {

namespace {
constexpr int charactersBeside = 90; // what two things side by side need
} // namespace

Page::Page(Context &context, QWidget *parent)
    : Translated(parent)
    , m_context(context)
{
}

void Page::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit(width() < charactersBeside * fontMetrics().averageCharWidth());
}

void Page::fit(bool) {}

void Page::fitForms(const QWidget *area, bool narrow)
{
    for (QFormLayout *form : area->findChildren<QFormLayout *>())
        form->setRowWrapPolicy(narrow ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
}

} // namespace gui
