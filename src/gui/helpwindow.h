// SPDX-License-Identifier: GPL-3.0-or-later
// The help, inside the program: short pages in the language of the window, one for each page of it.
#pragma once

#include "gui/pages/page.h"
#include "gui/widgets/translated.h"

#include <QMainWindow>

class QLineEdit;
class QListWidget;
class QToolButton;

namespace gui {

class HelpBrowser;

// The topics in the order of the list; each is a page of the same name in resources/help, in each language.
QStringList helpTopics();
QString helpTopic(PageId page); // of a page of the window

class HelpWindow final : public Translated<QMainWindow>
{
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent = nullptr);

    void open(const QString &topic); // comes to the front with it
    QString topic() const;

Q_SIGNALS:
    void supportWanted(); // a file for who helps

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showTopic(const QString &topic);
    void search(const QString &typed);
    void findNext();
    void fitList();
    void retranslate() override;

    QListWidget *m_list;
    HelpBrowser *m_browser;
    QLineEdit *m_searchEdit;
    QToolButton *m_backButton;
    QToolButton *m_descriptionButton;
    QToolButton *m_supportButton;
    bool m_missed = false; // no page has what is searched for
};

} // namespace gui
