// SPDX-License-Identifier: GPL-3.0-or-later
// Changes to the address book: made in the engine's thread, told, and taken back where that can be.
#pragma once

#include "base/result.h"
#include "gui/context.h"
#include "gui/pages/chosencontacts.h"
#include "gui/sentence.h"

#include <QObject>

#include <functional>

class QPushButton;
class QWidget;
namespace engine {
class ContactBook;
}

namespace gui {

class Strip;

class ContactChanges final : public QObject
{
    Q_OBJECT
public:
    using Work = std::function<base::Result<void>(engine::ContactBook &)>;

    // Of what is chosen on the page, above which is asked.
    ContactChanges(Context &context, Chosen chosen, QWidget *page);

    // Then `done` is said, with Undo if there is one.
    void make(const Work &work, const Sentence &done, const Work &undo = {});
    void offerUndo(const Sentence &done, const std::function<void()> &undo);
    void told(const base::Result<void> &undone); // of an undo that was offered
    void undo();                                 // what was offered last
    void say(const Sentence &done);
    void complain(const Sentence &why);
    void complain(const base::Error &error);
    // What the page shows of it: the problem of the last change, and what can be undone, by the button.
    const Sentence &problem() const { return m_problem; } // empty: none
    void forgetProblem() { m_problem.clear(); }
    void offerUndoIn(Strip *strip, const QPushButton *button);
    void readAgain();

Q_SIGNALS:
    void changed();                              // what is shown is to be read again
    void undoOffered(const gui::Sentence &done); // empty: nothing can be taken back
    void announced(const gui::Sentence &done);
    void failed(const gui::Sentence &why); // which is the problem, then

private:
    friend class ContactJob;
    Context &m_context;
    const Chosen m_chosen;
    QWidget *const m_page;
    std::function<void()> m_undo;
    Sentence m_problem;
};

// One of the jobs of such a page: works on what is chosen there, and asks above it.
class ContactJob : public QObject
{
    Q_OBJECT
public:
    explicit ContactJob(ContactChanges &changes);

protected:
    Context &m_context;
    ContactChanges &m_changes;
    const Chosen &m_chosen;
    QWidget *m_page;
};

} // namespace gui
