// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/threaddelegate.h"

#include "gui/widgets/statedelegate.h"
#include "gui/widgets/theme.h"
#include "models/threadmodel.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <cmath>

namespace gui {
using namespace Qt::StringLiterals;
using models::ThreadModel;

namespace {

constexpr int padding = 10;
constexpr int pictureGap = 6;

QTextOption wrapped(Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

// As QPainter lays it out, whose lines break elsewhere than those of QFontMetrics.
int heightOf(const QFont &font, const QString &text, int width)
{
    QString lines = text;
    QTextLayout layout(lines.replace(u'\n', QChar::LineSeparator), font);
    layout.setTextOption(wrapped(Qt::AlignLeft));
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        height = std::ceil(height) + line.height();
    }
    layout.endLayout();
    return static_cast<int>(std::ceil(height));
}

int widthOf(const QFont &font, const QString &text)
{
    int widest = 0;
    for (const QString &line : text.split(u'\n'))
        widest = qMax(widest, QFontMetrics(font).horizontalAdvance(line));
    return widest + 2;
}

} // namespace

struct ThreadDelegate::Shape
{
    ThreadModel::Kind kind = ThreadModel::Inbound;
    QString text;
    QString small;
    QString files;
    QList<QImage> pictures;
    int bubbleWidth = 0;
    int textHeight = 0;
    int filesHeight = 0;
    int picturesHeight = 0;
    int smallHeight = 0;
    int height = 0;
};

ThreadDelegate::Shape ThreadDelegate::shapeOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    Shape shape;
    shape.kind = static_cast<ThreadModel::Kind>(index.data(ThreadModel::KindRole).toInt());
    shape.text = index.data().toString();
    shape.small = index.data(ThreadModel::SmallRole).toString();
    const QStringList files = index.data(ThreadModel::FilesRole).toStringList();
    shape.files = files.isEmpty() ? QString() : QString(u"⎙ "_s + files.join(u", "_s));
    shape.pictures = index.data(ThreadModel::PicturesRole).value<QList<QImage>>();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const QFont small = theme::small(option.font);
    const int room = qMax(120, width - 4 * theme::grid);
    if (shape.kind == ThreadModel::Action) {
        shape.bubbleWidth = room;
        shape.textHeight = heightOf(small, shape.text, room);
        shape.height = shape.textHeight + 2 * theme::grid;
        return shape;
    }
    const int most = qMax(100, room * 7 / 10);
    const int inner = most - 2 * padding;
    int used = shape.text.isEmpty() ? 0 : qMin(inner, widthOf(option.font, shape.text));
    if (!shape.files.isEmpty())
        used = qMax(used, qMin(inner, widthOf(small, shape.files)));
    for (const QImage &picture : shape.pictures) {
        used = qMax(used, qMin(inner, picture.width()));
        shape.picturesHeight +=
            picture.height() * qMin(inner, picture.width()) / picture.width() + pictureGap;
    }
    shape.textHeight = shape.text.isEmpty() ? 0 : heightOf(option.font, shape.text, used);
    shape.filesHeight = shape.files.isEmpty() ? 0 : heightOf(small, shape.files, used) + 4;
    shape.bubbleWidth = used + 2 * padding;
    shape.smallHeight = heightOf(small, shape.small, room);
    shape.height = shape.textHeight + shape.filesHeight + shape.picturesHeight + 2 * padding + 2 +
                   shape.smallHeight + theme::grid;
    return shape;
}

QSize ThreadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {120, shapeOf(option, index).height};
}

void ThreadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Shape shape = shapeOf(option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect area = option.rect.adjusted(2 * theme::grid, 0, -2 * theme::grid, 0);
    const QFont small = theme::small(option.font);
    if (shape.kind == ThreadModel::Action) {
        painter->setFont(small);
        painter->setPen(theme::muted(option.palette));
        painter->drawText(QRectF(area.adjusted(0, theme::grid, 0, 0)), shape.text, wrapped(Qt::AlignHCenter));
        painter->restore();
        return;
    }
    const bool ours = shape.kind == ThreadModel::Outgoing;
    const int left = ours ? area.right() - shape.bubbleWidth : area.left();
    QRect bubble(left, area.top() + 2, shape.bubbleWidth,
                 shape.textHeight + shape.filesHeight + shape.picturesHeight + 2 * padding);
    QColor fill = ours ? theme::accent(option.palette) : theme::underWay(option.palette);
    fill.setAlphaF(ours ? 0.18F : 0.28F);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    painter->setPen(focused ? QPen(theme::accent(option.palette), 2) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    painter->drawRoundedRect(bubble, 10, 10);

    QRect body = bubble.adjusted(padding, padding, -padding, -padding);
    for (const QImage &picture : shape.pictures) {
        const int width = qMin(body.width(), picture.width());
        const int height = picture.height() * width / picture.width();
        painter->drawImage(QRect(body.left(), body.top(), width, height), picture);
        body.setTop(body.top() + height + pictureGap);
    }
    painter->setPen(option.palette.color(QPalette::Text));
    painter->setFont(option.font);
    painter->drawText(QRectF(body.left(), body.top(), body.width(), shape.textHeight + 1), shape.text,
                      wrapped(Qt::AlignLeft));
    painter->setFont(small);
    painter->setPen(theme::muted(option.palette));
    if (!shape.files.isEmpty())
        painter->drawText(
            QRectF(body.left(), body.top() + shape.textHeight + 4, body.width(), shape.filesHeight),
            shape.files, wrapped(Qt::AlignLeft));

    QString line = shape.small;
    if (ours) {
        const auto state = static_cast<domain::MessageState>(index.data(ThreadModel::StateRole).toInt());
        line = StateDelegate::sign(state) + u' ' + line;
        const QColor colour = theme::ofGroup(domain::groupOf(state), option.palette);
        if (colour != theme::underWay(option.palette))
            painter->setPen(colour);
    }
    painter->drawText(QRectF(area.left(), bubble.bottom() + 2, area.width(), shape.smallHeight + 2), line,
                      wrapped(ours ? Qt::AlignRight : Qt::AlignLeft));
    painter->restore();
}

} // namespace gui
