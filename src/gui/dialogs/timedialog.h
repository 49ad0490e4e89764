// SPDX-License-Identifier: GPL-3.0-or-later
// Another time for a planned campaign, or for a series from then on. A time that is past is refused where it
// is typed.
#pragma once

#include "domain/campaign.h"
#include "gui/widgets/form.h"

#include <QDialog>

namespace Ui {
class TimeDialog;
}

namespace gui {

class TimeDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit TimeDialog(const domain::Campaign &campaign, QWidget *parent = nullptr);

    qint64 chosenMs() const; // in the zone that the campaign was planned in

private:
    void check();

    Form<Ui::TimeDialog> m_ui;
    const QString m_zone;
};

} // namespace gui
