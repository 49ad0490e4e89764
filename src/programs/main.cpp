// SPDX-License-Identifier: GPL-3.0-or-later
// budstikke: the window.
#include "engine/network.h"
#include "gui/application.h"
#include "gui/demotour.h"
#include "gui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QMessageBox>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"budstikke"_s);
    QApplication::setApplicationDisplayName(u"Budstikke"_s);
    QApplication::setApplicationVersion(QStringLiteral(BUDSTIKKE_VERSION));
    QApplication::setWindowIcon(QIcon(u":/icons/budstikke-256.png"_s));
    QApplication::setStyle(u"fusion"_s);
    gui::theme::dress(application);
    engine::useSystemProxy();

    QCommandLineParser parser;
    parser.addOptions({{u"profile"_s, u"settings, database and backups"_s, u"DIR"_s},
                       {u"language"_s, u"nb or en"_s, u"nb|en"_s},
                       {u"demo"_s, u"the demo gateway: nothing is sent"_s},
                       {u"demo-tour"_s, u"plays the demo campaign and writes pictures of it"_s, u"DIR"_s}});
    parser.addPositionalArgument(u"link"_s, u"an sms: address to write to"_s, u"[sms:…]"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);

    const QString tourFolder = parser.value(u"demo-tour"_s);
    // Each tour begins as a first run does, and leaves nothing behind but its pictures.
    const QTemporaryDir tourProfile;
    gui::Start start;
    start.profile = tourFolder.isEmpty() ? parser.value(u"profile"_s) : tourProfile.path();
    start.language = parser.value(u"language"_s);
    start.demo = parser.isSet(u"demo"_s) || !tourFolder.isEmpty();
    start.link = parser.positionalArguments().value(0);

    gui::Application budstikke(start);
    int status = 0;
    QObject::connect(&budstikke, &gui::Application::ended, &application, [&](const QString &problem) {
        status = problem.isEmpty() ? 0 : 1;
        if (!problem.isEmpty() && tourFolder.isEmpty())
            QMessageBox::critical(nullptr, u"Budstikke"_s, problem);
        else if (!problem.isEmpty())
            qCritical("%ls", qUtf16Printable(problem));
        QMetaObject::invokeMethod(
            &application, [status] { QApplication::exit(status); }, Qt::QueuedConnection);
    });
    std::unique_ptr<gui::DemoTour> tour;
    if (!tourFolder.isEmpty()) {
        tour = std::make_unique<gui::DemoTour>(budstikke, tourFolder);
        QObject::connect(&budstikke, &gui::Application::windowShown, tour.get(), &gui::DemoTour::begin);
        QObject::connect(tour.get(), &gui::DemoTour::finished, &application,
                         [](int result) { QApplication::exit(result); });
    }
    budstikke.open();
    return application.exec();
}
