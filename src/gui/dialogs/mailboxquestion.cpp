// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/mailboxquestion.h"

#include "gui/question.h"

#include <QCoreApplication>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::MailboxQuestion)
};

} // namespace

bool isMailboxUnfetched(const base::Error &error)
{
    return error.code == base::ErrorCode::NeedsConfirmation && error.field == "mailbox"_L1;
}

void tryWithMailbox(QWidget *parent, const Attempt &attempt, const Outcome &done)
{
    attempt(engine::Unfetched::Ask, [parent, attempt, done](const base::Result<void> &result) {
        if (result || !isMailboxUnfetched(result.error()))
            return done(result);
        Question question;
        question.words = result.error().detail;
        question.more = Words::tr("People who have opted out since the mailbox was last emptied could still "
                                  "receive the message. Continue anyway?");
        question.answers = {{Words::tr("Continue anyway")}, {Words::tr("Not now"), Answer::Leave}};
        question.grave = true;
        question.hesitating = true;
        if (agreed(parent, question))
            return attempt(engine::Unfetched::GoOn, done);
        done(result);
    });
}

} // namespace gui
