// SPDX-License-Identifier: GPL-3.0-or-later
#include "spelling/dictionaryfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace spelling {
using namespace Qt::StringLiterals;

namespace {

QStringList names(Language language)
{
    switch (language) {
    case Language::Bokmaal:
        return {u"nb_NO"_s, u"nb-NO"_s, u"nb"_s, u"no_NO"_s};
    case Language::Nynorsk:
        return {u"nn_NO"_s, u"nn-NO"_s, u"nn"_s};
    case Language::English:
        return {u"en_GB"_s, u"en-GB"_s, u"en_US"_s, u"en-US"_s, u"en"_s};
    }
    return {};
}

// LibreOffice keeps each language's in a folder of its own.
QStringList officeFolders()
{
    QStringList folders;
#if defined(Q_OS_WIN)
    const QStringList extensions{qEnvironmentVariable("ProgramFiles") + u"/LibreOffice/share/extensions"_s};
#elif defined(Q_OS_MACOS)
    const QStringList extensions{u"/Applications/LibreOffice.app/Contents/Resources/extensions"_s};
#else
    const QStringList extensions{u"/usr/lib/libreoffice/share/extensions"_s,
                                 u"/usr/lib64/libreoffice/share/extensions"_s};
#endif
    for (const QString &folder : extensions) {
        for (const QFileInfo &dictionary : QDir(folder).entryInfoList({u"dict-*"_s}, QDir::Dirs, QDir::Name))
            folders.append(dictionary.filePath());
    }
    return folders;
}

} // namespace

QString nameFor(Language language)
{
    return names(language).constFirst();
}

QStringList dictionaryFolders()
{
    QStringList folders = qEnvironmentVariable("DICPATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    const QString program = QCoreApplication::applicationDirPath();
    for (const auto *beside : {"/dictionaries", "/../Resources/dictionaries", "/../share/hunspell"})
        folders.append(QDir::cleanPath(program + QLatin1StringView(beside)));
    for (const QString &data : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation)) {
        for (const auto *below : {"/hunspell", "/myspell/dicts", "/myspell"})
            folders.append(data + QLatin1StringView(below));
    }
#if defined(Q_OS_MACOS)
    folders.append({QDir::homePath() + u"/Library/Spelling"_s, u"/Library/Spelling"_s});
#endif
    return folders + officeFolders();
}

std::optional<DictionaryFiles> dictionaryFor(Language language, const QStringList &folders)
{
    for (const QString &name : names(language)) {
        for (const QString &folder : folders) {
            const DictionaryFiles files{folder + u'/' + name + u".aff"_s, folder + u'/' + name + u".dic"_s};
            if (QFileInfo(files.affixes).isFile() && QFileInfo(files.words).isFile())
                return files;
        }
    }
    return std::nullopt;
}

} // namespace spelling
