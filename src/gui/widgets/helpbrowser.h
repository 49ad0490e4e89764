// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a help page from the program's own resources; the list of error codes is made from the
// gateway's table, so that it cannot differ from what the program says elsewhere.
#pragma once

#include <QTextBrowser>

namespace gui {

class HelpBrowser final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit HelpBrowser(QWidget *parent = nullptr);

    static QUrl address(const QString &topic); // in the present language
    static QString title(const QString &topic);
    static QString markdown(const QUrl &address); // empty: there is no such page

protected:
    QVariant loadResource(int type, const QUrl &address) override;
};

} // namespace gui
