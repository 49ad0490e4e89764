// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/draftexaminer.h"

#include "engine/planning.h"

#include <QDateTime>

namespace gui {
using namespace Qt::StringLiterals;

DraftExaminer::DraftExaminer(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_startTimer.setParent(this);
    m_startTimer.setObjectName(u"examineTimer"_s);
    connect(&m_startTimer, &QTimer::timeout, this, [this] { ask(m_wanted); });
    connect(&m_readingTimer, &QTimer::timeout, this, [this] {
        m_reading = true;
        Q_EMIT changed();
    });
}

DraftExaminer::~DraftExaminer()
{
    if (m_outdated)
        *m_outdated = true;
}

void DraftExaminer::examine(const engine::Draft &draft, bool templateUsable)
{
    ++m_number;
    m_wanted = engine::examinable(draft, QDateTime::currentMSecsSinceEpoch(), templateUsable);
    m_current = false;
    if (auto known = engine::rewritten(m_latest, m_wanted))
        m_latest = std::move(*known);
    else if (!m_latest.plan.longest)
        m_latest.examined = m_wanted;
    m_latest.examined.text = m_wanted.text;
    m_latest.fault = m_wanted.fault;
    m_startTimer.start();
    if (!m_readingTimer.isActive() && !m_reading)
        m_readingTimer.start();
    Q_EMIT changed();
}

void DraftExaminer::ask(const engine::Examinable &examinable)
{
    const int number = ++m_number;
    if (m_outdated)
        *m_outdated = true; // a long list is not read to its end in vain
    m_outdated = std::make_shared<std::atomic<bool>>(false);
    m_context.engine.callAsync<base::Result<engine::PlanSummary>>(
        this,
        [draft = examinable.draft, outdated = m_outdated](engine::Planning &planning,
                                                          const engine::JobDone<engine::PlanSummary> &done) {
            planning.examine(
                draft, [outdated](qint64, qint64) { return !*outdated; }, done);
        },
        [this, number, examinable](const base::Result<engine::PlanSummary> &plan) {
            if (number != m_number)
                return;
            const engine::Examination found = engine::examination(examinable, plan);
            if (const auto again = engine::withoutUnknownFields(found))
                return ask(*again);
            take(found);
        });
}

void DraftExaminer::take(const engine::Examination &examination)
{
    m_latest = examination;
    m_current = true;
    m_reading = false;
    m_readingTimer.stop();
    Q_EMIT changed();
    Q_EMIT examined();
}

} // namespace gui
