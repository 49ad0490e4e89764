// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/language.h"

#include <QCoreApplication>
#include <QTranslator>

namespace engine::language {
using namespace Qt::StringLiterals;

namespace {
QTranslator *installed = nullptr; // owned by the application
QString chosen = QStringLiteral("en");
} // namespace

void install(const QString &language)
{
    chosen = language;
    if (chosen != "nb"_L1 && chosen != "en"_L1) {
        const QLocale::Language system = QLocale::system().language();
        const bool norwegian = system == QLocale::NorwegianBokmal || system == QLocale::NorwegianNynorsk;
        chosen = norwegian ? u"nb"_s : u"en"_s;
    }
    QLocale::setDefault(locale());
    // English has a file too, for its plurals only.
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (!translator->load(":/i18n/budstikke_"_L1 + chosen + ".qm"_L1))
        qWarning("The texts of language %ls are missing from this build", qUtf16Printable(chosen));
    QTranslator *before = installed;
    installed = translator;
    QCoreApplication::installTranslator(translator);
    delete before;
}

QString current()
{
    return chosen;
}

QLocale locale()
{
    return chosen == "nb"_L1 ? QLocale(QLocale::NorwegianBokmal, QLocale::Norway)
                             : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace engine::language
