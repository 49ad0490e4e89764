// SPDX-License-Identifier: GPL-3.0-or-later
// "When and how": everything about a message that most never need, in one place that folds away.
#pragma once

#include "domain/campaign.h"
#include "engine/draft.h"

#include <QFrame>

#include <memory>

namespace Ui {
class WhenForm;
}

namespace gui {

class WhenForm final : public QFrame
{
    Q_OBJECT
public:
    explicit WhenForm(QWidget *parent = nullptr);
    ~WhenForm() override;

    void writeTo(engine::Draft &draft) const; // time, repetition, options and mode
    void take(const domain::Campaign &campaign);
    void sendNow(); // after a draft was handed over: the next one is not sent at its time
    void allowUnicode();
    QWidget *input(const QString &field) const; // as cli.md names it; nullptr: not here
    bool isUnicodeAllowed() const;
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void showTime();

    std::unique_ptr<Ui::WhenForm> m_ui;
};

} // namespace gui
