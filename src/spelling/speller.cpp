// SPDX-License-Identifier: GPL-3.0-or-later
#include "spelling/speller.h"

#include "spelling/dictionary.h"

#include <utility>

namespace spelling {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRemembered = 20'000; // words, a megabyte or two
constexpr qsizetype mostSuggested = 5;

} // namespace

// All of it runs in the speller's thread.
class Speller::Reader final : public QObject
{
public:
    using Verdicts = QHash<QString, Verdict>;

    // None: the dictionary cannot be read.
    std::optional<Verdicts> judge(const DictionaryFiles &files, const QStringList &words)
    {
        const Dictionary *dictionary = opened(files);
        if (!dictionary)
            return std::nullopt;
        Verdicts verdicts;
        for (const QString &word : words) {
            const bool right =
                dictionary->has(word) || (word.endsWith(u'.') && dictionary->has(word.chopped(1)));
            verdicts.insert(word, right ? Verdict::Right : Verdict::Wrong);
        }
        return verdicts;
    }

    QStringList suggestions(const DictionaryFiles &files, const QString &word)
    {
        const Dictionary *dictionary = opened(files);
        return dictionary ? dictionary->suggestions(word).mid(0, mostSuggested) : QStringList();
    }

private:
    const Dictionary *opened(const DictionaryFiles &files)
    {
        if (m_words != files.words) {
            m_words = files.words;
            m_dictionary.reset(); // never two of them in memory
            if (auto dictionary = Dictionary::open(files))
                m_dictionary = std::move(dictionary).value();
        }
        return m_dictionary.get();
    }

    std::unique_ptr<Dictionary> m_dictionary;
    QString m_words; // its file, whether it could be read or not
};

Speller::Speller(QStringList folders, QObject *parent)
    : QObject(parent)
    , m_folders(std::move(folders))
    , m_reader(new Reader)
{
    m_reader->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
    m_thread.setObjectName(u"spelling"_s);
    m_thread.start(QThread::LowPriority);
}

Speller::~Speller()
{
    m_thread.quit();
    m_thread.wait();
}

void Speller::setLanguage(std::optional<Language> language)
{
    m_language = language;
    m_files = language && Dictionary::isBuiltIn() ? dictionaryFor(*language, m_folders) : std::nullopt;
    forget();
}

void Speller::setOwnWords(const QStringList &words)
{
    m_own = QSet<QString>(words.cbegin(), words.cend());
    Q_EMIT changed();
}

void Speller::forget()
{
    ++m_age;
    m_verdicts.clear();
    m_waiting.clear();
    Q_EMIT changed();
}

// A word of one's own is right with a capital letter too, at the beginning of a sentence.
bool Speller::isOwn(const QString &word) const
{
    return m_own.contains(word) || m_own.contains(QString(word.at(0).toLower() + word.mid(1)));
}

Verdict Speller::verdict(const Word &word)
{
    if (!m_files)
        return Verdict::Unknown;
    if (isOwn(word.text))
        return Verdict::Right;
    const QString asked = word.beforePeriod ? QString(word.text + u'.') : word.text;
    if (const auto known = m_verdicts.constFind(asked); known != m_verdicts.cend())
        return *known;
    if (m_verdicts.size() >= mostRemembered)
        m_verdicts.clear();
    m_verdicts.insert(asked, Verdict::Unknown); // asked about once
    m_waiting.append(asked);
    if (m_waiting.size() == 1) // and with it all that this turn asks
        QMetaObject::invokeMethod(this, &Speller::ask, Qt::QueuedConnection);
    return Verdict::Unknown;
}

void Speller::ask()
{
    if (m_waiting.isEmpty() || !m_files)
        return;
    QMetaObject::invokeMethod(m_reader,
                              [this, files = *m_files, words = std::exchange(m_waiting, {}), age = m_age] {
                                  const auto verdicts = m_reader->judge(files, words);
                                  QMetaObject::invokeMethod(this, [this, verdicts, age] {
                                      if (age != m_age)
                                          return;
                                      if (verdicts) {
                                          m_verdicts.insert(*verdicts);
                                          Q_EMIT judged();
                                      } else {
                                          m_files.reset();
                                          Q_EMIT changed();
                                      }
                                  });
                              });
}

void Speller::suggest(const QString &word)
{
    if (!m_files)
        return;
    QMetaObject::invokeMethod(m_reader, [this, files = *m_files, word, age = m_age] {
        const QStringList found = m_reader->suggestions(files, word);
        QMetaObject::invokeMethod(this, [this, word, found, age] {
            if (age == m_age)
                Q_EMIT suggested(word, found);
        });
    });
}

} // namespace spelling
