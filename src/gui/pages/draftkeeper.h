// SPDX-License-Identifier: GPL-3.0-or-later
// Stores the message that is being written a moment after each change, and offers those that wait.
#pragma once

#include "engine/drafts.h"
#include "gui/context.h"
#include "gui/oneshot.h"
#include "gui/widgets/menubutton.h"

namespace gui {

class DraftKeeper final : public MenuButton
{
    Q_OBJECT
public:
    explicit DraftKeeper(QWidget *parent = nullptr);
    void begin(Context &context);

    void keep(const engine::StoredDraft &draft, bool empty); // an empty one is not stored
    void flush();                                            // what has not been stored yet
    void handedOver(qint64 campaign);                        // it became this one; 0: it is given up
    void park();                                             // keeps it among those that wait
    std::optional<engine::StoredDraft> atStart();            // what was open when the program ended

Q_SIGNALS:
    void chosen(const engine::StoredDraft &draft);  // the one that was open has been parked
    void newWanted();                               // likewise
    void deleted(const engine::StoredDraft &draft); // the one that was open, on somebody's wish

private:
    QList<engine::StoredDraft> stored() const;
    void fill() override;
    void count();
    void store();
    void remove(qint64 id);
    void retranslate() override;
    static QString title(const engine::StoredDraft &draft);

    Context *m_context = nullptr;
    engine::StoredDraft m_open; // id 0: not begun
    bool m_empty = true;
    qsizetype m_waiting = 0;
    OneShot m_storeTimer{800}; // ms after the last change
};

} // namespace gui
