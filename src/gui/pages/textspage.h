// SPDX-License-Identifier: GPL-3.0-or-later
// Saved texts and filled-in templates: written, renamed, deleted (with undo), used again.
#pragma once

#include "gui/pages/page.h"
#include "gui/widgets/form.h"
#include "storage/textrepository.h"

class QPushButton;
namespace Ui {
class TextsPage;
}
namespace models {
class TextModel;
}

namespace gui {

class TextsPage final : public Page
{
    Q_OBJECT
public:
    TextsPage(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void activated() override;
    void retranslate() override;

Q_SIGNALS:
    void textChosen(const storage::SavedText &text); // the Send page takes it

protected:
    void fit(bool narrow) override;

private:
    void begin(); // a new one
    void open(const storage::SavedText &text);
    void refresh(const QString &select = {});
    storage::SavedText edited() const;
    bool isChanged() const;
    // Keeps what was edited, then goes on; `then` does not run when it cannot be kept.
    void save(const std::function<void()> &then = {});
    void remove();
    void leave();
    void undo();
    void showEdited();
    void showEmpty();

    Form<Ui::TextsPage> m_ui;
    models::TextModel *m_model;
    QPushButton *m_undoButton;
    QPushButton *m_replaceButton;
    storage::SavedText m_open; // as it is stored; no name: a new one
    storage::SavedText m_removed;
    bool m_writing = false; // the editor holds a text, stored or new
    Sentence m_problem;
};

} // namespace gui
