// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/helpwindow.h"

#include "base/words.h"
#include "engine/language.h"
#include "gui/widgets/helpbrowser.h"
#include "gui/widgets/theme.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

// ACC-06: the gateway's description in the user's language.
QUrl description()
{
    return QUrl(engine::language::current() == "nb"_L1 ? u"https://fro.no/gw-produktbeskrivelse"_s
                                                       : u"https://fro.no/gw-productdescription"_s);
}

} // namespace

QStringList helpTopics()
{
    return {u"send"_s,   u"campaigns"_s, u"inbox"_s,    u"contacts"_s,  u"texts"_s,
            u"log"_s,    u"settings"_s,  u"receiver"_s, u"mailbox"_s,   u"privacy"_s,
            u"states"_s, u"codes"_s,     u"office"_s,   u"shortcuts"_s, u"about"_s};
}

QString helpTopic(PageId page)
{
    static constexpr base::Words<PageId::Settings> topics(
        {"send", "campaigns", "inbox", "contacts", "texts", "log", "settings"});
    return topics.of(page);
}

HelpWindow::HelpWindow(QWidget *parent)
    : Translated(parent)
    , m_list(new QListWidget(this))
    , m_browser(new HelpBrowser(this))
    , m_searchEdit(new QLineEdit(this))
    , m_backButton(new QToolButton(this))
    , m_descriptionButton(new QToolButton(this))
    , m_supportButton(new QToolButton(this))
{
    setObjectName(u"help"_s);
    m_list->setObjectName(u"helpPages"_s);
    m_list->setSpacing(3);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_browser->setObjectName(u"helpText"_s);
    auto *bar = new QToolBar(this);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addWidget(m_backButton);
    bar->addWidget(m_descriptionButton);
    bar->addWidget(m_searchEdit);
    m_searchEdit->setObjectName(u"helpSearch"_s);
    m_searchEdit->setClearButtonEnabled(true);
    m_searchEdit->setMinimumWidth(12 * fontMetrics().averageCharWidth());
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &QWidget::close);
    connect(m_searchEdit, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_searchEdit, &QLineEdit::returnPressed, this, &HelpWindow::findNext);
    bar->addWidget(m_supportButton);
    m_supportButton->setObjectName(u"supportButton"_s);
    connect(m_supportButton, &QToolButton::clicked, this, &HelpWindow::supportWanted);
    addToolBar(bar);
    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(12, 8, 12, 12);
    row->addWidget(m_list);
    row->addWidget(m_browser, 1);
    setCentralWidget(centre);
    for (const QString &topic : helpTopics())
        (new QListWidgetItem(m_list))->setData(Qt::UserRole, topic);
    m_backButton->setEnabled(false);
    connect(m_backButton, &QToolButton::clicked, m_browser, &QTextBrowser::backward);
    connect(m_browser, &QTextBrowser::backwardAvailable, m_backButton, &QToolButton::setEnabled);
    connect(m_descriptionButton, &QToolButton::clicked, this,
            [] { QDesktopServices::openUrl(description()); });
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && item->data(Qt::UserRole).toString() != topic())
            showTopic(item->data(Qt::UserRole).toString());
    });
    // A link or Back has led to another page.
    connect(m_browser, &QTextBrowser::sourceChanged, this, [this](const QUrl &address) {
        const QSignalBlocker quiet(m_list);
        for (int i = 0; i < m_list->count(); ++i) {
            if (address.fileName() == QString(m_list->item(i)->data(Qt::UserRole).toString() + ".md"_L1))
                m_list->setCurrentRow(i);
        }
    });
    retranslate();
    theme::sizeByText(this, 120, 42);
}

void HelpWindow::open(const QString &topic)
{
    showTopic(topic);
    show();
    raise();
    activateWindow();
    m_browser->setFocus();
}

QString HelpWindow::topic() const
{
    return m_browser->source().fileName().section(u'.', 0, 0);
}

// The pages that hold every word; the first of them comes up, unless the one that is open does.
void HelpWindow::search(const QString &typed)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    QListWidgetItem *first = nullptr;
    bool openHolds = false;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        const QString page = item->data(Qt::UserRole).toString();
        const QString text = HelpBrowser::markdown(HelpBrowser::address(page));
        const bool holds = std::all_of(words.begin(), words.end(), [&text](const QString &word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
        item->setHidden(!holds);
        if (holds && !first)
            first = item;
        openHolds = openHolds || (holds && page == topic());
    }
    if (!first) {
        m_browser->setMarkdown(tr("No page of the help has “%1”. Try another word.").arg(typed.trimmed()));
        m_missed = true;
        return;
    }
    if (std::exchange(m_missed, false))
        m_browser->reload();
    if (!openHolds)
        m_list->setCurrentItem(first);
    m_browser->moveCursor(QTextCursor::Start);
    findNext();
}

void HelpWindow::findNext()
{
    const QString word = m_searchEdit->text().section(u' ', 0, 0, QString::SectionSkipEmpty);
    if (word.isEmpty() || m_browser->find(word))
        return;
    m_browser->moveCursor(QTextCursor::Start); // from the page's beginning again
    m_browser->find(word);
}

void HelpWindow::showTopic(const QString &topic)
{
    m_browser->setSource(HelpBrowser::address(topic));
}

void HelpWindow::retranslate()
{
    setWindowTitle(tr("Help"));
    m_list->setAccessibleName(tr("Help pages"));
    m_browser->setAccessibleName(tr("Help text"));
    m_backButton->setText(tr("‹ &Back"));
    m_descriptionButton->setText(tr("The &gateway's description"));
    m_searchEdit->setPlaceholderText(tr("Search the help"));
    m_searchEdit->setAccessibleName(tr("Search the help"));
    m_descriptionButton->setToolTip(description().toDisplayString());
    m_supportButton->setText(tr("&Collect for support…"));
    m_supportButton->setToolTip(tr("A text file about this computer and what went wrong, without texts, "
                                   "numbers or passwords"));
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        item->setText(HelpBrowser::title(item->data(Qt::UserRole).toString()));
    }
    fitList();
    showTopic(topic().isEmpty() ? helpTopics().constFirst() : topic());
}

// As wide as its names, but the page beside it needs two thirds.
void HelpWindow::fitList()
{
    constexpr int margins = 40;
    int widest = 0; // of the names as such: the list's own hint is of what is wrapped already
    for (int i = 0; i < m_list->count(); ++i)
        widest = std::max(widest, m_list->fontMetrics().horizontalAdvance(m_list->item(i)->text()));
    m_list->setFixedWidth(std::min(widest + margins, width() / 3));
}

void HelpWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitList();
}

} // namespace gui
