// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tray.h"

#include "engine/campaigns.h"
#include "engine/pausewording.h"
#include "engine/reception.h"
#include "engine/wording.h"
#include "gui/mainwindow.h"
#include "gui/pages/inboxpage.h"
#include "gui/windowplaces.h"
#include "phone/phonenumber.h"
#include "storage/campaignrepository.h"
#include "storage/contactrepository.h"

#include <QApplication>
#include <QPainter>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int longestTextTold = 120; // characters
constexpr int shownForMs = 8000;

// The program's icon with the count on a disc, as people know it from their telephones.
QIcon withBadge(const QIcon &icon, qint64 count)
{
    if (count == 0)
        return icon;
    QPixmap picture = icon.pixmap(64, 64);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF disc(26, 0, 38, 38);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xC0, 0x28, 0x28));
    painter.drawEllipse(disc);
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(count > 9 ? 20 : 28);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(disc, Qt::AlignCenter, count > 99 ? u"99"_s : QString::number(count));
    return picture;
}

} // namespace

Tray::Tray(Context &context, MainWindow &window)
    : QObject(&window)
    , m_context(context)
    , m_window(window)
    , m_openAction(m_menu.addAction(QString()))
    , m_quitAction(m_menu.addAction(QString()))
    , m_icon(QApplication::windowIcon())
{
    connect(m_openAction, &QAction::triggered, this, [this] { bringForward(m_window); });
    connect(m_quitAction, &QAction::triggered, this, &Tray::quitWanted);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            bringForward(m_window);
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        bringForward(m_window);
        if (m_open)
            m_open();
    });
    connect(context.engine.part<engine::Reception>(), &engine::Reception::messageReceived, this,
            [this](const QString &from, const QString &text) {
                const auto contact = storage::ContactRepository(m_context.reader).contact(from);
                const QString name =
                    contact && !contact->name.isEmpty() ? contact->name : phone::forDisplay(from);
                const QString start = text.simplified();
                tell(name,
                     start.size() > longestTextTold ? QString(start.left(longestTextTold) + u'…') : start,
                     [this, from] {
                         m_window.goTo(PageId::Inbox);
                         m_window.inboxPage()->openConversation(from);
                     });
            });
    connect(context.engine.part<engine::Campaigns>(), &engine::Campaigns::stopped, this,
            [this](qint64 id, domain::CampaignState state, const domain::PauseReason &reason) {
                const auto campaign = storage::CampaignRepository(m_context.reader).campaign(id);
                if (!campaign)
                    return;
                const QString why = engine::wording::pauseReason(reason);
                tell(tr("%1: %2", "campaign: state").arg(campaign->name, engine::wording::state(state)),
                     state == domain::CampaignState::Paused ? why : QString(),
                     [this, id] { m_window.openCampaign(id); });
            });
    window.installEventFilter(this);
    retranslate();
    m_icon.setContextMenu(&m_menu);
    m_icon.show();
}

bool Tray::isAvailable() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::setUnread(qint64 messages)
{
    if (messages == m_unread)
        return;
    m_unread = messages;
    m_icon.setIcon(withBadge(QApplication::windowIcon(), messages));
    retranslate();
}

void Tray::tell(const QString &title, const QString &text, std::function<void()> open)
{
    if (m_window.isActiveWindow())
        return;
    m_open = std::move(open);
    if (isAvailable() && QSystemTrayIcon::supportsMessages())
        m_icon.showMessage(title, text.isEmpty() ? u"Budstikke"_s : text, QApplication::windowIcon(),
                           shownForMs);
    else
        QApplication::alert(&m_window);
}

void Tray::retranslate()
{
    m_openAction->setText(tr("Open Budstikke"));
    m_quitAction->setText(tr("Quit"));
    m_icon.setToolTip(m_unread > 0 ? tr("Budstikke: %n unread", nullptr, static_cast<int>(m_unread))
                                   : u"Budstikke"_s);
}

bool Tray::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

} // namespace gui
