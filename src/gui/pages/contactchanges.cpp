// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/contactchanges.h"

#include "engine/contactbook.h"
#include "gui/widgets/strip.h"
#include "phone/phonenumber.h"

#include <QPushButton>

#include <utility>

namespace gui {
using namespace Qt::StringLiterals;

ContactChanges::ContactChanges(Context &context, Chosen chosen, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_chosen(std::move(chosen))
    , m_page(page)
{
}

void ContactChanges::make(const Work &work, const Sentence &done, const Work &undo)
{
    m_context.engine.call(this, work, [this, done, undo](const base::Result<void> &made) {
        if (!made) {
            complain(made.error());
            return;
        }
        if (undo)
            offerUndo(done, [this, undo] {
                m_context.engine.call(this, undo, [this](const base::Result<void> &undone) { told(undone); });
            });
        else
            offerUndo(done, {});
        readAgain();
    });
}

void ContactChanges::offerUndo(const Sentence &done, const std::function<void()> &undo)
{
    m_undo = undo;
    Q_EMIT undoOffered(undo ? done : Sentence());
    if (!undo)
        say(done);
}

void ContactChanges::offerUndoIn(Strip *strip, const QPushButton *button)
{
    connect(this, &ContactChanges::undoOffered, strip,
            [strip](const Sentence &done) { strip->say(Strip::Notice, done); });
    connect(button, &QPushButton::clicked, this, &ContactChanges::undo);
}

void ContactChanges::undo()
{
    if (m_undo)
        std::exchange(m_undo, {})();
}

void ContactChanges::told(const base::Result<void> &undone)
{
    if (!undone)
        return complain(undone.error());
    offerUndo([] { return tr("Undone."); }, {});
    readAgain();
}

void ContactChanges::say(const Sentence &done)
{
    Q_EMIT announced(done);
}

void ContactChanges::complain(const Sentence &why)
{
    m_problem = why;
    Q_EMIT failed(why);
}

void ContactChanges::readAgain()
{
    m_problem.clear();
    Q_EMIT changed();
}

void ContactChanges::complain(const base::Error &error)
{
    if (error.code != base::ErrorCode::WrongState)
        complain(Sentence(error));
    else if (error.field == "group"_L1)
        complain([error] { return tr("There is already a group called “%1”.").arg(error.detail); });
    else
        complain([error] {
            return tr("A message to %1 is being sent right now. Try again when it has been sent.")
                .arg(phone::forDisplay(error.detail));
        });
}

ContactJob::ContactJob(ContactChanges &changes)
    : QObject(changes.m_page)
    , m_context(changes.m_context)
    , m_changes(changes)
    , m_chosen(changes.m_chosen)
    , m_page(changes.m_page)
{
}

} // namespace gui
