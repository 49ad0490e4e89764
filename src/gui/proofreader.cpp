// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proofreader.h"

#include "engine/enginethread.h"
#include "engine/language.h"
#include "spelling/dictionary.h"

#include <QDir>
#include <QStandardPaths>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

const QString languageKey = u"spelling"_s;
const QString wordsKey = u"ownWords"_s; // a line each

// A language is called alike in both lists; none where nothing is to be read.
std::optional<spelling::Language> languageOf(ReadIn chosen)
{
    if (chosen == ReadIn::Window)
        return engine::language::current() == "nb"_L1 ? spelling::Language::Bokmaal
                                                      : spelling::Language::English;
    return base::valueOf<spelling::Language>(base::identifier(chosen));
}

} // namespace

Proofreader::Proofreader(engine::EngineThread &engine, const engine::Settings &settings, QStringList folders,
                         QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_own(settings.value(wordsKey).split(u'\n', Qt::SkipEmptyParts))
    , m_readIn(base::valueOf<ReadIn>(settings.value(languageKey)).value_or(ReadIn::Bokmaal))
    , m_speller(std::move(folders))
{
    m_speller.setOwnWords(m_own);
    followWindow();
}

QList<ReadIn> Proofreader::all()
{
    return {ReadIn::Window, ReadIn::Bokmaal, ReadIn::Nynorsk, ReadIn::English, ReadIn::Nothing};
}

QString Proofreader::words(ReadIn language)
{
    switch (language) {
    case ReadIn::Window:
        return tr("In the window's language", "spelling");
    case ReadIn::Bokmaal:
        return u"Norsk (bokmål)"_s; // each in itself, as the window's are
    case ReadIn::Nynorsk:
        return u"Norsk (nynorsk)"_s;
    case ReadIn::English:
        return u"English"_s;
    case ReadIn::Nothing:
        return tr("Off", "spelling");
    }
    return {};
}

void Proofreader::read(ReadIn language)
{
    m_readIn = language;
    store(languageKey, base::identifier(language));
    followWindow();
}

void Proofreader::followWindow()
{
    m_speller.setLanguage(languageOf(m_readIn));
}

QString Proofreader::problem() const
{
    const auto language = languageOf(m_readIn);
    if (!language || m_speller.dictionary())
        return {};
    if (!spelling::Dictionary::isBuiltIn())
        return tr("This build of Budstikke cannot check spelling.");
    const QString name = spelling::nameFor(*language);
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/hunspell"_s;
    return tr("This computer has no dictionary for that language. LibreOffice often brings one, and so do "
              "most Linux systems; or put %1.aff and %1.dic in the folder %2.")
        .arg(name, QDir::toNativeSeparators(folder));
}

void Proofreader::learn(const QString &word)
{
    if (m_own.contains(word))
        return;
    m_own.append(word);
    remember();
}

// It may have been learnt with a small letter.
void Proofreader::forget(const QString &word)
{
    m_own.removeAll(word);
    m_own.removeAll(QString(word.at(0).toLower() + word.mid(1)));
    remember();
}

void Proofreader::remember()
{
    m_speller.setOwnWords(m_own);
    store(wordsKey, m_own.join(u'\n'));
}

void Proofreader::store(const QString &key, const QString &value)
{
    m_engine.call(
        this, [key, value](engine::Settings &settings) { return settings.setValue(key, value); },
        [](const base::Result<void> &) {});
}

} // namespace gui
