// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/draftkeeper.h"

#include "gui/pages/sendcounter.h"
#include "models/when.h"

#include <QDateTime>
#include <QMenu>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

constexpr int longestTitle = 60; // characters

} // namespace

DraftKeeper::DraftKeeper(QWidget *parent)
    : MenuButton(parent)
{
    connect(&m_storeTimer, &QTimer::timeout, this, &DraftKeeper::store);
}

void DraftKeeper::begin(Context &context)
{
    m_context = &context;
    connect(context.engine.part<engine::Drafts>(), &engine::Drafts::changed, this, &DraftKeeper::count);
    count();
}

QList<engine::StoredDraft> DraftKeeper::stored() const
{
    QList<engine::StoredDraft> drafts;
    if (const auto rows = storage::DraftRepository(m_context->reader).drafts()) {
        for (const storage::DraftRow &row : *rows)
            drafts.append(engine::fromRow(row));
    }
    return drafts;
}

std::optional<engine::StoredDraft> DraftKeeper::atStart()
{
    for (const engine::StoredDraft &draft : stored()) {
        if (draft.open) {
            m_open = draft;
            m_empty = false;
            count();
            return draft;
        }
    }
    return std::nullopt;
}

void DraftKeeper::keep(const engine::StoredDraft &draft, bool empty)
{
    if (empty && m_open.id == 0)
        return;
    const qint64 id = m_open.id != 0 ? m_open.id : QDateTime::currentMSecsSinceEpoch();
    m_open = draft;
    m_open.id = id;
    m_open.open = true;
    if (m_empty != empty)
        setVisible(m_waiting > 0 || !empty);
    m_empty = empty;
    m_storeTimer.start();
}

void DraftKeeper::flush()
{
    if (m_storeTimer.isActive())
        store();
}

void DraftKeeper::store()
{
    m_storeTimer.stop();
    if (m_open.id == 0)
        return;
    if (m_empty)
        return remove(std::exchange(m_open.id, 0));
    m_context->engine.call(
        this, [draft = m_open](engine::Drafts &drafts) { return drafts.save(draft); },
        [](const base::Result<void> &saved) {
            if (!saved)
                qWarning("The draft could not be stored");
        });
}

void DraftKeeper::remove(qint64 id)
{
    m_context->engine.call(
        this, [id](engine::Drafts &drafts) { return drafts.remove(id); }, [](const base::Result<void> &) {});
}

void DraftKeeper::handedOver(qint64 campaign)
{
    m_storeTimer.stop();
    if (m_open.id != 0)
        m_context->engine.call(
            this,
            [draft = m_open, campaign](engine::Drafts &drafts) { return drafts.handOver(draft, campaign); },
            [](const base::Result<void> &) {});
    m_open = {};
    m_empty = true;
}

void DraftKeeper::park()
{
    m_open.open = false;
    store();
    m_open = {};
    m_empty = true;
}

void DraftKeeper::fill()
{
    for (const engine::StoredDraft &draft : stored()) {
        if (draft.id == m_open.id)
            continue;
        QAction *action = menu()->addAction(title(draft).replace(u'&', "&&"_L1));
        connect(action, &QAction::triggered, this, [this, draft] {
            park();
            m_open = draft;
            m_empty = false;
            Q_EMIT chosen(draft);
        });
    }
    if (m_empty)
        return;
    menu()->addSeparator();
    connect(menu()->addAction(tr("&New message (this one stays as a draft)")), &QAction::triggered, this,
            [this] {
                park();
                Q_EMIT newWanted();
            });
    connect(menu()->addAction(tr("&Delete this draft")), &QAction::triggered, this, [this] {
        const engine::StoredDraft gone = m_open;
        handedOver(0);
        Q_EMIT newWanted();
        Q_EMIT deleted(gone);
    });
}

QString DraftKeeper::title(const engine::StoredDraft &draft)
{
    QStringList pieces;
    const QString to = draft.pasted.isEmpty() ? recipientsInWords(draft.draft.recipients)
                                              : tr("Pasted list", "of recipients");
    for (const QString &piece : {to, draft.draft.text.simplified()}) {
        if (!piece.isEmpty())
            pieces.append(piece);
    }
    QString words = pieces.join(u": "_s);
    if (words.size() > longestTitle)
        words = words.left(longestTitle - 1).trimmed() + u'…';
    return tr("%1  (%2)", "a draft, when it was changed").arg(words, models::when(draft.changedMs));
}

void DraftKeeper::count()
{
    m_waiting = 0;
    for (const engine::StoredDraft &draft : stored())
        m_waiting += draft.id != m_open.id ? 1 : 0;
    setVisible(m_waiting > 0 || !m_empty);
    retranslate();
}

void DraftKeeper::retranslate()
{
    setText(m_waiting > 0 ? tr("Drafts (%1) ▾").arg(m_waiting) : tr("Drafts ▾"));
    setAccessibleName(tr("Drafts"));
    setToolTip(tr("Unfinished messages. They are kept when Budstikke closes."));
}

} // namespace gui
