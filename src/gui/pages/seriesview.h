// SPDX-License-Identifier: GPL-3.0-or-later
// A series on its campaign's page: to whom and what is sent each time, and what can be done with it.
#pragma once

#include "domain/campaign.h"
#include "gui/widgets/form.h"

#include <QWidget>

class QAction;
namespace Ui {
class SeriesView;
}

namespace gui {

class SeriesView final : public QWidget
{
    Q_OBJECT
public:
    explicit SeriesView(QWidget *parent = nullptr);

    void addButton(QAction *action); // with its words, where it can be seen
    void setSeries(const domain::Campaign &series);
    void retranslate();

private:
    Form<Ui::SeriesView> m_ui;
};

} // namespace gui
