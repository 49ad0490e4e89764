// SPDX-License-Identifier: GPL-3.0-or-later
// A month's report: SMS, kroner, delivered, failed and opt-outs, by campaign or sender; as a file, too.
#pragma once

#include "gui/pages/page.h"
#include "gui/widgets/form.h"

#include <QDate>

namespace Ui {
class MonthPage;
}
namespace models {
class MonthModel;
}

namespace gui {

class MonthPage final : public Page
{
    Q_OBJECT
public:
    MonthPage(Context &context, QWidget *parent = nullptr);

    QString title() const override;
    void activated() override;
    void retranslate() override;
    void open(QDate month); // any day of it

private:
    void showReport();
    void save(bool pdf);

    Form<Ui::MonthPage> m_ui;
    models::MonthModel *m_model;
    QDate m_month;
    Sentence m_problem; // of the last thing asked for
};

} // namespace gui
