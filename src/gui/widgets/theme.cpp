// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/theme.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPalette>
#include <QPushButton>
#include <QScreen>
#include <QStyle>

namespace gui::theme {
using namespace Qt::StringLiterals;

namespace {

QColor choose(const QPalette &palette, QRgb light, QRgb dark)
{
    return QColor(isDark(palette) ? dark : light);
}

QFont scaled(const QFont &base, qreal factor, QFont::Weight weight)
{
    QFont font(base);
    font.setPointSizeF(base.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5F;
}

QColor accent(const QPalette &palette)
{
    return choose(palette, 0xff0b6aa8, 0xff5fb2e6);
}

QColor onAccent(const QPalette &palette)
{
    return choose(palette, 0xffffffff, 0xff10202c);
}

QColor delivered(const QPalette &palette)
{
    return choose(palette, 0xff1d7a3e, 0xff6cc98c);
}

QColor failed(const QPalette &palette)
{
    return choose(palette, 0xffb3261e, 0xfff2918a);
}

QColor uncertain(const QPalette &palette)
{
    return choose(palette, 0xff9a6200, 0xffe8b055);
}

QColor underWay(const QPalette &palette)
{
    return choose(palette, 0xff9db2c6, 0xff7f97ad);
}

QColor duplicate(const QPalette &palette)
{
    return choose(palette, 0xff6b4a9e, 0xffbfa4ea);
}

QColor muted(const QPalette &palette)
{
    return choose(palette, 0xff5b6670, 0xffa9b3bc);
}

QColor hairline(const QPalette &palette)
{
    return choose(palette, 0xffd5dae0, 0xff4a5158);
}

QColor card(const QPalette &palette)
{
    return choose(palette, 0xffffffff, 0xff2b2f33);
}

QColor tint(const QPalette &palette)
{
    return choose(palette, 0xffdcebf5, 0xff2c4454);
}

QColor warningStrip(const QPalette &palette)
{
    return choose(palette, 0xfffff4dc, 0xff41361f);
}

QColor errorStrip(const QPalette &palette)
{
    return choose(palette, 0xfffdeceb, 0xff452523);
}

QColor ofGroup(domain::StateGroup group, const QPalette &palette)
{
    switch (group) {
    case domain::StateGroup::Delivered:
        return delivered(palette);
    case domain::StateGroup::UnderWay:
        return underWay(palette);
    case domain::StateGroup::Failed:
        return failed(palette);
    case domain::StateGroup::Uncertain:
        return uncertain(palette);
    case domain::StateGroup::Duplicate:
        return duplicate(palette);
    case domain::StateGroup::Held:
        return accent(palette);
    case domain::StateGroup::NoConfirmation:
    case domain::StateGroup::Cancelled:
        break;
    }
    return muted(palette);
}

QString signOf(domain::StateGroup group)
{
    switch (group) {
    case domain::StateGroup::Delivered:
        return u"✓"_s;
    case domain::StateGroup::UnderWay:
        return u"→"_s;
    case domain::StateGroup::Failed:
        return u"✕"_s;
    case domain::StateGroup::Uncertain:
        return u"?"_s;
    case domain::StateGroup::Duplicate:
        return u"="_s;
    case domain::StateGroup::Held:
        return u"‖"_s;
    case domain::StateGroup::NoConfirmation:
        return u"…"_s;
    case domain::StateGroup::Cancelled:
        return u"–"_s;
    }
    return {};
}

QFont title(const QFont &base)
{
    return scaled(base, 1.6, QFont::DemiBold);
}

QFont total(const QFont &base)
{
    return scaled(base, 1.1, QFont::DemiBold);
}

QFont figure(const QFont &base)
{
    return scaled(base, 2.2, QFont::DemiBold);
}

QFont small(const QFont &base)
{
    return scaled(base, 0.9, QFont::Normal);
}

void makePrimary(QPushButton *button)
{
    button->setProperty("primary", true);
    button->setDefault(true);
    // A layout may have asked for its size, and so dressed it, before.
    button->style()->unpolish(button);
    button->style()->polish(button);
}

void makeBadge(QLabel *label)
{
    label->setProperty("badge", true);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

void sizeByText(QWidget *dialog, int characters, int lines)
{
    const QFontMetrics metrics = dialog->fontMetrics();
    const QSize wanted(characters * metrics.averageCharWidth(), lines * metrics.lineSpacing());
    dialog->resize(wanted.boundedTo(dialog->screen()->availableSize() * 9 / 10));
}

void fitSpin(QAbstractSpinBox *spin)
{
    spin->setMinimumWidth(0);
    spin->setMinimumWidth(spin->sizeHint().width() + grid);
}

namespace {

void setAll(QPalette &palette, bool dark)
{
    const auto set = [&palette, dark](QPalette::ColorRole role, QRgb light, QRgb night) {
        palette.setColor(role, QColor(dark ? night : light));
    };
    set(QPalette::Window, 0xfff3f5f7, 0xff1f2326);
    set(QPalette::Base, 0xffffffff, 0xff2b2f33);
    set(QPalette::AlternateBase, 0xfff7f9fa, 0xff30353a);
    set(QPalette::Button, 0xffeef1f4, 0xff33383d);
    set(QPalette::ToolTipBase, 0xffffffff, 0xff33383d);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        set(role, 0xff1e252c, 0xffe9edf0);
    set(QPalette::PlaceholderText, 0xff717c87, 0xff99a4ad);
    set(QPalette::Link, 0xff0b6aa8, 0xff5fb2e6);
    const QColor faint(dark ? 0xff7c868f : 0xff9aa4ae);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    set(QPalette::Light, 0xffffffff, 0xff3d4348);
    set(QPalette::Midlight, 0xfff0f3f5, 0xff363b40);
    set(QPalette::Mid, 0xffc4cbd2, 0xff4a5158);
    set(QPalette::Dark, 0xffa8b1ba, 0xff15181a);
    set(QPalette::Shadow, 0xff6b747c, 0xff000000);
}

} // namespace

Appearance appearanceOf(const QString &word)
{
    return base::valueOf<Appearance>(word).value_or(Appearance::System);
}

void dress(QApplication &application, Appearance appearance)
{
    static const QPalette system = application.palette(); // before we changed it
    QPalette palette = system;
    const bool dark = appearance == Appearance::Dark || (appearance == Appearance::System && isDark(palette));
    setAll(palette, dark);
    palette.setColor(QPalette::Highlight, accent(palette));
    palette.setColor(QPalette::HighlightedText, onAccent(palette));
    application.setPalette(palette);
    QFile file(QStringLiteral(":/budstikke.qss"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The style sheet is missing from this build");
    QString sheet = QString::fromUtf8(file.readAll());
    const QString suffix = dark ? QStringLiteral("-dark.png") : QStringLiteral(".png");
    const std::pair<QLatin1String, QString> words[] = {
        {QLatin1String("@edge"), hairline(palette).darker(dark ? 100 : 112).name()},
        {QLatin1String("@hair"), hairline(palette).name()},
        {QLatin1String("@side"), palette.color(QPalette::Window).darker(dark ? 115 : 103).name()},
        {QLatin1String("@uncertain"), uncertain(palette).name()},
        {QLatin1String("@failed"), failed(palette).name()},
        {QLatin1String("@card"), card(palette).name()},
        {QLatin1String("@text"), palette.color(QPalette::WindowText).name()},
        {QLatin1String("@tint"), tint(palette).name()},
        {QLatin1String("@line"), dark ? QStringLiteral("#3a4046") : QStringLiteral("#e6edf3")},
        {QLatin1String("@muted"), muted(palette).name()},
        {QLatin1String("@faint"), palette.color(QPalette::Disabled, QPalette::Text).name()},
        {QLatin1String("@window"), palette.color(QPalette::Window).name()},
        {QLatin1String("@accent"), accent(palette).name()},
        {QLatin1String("@onaccent"), onAccent(palette).name()},
        {QLatin1String("@warning"), warningStrip(palette).name()},
        {QLatin1String("@error"), errorStrip(palette).name()},
        {QLatin1String("@down"), QStringLiteral(":/icons/chevron-down") + suffix},
        {QLatin1String("@up"), QStringLiteral(":/icons/chevron-up") + suffix},
        {QLatin1String("@check"), QStringLiteral(":/icons/check") + suffix}};
    for (const auto &[word, value] : words)
        sheet.replace(word, value);
    application.setStyleSheet(sheet);
}

} // namespace gui::theme
