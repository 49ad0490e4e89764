// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowtitle.h"

#include "engine/campaigns.h"
#include "engine/language.h"

#include <QDateTime>
#include <QWidget>

namespace gui {
using namespace Qt::StringLiterals;

WindowTitle::WindowTitle(Context &context, QWidget *window)
    : QObject(window)
    , m_window(window)
{
    const auto *campaigns = context.engine.part<engine::Campaigns>();
    connect(campaigns, &engine::Campaigns::progressed, this, [this](qint64 id, qint64 done, qint64 total) {
        m_sending.insert(id, {done, total});
        write();
    });
    connect(campaigns, &engine::Campaigns::stopped, this, [this](qint64 id) {
        m_sending.remove(id);
        m_pace.clear();
        write();
    });
    write();
}

void WindowTitle::setUnread(qint64 messages)
{
    m_unread = messages;
    write();
}

void WindowTitle::write()
{
    qint64 done = 0;
    qint64 total = 0;
    for (const Sending &sending : std::as_const(m_sending)) {
        done += sending.done;
        total += sending.total;
    }
    QStringList parts;
    if (total > 0) {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        m_pace.note(now, done, total);
        const QString percent = engine::language::locale().toString(100 * done / total);
        const auto left = m_pace.leftMs(now);
        parts.append(
            left
                ? tr("Sending: %1 %, %2", "percent, time left").arg(percent, engine::wording::timeLeft(*left))
                : tr("Sending: %1 %").arg(percent));
    }
    if (m_unread > 0)
        parts.append(tr("%n unread", nullptr, static_cast<int>(m_unread)));
    parts.append(u"Budstikke"_s);
    m_window->setWindowTitle(parts.join(u" – "_s));
}

} // namespace gui
