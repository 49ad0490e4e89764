// SPDX-License-Identifier: GPL-3.0-or-later
// The message as each recipient's phone shows it, one after the other; beside a template's, what a country
// that requires templates would get.
#pragma once

#include "engine/examination.h"
#include "gui/widgets/form.h"
#include "gui/widgets/translated.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class MessagePreviews;
}

namespace gui {

class MessagePreviews final : public Translated<QWidget>
{
    Q_OBJECT
public:
    explicit MessagePreviews(QWidget *parent = nullptr);

    void setExamination(const engine::Examination &examination);
    void goTo(qint64 row);       // a recipient's place among all, from 0
    qint64 wantedSample() const; // so many messages the examination should hold
    // The text as the recipient at hand gets it; absent: there is none.
    std::optional<QString> renderedText() const;
    void setMostLines(int lines);

Q_SIGNALS:
    void moreWanted(); // wantedSample() is more than there is

private:
    void render();
    void retranslate() override;

    Form<Ui::MessagePreviews> m_ui;
    engine::Examination m_examination;
    qint64 m_row = 0;
};

} // namespace gui
