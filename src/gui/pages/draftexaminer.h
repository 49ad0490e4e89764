// SPDX-License-Identifier: GPL-3.0-or-later
// Has a draft examined by the engine whenever it changes, and holds the one examination from which the Send
// page shows everything.
#pragma once

#include "engine/examination.h"
#include "gui/context.h"
#include "gui/oneshot.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace gui {

class DraftExaminer final : public QObject
{
    Q_OBJECT
public:
    DraftExaminer(Context &context, QObject *parent);
    ~DraftExaminer() override;

    void examine(const engine::Draft &draft,
                 bool templateUsable); // soon: what follows at once counts instead
    // Of the draft as it is, or while it is being examined the last one. What can be told without the engine
    // is in it at once: the draft's own faults, and another text to the same recipients.
    const engine::Examination &latest() const { return m_latest; }
    bool isCurrent() const { return m_current; }
    bool isReading() const { return m_reading; } // it takes so long that it must be said

Q_SIGNALS:
    void changed();  // isReading(), or the examination
    void examined(); // it is current

private:
    void ask(const engine::Examinable &examinable);
    void take(const engine::Examination &examination);

    Context &m_context;
    engine::Examinable m_wanted;
    engine::Examination m_latest;
    std::shared_ptr<std::atomic<bool>> m_outdated; // shared with who reads for the engine
    OneShot m_startTimer{150};                     // ms after the last change
    OneShot m_readingTimer{400};                   // ms until it is said that the list is being read
    int m_number = 0;                              // of the question; only the latest one's answer counts
    bool m_current = false;
    bool m_reading = false;
};

} // namespace gui
