// SPDX-License-Identifier: GPL-3.0-or-later
// Changes to the address book: made in the engine's thread, told, and taken back where that can be.
#pragma once

#include "base/result.h"
#include "gui/context.h"
#include "gui/pages/chosencontacts.h"
#include "gui/sentence.h"

#include <QObject>

#include <functional>

class QWidget;
namespace engine {
class ContactBook;
}

namespace gui {

class ContactChanges final : public QObject
{
    Q_OBJECT
public:
    using Work = std::function<base::Result<void>(engine::ContactBook &)>;

    ContactChanges(Context &context, QObject *parent);

    // Then `done` is said, with Undo if there is one.
    void make(const Work &work, const Sentence &done, const Work &undo = {});
    void offerUndo(const Sentence &done, const std::function<void()> &undo);
    void told(const base::Result<void> &undone); // of an undo that was offered
    void undo();                                 // what was offered last
    void say(const Sentence &done);
    void complain(const Sentence &why);
    void complain(const base::Error &error);
    void readAgain();

Q_SIGNALS:
    void changed();
    void undoOffered(const gui::Sentence &done); // empty: nothing can be taken back
    void announced(const gui::Sentence &done);
    void failed(const gui::Sentence &why);

private:
    Context &m_context;
    std::function<void()> m_undo;
};

// One of the jobs of the Contacts page: works on what is chosen there, and asks above it.
class ContactJob : public QObject
{
    Q_OBJECT
public:
    ContactJob(Context &context, ContactChanges &changes, Chosen chosen, QWidget *page);

protected:
    Context &m_context;
    ContactChanges &m_changes;
    Chosen m_chosen;
    QWidget *m_page;
};

} // namespace gui
