// SPDX-License-Identifier: GPL-3.0-or-later
// A small picture beside a step of something that is set up, as large as the text is.
#pragma once

#include <QWidget>

namespace gui {

class StepPicture final : public QWidget
{
    Q_OBJECT
public:
    enum class What { Nothing, FileWithKey, Upload, Address };

    explicit StepPicture(QWidget *parent = nullptr);
    void setPicture(What what);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    What m_what = What::Nothing;
};

} // namespace gui
