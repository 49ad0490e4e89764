// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/stopbar.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace gui {

StopBar::StopBar(QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_stop(new QPushButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 8, 24, 8);
    layout->addWidget(m_label);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_stop);
    m_stop->setObjectName(QStringLiteral("stopButton"));
    m_bar->setRange(0, seconds);
    m_bar->setTextVisible(false);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &StopBar::tick);
    connect(m_stop, &QPushButton::clicked, this, &StopBar::stop);
    showSeconds();
    hide();
}

void StopBar::begin(qint64 campaign, qint64 recipients, bool scheduled)
{
    m_campaign = campaign;
    m_recipients = recipients;
    m_scheduled = scheduled;
    m_held = false;
    m_left = seconds;
    m_before = QApplication::focusWidget();
    showSeconds();
    setVisible(true);
    Q_EMIT counting(campaign);
    m_timer.start();
    m_stop->setFocus();
}

void StopBar::tick()
{
    m_held = QApplication::activeModalWidget() != nullptr;
    if (m_held || --m_left > 0)
        return showSeconds();
    m_timer.stop();
    hide();
    Q_EMIT counting(0);
    Q_EMIT elapsed(m_campaign);
}

void StopBar::stop()
{
    if (!isCounting())
        return;
    m_timer.stop();
    Q_EMIT counting(0);
    Q_EMIT stopPressed(m_campaign); // what it was stopped from can be pressed again
    if (m_before)
        m_before->setFocus();
    hide();
}

void StopBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        stop();
    else
        QFrame::keyPressEvent(event);
}

void StopBar::showSeconds()
{
    const QString recipients = QLocale().toString(m_recipients);
    m_label->setText(m_held              ? tr("Waiting until you close the window that is open")
                     : m_recipients == 0 ? tr("Sending in %n seconds", "to a group at the gateway", m_left)
                     : m_scheduled ? tr("To %1: scheduled in %n seconds", nullptr, m_left).arg(recipients)
                                   : tr("Sending to %1 in %n seconds", nullptr, m_left).arg(recipients));
    m_bar->setValue(m_left);
    m_bar->setAccessibleName(m_label->text());
    m_stop->setText(tr("Stop"));
}

void StopBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showSeconds();
}

} // namespace gui
