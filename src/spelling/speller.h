// SPDX-License-Identifier: GPL-3.0-or-later
// Judges words by a dictionary that lives in a thread of its own: whoever asks never waits. The dictionary is
// opened with the first word that is asked about.
#pragma once

#include "spelling/dictionaryfiles.h"
#include "spelling/words.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThread>

#include <optional>

namespace spelling {

enum class Verdict { Unknown, Right, Wrong };

class Speller final : public QObject
{
    Q_OBJECT
public:
    // folders: where the dictionaries are, see dictionaryFolders().
    explicit Speller(QStringList folders, QObject *parent = nullptr);
    ~Speller() override;

    void setLanguage(std::optional<Language> language); // none: no word is judged
    void setOwnWords(const QStringList &words);         // right in every language
    std::optional<Language> language() const { return m_language; }
    // Of the language; none: it has no dictionary here, or one that cannot be read. Known at once, but for
    // the reading.
    std::optional<DictionaryFiles> dictionary() const { return m_files; }

    bool isOwn(const QString &word) const;
    // Unknown: judged() follows, if there is a dictionary.
    Verdict verdict(const Word &word);
    // suggested() follows, if there is a dictionary.
    void suggest(const QString &word);

Q_SIGNALS:
    void judged();  // some that were unknown are known
    void changed(); // what was said of any word may hold no longer
    void suggested(const QString &word, const QStringList &suggestions); // at most five

private:
    void forget();
    void ask();

    class Reader; // in the thread
    QStringList m_folders;
    QSet<QString> m_own;
    std::optional<Language> m_language;
    std::optional<DictionaryFiles> m_files;
    QHash<QString, Verdict> m_verdicts; // with its period, if one follows
    QStringList m_waiting;
    int m_age = 0; // answers to an older question count for nothing
    QThread m_thread;
    Reader *m_reader;
};

} // namespace spelling
