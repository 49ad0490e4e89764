// SPDX-License-Identifier: GPL-3.0-or-later
// Ten seconds in which an approved message can still be stopped before its first request. They wait while a
// modal window keeps its button out of reach.
#pragma once

#include <QFrame>
#include <QPointer>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace gui {

class StopBar final : public QFrame
{
    Q_OBJECT
public:
    explicit StopBar(QWidget *parent = nullptr);
    void begin(qint64 campaign, qint64 recipients, bool scheduled);
    bool isCounting() const { return m_timer.isActive(); }
    void stop(); // as its button, or Escape
    static constexpr int seconds = 10;

Q_SIGNALS:
    void elapsed(qint64 campaign);
    void stopPressed(qint64 campaign);
    void counting(qint64 campaign); // 0: no more

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tick();
    void showSeconds();

    QLabel *m_label;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    QTimer m_timer{this};
    QPointer<QWidget> m_before; // where the focus was
    qint64 m_campaign = 0;
    qint64 m_recipients = 0;
    bool m_scheduled = false; // what is stopped is a plan for later
    bool m_held = false;      // a modal window is open
    int m_left = 0;
};

} // namespace gui
