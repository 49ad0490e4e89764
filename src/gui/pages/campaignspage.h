// SPDX-License-Identifier: GPL-3.0-or-later
// Every campaign, the newest first, and how far each has come.
#pragma once

#include "gui/pages/page.h"

#include <memory>

namespace Ui {
class CampaignsPage;
}
namespace models {
class CampaignModel;
}

namespace gui {

class CampaignsPage final : public Page
{
    Q_OBJECT
public:
    CampaignsPage(Context &context, QWidget *parent = nullptr);
    ~CampaignsPage() override;

    QString title() const override;
    void activated() override;
    void retranslate() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fitNames();

    std::unique_ptr<Ui::CampaignsPage> m_ui;
    models::CampaignModel *m_model;
};

} // namespace gui
