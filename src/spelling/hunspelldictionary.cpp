// SPDX-License-Identifier: GPL-3.0-or-later
#include "spelling/dictionary.h"

#include <QDir>
#include <QFile>
#include <QStringConverter>

#include <hunspell/hunspell.hxx>

namespace spelling {
using namespace Qt::StringLiterals;

namespace {

std::string pathFor(const QString &file)
{
#ifdef Q_OS_WIN
    // With this prefix Hunspell takes a path as UTF-8 and not in the computer's code page.
    return uR"(\\?\)"_s.append(QDir::toNativeSeparators(QDir::cleanPath(file))).toStdString();
#else
    return QFile::encodeName(file).toStdString();
#endif
}

// "ISO8859-1" is written without the hyphen that Qt's and ICU's names have.
QByteArray encodingOf(const Hunspell &dictionary)
{
    QByteArray name(const_cast<Hunspell &>(dictionary).get_dict_encoding().c_str());
    return name.startsWith("ISO8859") ? QByteArray(name.insert(3, '-')) : name;
}

class HunspellDictionary final : public Dictionary
{
public:
    explicit HunspellDictionary(const DictionaryFiles &files)
        : m_hunspell(pathFor(files.affixes).c_str(), pathFor(files.words).c_str())
        , m_encoding(encodingOf(m_hunspell))
    {
    }

    QByteArray encoding() const { return m_encoding; }
    bool isReadable() const
    {
        return QStringDecoder(m_encoding.constData()).isValid() &&
               QStringEncoder(m_encoding.constData()).isValid();
    }

    bool has(const QString &word) const override
    {
        QStringEncoder encoder(m_encoding.constData());
        const QByteArray bytes = encoder(plain(word));
        return !encoder.hasError() && m_hunspell.spell(bytes.toStdString());
    }

    QStringList suggestions(const QString &word) const override
    {
        QStringEncoder encoder(m_encoding.constData());
        QStringDecoder decoder(m_encoding.constData());
        QStringList found;
        const QByteArray bytes = encoder(plain(word));
        for (const std::string &one : m_hunspell.suggest(bytes.toStdString()))
            found.append(decoder(QByteArray(one.data(), qsizetype(one.size()))));
        return found;
    }

private:
    static QString plain(QString word) { return word.replace(u'’', u'\''); } // as dictionaries have it

    mutable Hunspell m_hunspell; // remembers nothing of what it is asked, but says so nowhere
    QByteArray m_encoding;
};

} // namespace

bool Dictionary::isBuiltIn()
{
    return true;
}

base::Result<std::unique_ptr<Dictionary>> Dictionary::open(const DictionaryFiles &files)
{
    // Hunspell itself says nothing of files that it cannot open.
    for (const QString &name : {files.affixes, files.words}) {
        if (QFile file(name); !file.open(QIODevice::ReadOnly))
            return base::Error{base::ErrorCode::FileUnreadable, name, {}};
    }
    auto opened = std::make_unique<HunspellDictionary>(files);
    if (!opened->isReadable())
        return base::Error{base::ErrorCode::NotFound, QString::fromLatin1(opened->encoding()), {}};
    return std::unique_ptr<Dictionary>(std::move(opened));
}

} // namespace spelling
