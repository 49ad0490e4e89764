// SPDX-License-Identifier: GPL-3.0-or-later
// budstikke: the window.
#include "engine/network.h"
#include "gui/application.h"
#include "gui/question.h"
#include "gui/widgets/theme.h"
#include "programs/interrupt.h"
#include "programs/tour/demotour.h"
#include "programs/tour/gallery.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({{u"profile"_s, u"settings, database and backups"_s, u"DIR"_s},
                       {u"language"_s, u"nb or en"_s, u"nb|en"_s},
                       {u"demo"_s, u"the demo gateway: nothing is sent"_s},
                       {u"demo-tour"_s, u"plays the demo campaign and writes pictures of it"_s, u"DIR"_s},
                       {u"screenshots"_s, u"the same, then pictures of every page"_s, u"DIR"_s},
                       {u"palette"_s, u"light or dark instead of the system's"_s, u"light|dark"_s},
                       {u"text-size"_s, u"of the system's, 100 to 300"_s, u"PERCENT"_s}});
    parser.addPositionalArgument(u"link"_s, u"an sms: address to write to"_s, u"[sms:…]"_s);
    parser.addHelpOption();
    parser.addVersionOption();
}

void dress(QApplication &application, const QCommandLineParser &parser)
{
    if (const int percent = parser.value(u"text-size"_s).toInt(); percent >= 100 && percent <= 300) {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * percent / 100);
        QApplication::setFont(font);
    }
    gui::theme::dress(application, gui::theme::appearanceOf(parser.value(u"palette"_s)));
}

// Qt ends the program without a word of what to do where there is no screen.
void sayNoScreen(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtFatalMsg) {
        std::fputs(
            "Budstikke needs a screen, and there is none that it can reach (DISPLAY, WAYLAND_DISPLAY). "
            "Without one, use budstikke-cli.\n",
            stderr);
        std::_Exit(1);
    }
    std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

} // namespace

int main(int argc, char *argv[])
{
    const QtMessageHandler usual = qInstallMessageHandler(sayNoScreen);
    QApplication application(argc, argv);
    qInstallMessageHandler(usual);
    QApplication::setApplicationName(u"budstikke"_s);
    QApplication::setApplicationDisplayName(u"Budstikke"_s);
    QApplication::setApplicationVersion(QStringLiteral(BUDSTIKKE_VERSION));
    QApplication::setWindowIcon(QIcon(u":/icons/budstikke-256.png"_s));
    QApplication::setStyle(u"fusion"_s);
    engine::useSystemProxy();

    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    dress(application, parser);

    const QString galleryFolder = parser.value(u"screenshots"_s);
    const QString tourFolder = galleryFolder.isEmpty() ? parser.value(u"demo-tour"_s) : galleryFolder;
    // Each tour begins as a first run does, and leaves nothing behind but its pictures.
    const QTemporaryDir tourProfile;
    gui::Start start;
    start.profile = tourFolder.isEmpty() ? parser.value(u"profile"_s) : tourProfile.path();
    start.language = parser.value(u"language"_s);
    start.demo = parser.isSet(u"demo"_s) || !tourFolder.isEmpty();
    start.link = parser.positionalArguments().value(0);
    start.dressed = parser.isSet(u"palette"_s);

    gui::Application budstikke(start);
    int status = 0;
    QObject::connect(&budstikke, &gui::Application::ended, &application, [&](const QString &problem) {
        status = problem.isEmpty() ? 0 : 1;
        if (!problem.isEmpty() && tourFolder.isEmpty())
            gui::warn(nullptr, problem);
        else if (!problem.isEmpty())
            qCritical("%ls", qUtf16Printable(problem));
        QMetaObject::invokeMethod(
            &application, [status] { QApplication::exit(status); }, Qt::QueuedConnection);
    });
    programs::Interrupt interrupt;
    QObject::connect(&interrupt, &programs::Interrupt::requested, &budstikke, &gui::Application::leave);
    std::unique_ptr<programs::DemoTour> tour;
    std::unique_ptr<programs::Gallery> gallery;
    if (!tourFolder.isEmpty()) {
        tour = std::make_unique<programs::DemoTour>(budstikke, tourFolder);
        QObject::connect(&budstikke, &gui::Application::windowShown, tour.get(), &programs::DemoTour::begin);
        QObject::connect(tour.get(), &programs::DemoTour::finished, &application, [&](int result) {
            if (result != 0 || galleryFolder.isEmpty()) {
                QApplication::exit(result);
                return;
            }
            gallery =
                std::make_unique<programs::Gallery>(budstikke, galleryFolder, parser.value(u"palette"_s));
            QObject::connect(gallery.get(), &programs::Gallery::finished, &application,
                             [](int made) { QApplication::exit(made); });
            gallery->begin();
        });
    }
    budstikke.open();
    return application.exec();
}
