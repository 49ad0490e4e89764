// SPDX-License-Identifier: GPL-3.0-or-later
// 'Texts': inserts a saved text, or saves the one that is being written.
#pragma once

#include "gui/context.h"
#include "gui/widgets/menubutton.h"
#include "storage/textrepository.h"

#include <functional>

namespace gui {

class TextsButton final : public MenuButton
{
    Q_OBJECT
public:
    explicit TextsButton(QWidget *parent = nullptr);
    // current: what would be saved; its name is asked for.
    void begin(Context &context, std::function<storage::SavedText()> current);

Q_SIGNALS:
    void chosen(const storage::SavedText &text);

private:
    void retranslate() override;
    void fill() override;
    void saveAs();
    void keep(const storage::SavedText &text, const QString &formerName);

    Context *m_context = nullptr;
    std::function<storage::SavedText()> m_current;
};

} // namespace gui
