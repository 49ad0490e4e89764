// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is known of one message: its text, its state and why, and each step with its time.
#pragma once

#include "domain/message.h"
#include "gui/widgets/form.h"

#include <QDialog>

namespace Ui {
class MessageDialog;
}

namespace gui {

class MessageDialog final : public QDialog
{
    Q_OBJECT
public:
    MessageDialog(const domain::Message &message, const QList<domain::MessageEvent> &events,
                  const QString &campaign, QWidget *parent = nullptr);

Q_SIGNALS:
    void campaignWanted(qint64 campaign);
    void personWanted(const QString &number);
    void correctionWanted(qint64 campaign, const QString &number, int code); // as of Page

private:
    Form<Ui::MessageDialog> m_ui;
};

} // namespace gui
