// SPDX-License-Identifier: GPL-3.0-or-later
// The real main window on the demo gateway with a profile of its own, for tests without a screen.
#pragma once

#include "engine/language.h"
#include "gui/application.h"
#include "gui/mainwindow.h"
#include "support/child.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace support {

struct OpenWindow
{
    QTemporaryDir folder;
    gui::Application application;

    explicit OpenWindow(const QString &language = QStringLiteral("en"), const QString &link = {})
        : application(gui::Start{folder.path(), language, true, link})
    {
        QSignalSpy shown(&application, &gui::Application::windowShown);
        application.open();
        if (shown.isEmpty() && !shown.wait(20000))
            qFatal("The window did not open");
    }

    gui::MainWindow *window() const { return application.window(); }
    template <typename T>
    T *find(const char *name) const
    {
        return child<T>(*window(), name);
    }
    // Does something in the dialog that is about to open, once it is open.
    static void inDialog(QObject *context, const std::function<void(QDialog *)> &act)
    {
        auto *timer = new QTimer(context);
        QObject::connect(timer, &QTimer::timeout, context, [timer, act] {
            if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
                timer->deleteLater();
                act(dialog);
            }
        });
        timer->start(20);
    }
    // In the next file dialog, which blocks.
    static void chooseFile(const QString &file)
    {
        auto *timer = new QTimer(qApp);
        QObject::connect(timer, &QTimer::timeout, timer, [timer, file] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                auto *dialog = qobject_cast<QFileDialog *>(widget);
                if (!dialog || !dialog->isVisible())
                    continue;
                timer->deleteLater();
                timer->stop();
                dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(file);
                static_cast<QDialog *>(dialog)->accept();
                return;
            }
        });
        timer->start(20);
    }
    // Every control that a person can use and that a screen reader could not name.
    static QStringList withoutName(QWidget *top)
    {
        QStringList nameless;
        for (QWidget *widget : top->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || widget->isWindow() ||
                widget->objectName().startsWith(QLatin1String("qt_")) ||
                widget->inherits("QComboBoxListView")) // named by its combo box
                continue;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            if (face && face->text(QAccessible::Name).isEmpty())
                nameless.append(QString(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                                        widget->objectName() + QLatin1String(" in ") +
                                        widget->parentWidget()->objectName()));
        }
        return nameless;
    }
};

} // namespace support
