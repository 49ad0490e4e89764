// SPDX-License-Identifier: GPL-3.0-or-later
// The message as each recipient's phone shows it, one after the other; beside a template's, what a country
// that requires templates would get.
#pragma once

#include "engine/draft.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class MessagePreviews;
}

namespace gui {

class MessagePreviews final : public QWidget
{
    Q_OBJECT
public:
    explicit MessagePreviews(QWidget *parent = nullptr);
    ~MessagePreviews() override;

    // summary: what was found about the draft as it is now; nullptr: not known yet.
    void setDraft(const engine::Draft &draft, const engine::PlanSummary *summary);
    // The text as the recipient at hand gets it; absent: there is none.
    std::optional<QString> renderedText() const;
    void setMostLines(int lines);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();
    void retranslate();

    std::unique_ptr<Ui::MessagePreviews> m_ui;
    engine::Draft m_draft;
    QList<domain::Message> m_sample;
    qint64 m_recipients = 0;
    int m_row = 0;
    bool m_current = false; // the sample is of the draft as it is now
};

} // namespace gui
