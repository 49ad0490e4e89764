// SPDX-License-Identifier: GPL-3.0-or-later
// The first thing a new user sees: language, then the demo gateway or an account.
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class FirstRunPage;
}

namespace gui {

class FirstRunPage final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(QWidget *parent = nullptr);
    ~FirstRunPage() override;
    void say(const QString &problem);

Q_SIGNALS:
    void languageChosen(const QString &language);
    void demoChosen();
    void accountChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::unique_ptr<Ui::FirstRunPage> m_ui;
};

} // namespace gui
