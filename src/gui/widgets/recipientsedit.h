// SPDX-License-Identifier: GPL-3.0-or-later
// Recipients as chips: numbers typed or pasted in any form, groups and files. What each holds is
// judged elsewhere; a chip is what a person put in, and can open or take out again.
#pragma once

#include "gui/oneshot.h"
#include "gui/widgets/recipientchip.h"

#include <QFrame>
#include <QHash>
#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

class QCompleter;
class QLineEdit;
class QStandardItemModel;
class QTemporaryDir;

namespace gui {

class ChipButton;

// What the type-ahead offers: a group, or a contact with its number.
struct RecipientSuggestion
{
    QString name;
    QString number; // empty: a group
};

class RecipientsEdit final : public QFrame
{
    Q_OBJECT
public:
    explicit RecipientsEdit(QWidget *parent = nullptr);
    ~RecipientsEdit() override;

    const QList<RecipientChip> &chips() const { return m_chips; }
    void addNumbers(const QString &typed); // in any form; several become one chip
    void removeChip(int chip);
    void retypeChip(int chip, const QString &typed); // the numbers in it
    void renameChip(int chip, const QString &name);
    QPoint beneath(int chip) const;                                  // on the screen
    void replaceNumber(const QString &typed, const QString &number); // wherever it was typed
    void addFile(const QString &path);
    void setListChoices(const engine::ListChoices &choices); // of the file that is there
    void addPasted(const QString &text); // several columns become a list, all else numbers
    QString pastedText() const;          // of the list, if it was pasted
    void addGroup(const QString &name);
    void addGatewayGroup(const QString &name); // its members are known to the gateway only (BLK-02)
    void addNamed(const QString &name, const QStringList &numbers); // a contact, or several called so
    void clear();
    void undo();                              // what was taken out or added last
    void setGroups(const QStringList &names); // a name typed in full is the group
    // Asked a moment after the last key for what fits the text so far.
    using Suggest = std::function<QList<RecipientSuggestion>(const QString &typed)>;
    void setSuggest(Suggest suggest) { m_suggest = std::move(suggest); }
    QLineEdit *input() const { return m_input; }
    void retranslate();

Q_SIGNALS:
    void chipsChanged();
    void chipOpened(int chip);
    void listReplaced(const QString &gone); // a list by another; undo() brings it back

protected:
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

private:
    void take();
    void add(const RecipientChip &chip);
    void replace(const RecipientChip &chip); // those of its kind
    void rebuild();
    void remember();
    void offer();
    int arrange(int width, bool move) const;

    QList<RecipientChip> m_chips;
    std::vector<std::unique_ptr<QTemporaryDir>> m_pasted;
    QHash<QString, QString> m_pastedTexts; // by file
    QList<ChipButton *> m_buttons;
    QLineEdit *m_input;
    QStringList m_groups;
    QList<QList<RecipientChip>> m_undo;
    Suggest m_suggest;
    QCompleter *m_completer;
    QStandardItemModel *m_suggestions;
    OneShot m_offerTimer{120}; // ms after the last key
};

} // namespace gui
