// SPDX-License-Identifier: GPL-3.0-or-later
// One page of the main window. Its texts are set in retranslate(), at once when the language changes.
#pragma once

#include "domain/contact.h"
#include "gui/context.h"
#include "gui/sentence.h"
#include "gui/widgets/translated.h"

#include <QWidget>

namespace gui {

Q_NAMESPACE

enum class PageId { Send, Campaigns, Inbox, Contacts, Texts, Log, Settings };
Q_ENUM_NS(PageId)

class Page : public Translated<QWidget>
{
    Q_OBJECT
public:
    explicit Page(Context &context, QWidget *parent = nullptr);

    virtual QString title() const = 0; // accessible name of its entry in the list of pages
    virtual void activated() {}        // it comes to the front

Q_SIGNALS:
    void pageWanted(gui::PageId page);
    void campaignWanted(qint64 campaign);
    void startWanted(qint64 campaign);        // a planned one: it is looked over, and counted down
    void personWanted(const QString &number); // everything known about one
    void sendWanted(const QList<domain::Contact> &recipients); // as those of the next message
    void reuseWanted(qint64 campaign);                         // the Send page takes it as a draft
    // To the input that the gateway's answer concerns; number empty: the whole campaign's.
    void correctionWanted(qint64 campaign, const QString &number, int code);
    void announced(const gui::Sentence &sentence); // a few seconds in the status bar

protected:
    void resizeEvent(QResizeEvent *event) override;
    // narrow: large text in a small window. What stands side by side goes one beneath the other, and the
    // page scrolls.
    virtual void fit(bool narrow);
    // Labels above their fields.
    static void fitForms(const QWidget *area, bool narrow);

    Context &m_context;
};

} // namespace gui
