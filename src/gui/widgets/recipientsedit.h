// SPDX-License-Identifier: GPL-3.0-or-later
// Recipients as chips: numbers typed or pasted in any form, groups and files. What each holds is
// judged elsewhere; a chip is what a person put in, and can take out again.
#pragma once

#include <QFrame>
#include <QList>
#include <QStringList>

class QCompleter;
class QLineEdit;

namespace gui {

struct RecipientChip
{
    enum Kind { Numbers, Group, File, GatewayGroup };
    Kind kind = Numbers;
    QStringList numbers; // of Numbers, as typed
    QString name;        // group, or path of the file
    bool faulty = false; // none of its numbers can be used
};

class RecipientsEdit final : public QFrame
{
    Q_OBJECT
public:
    explicit RecipientsEdit(QWidget *parent = nullptr);

    const QList<RecipientChip> &chips() const { return m_chips; }
    void addNumbers(const QString &typed); // in any form; several become one chip
    void addFile(const QString &path);
    void addGroup(const QString &name);
    void clear();
    void setGroups(const QStringList &names); // for type-ahead
    QLineEdit *input() const { return m_input; }
    void retranslate();

Q_SIGNALS:
    void chipsChanged();

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
    void rebuild();
    int arrange(int width, bool move) const;
    QString label(const RecipientChip &chip) const;

    QList<RecipientChip> m_chips;
    QList<QWidget *> m_buttons;
    QLineEdit *m_input;
    QStringList m_groups;
};

} // namespace gui
