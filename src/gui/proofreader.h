// SPDX-License-Identifier: GPL-3.0-or-later
// Which language the messages are read in for misspelt words, as a person chose it, and that person's own
// words.
#pragma once

#include "engine/settings.h"
#include "spelling/speller.h"

#include <QObject>

namespace engine {
class EngineThread;
}

namespace gui {

enum class ReadIn { Window, Bokmaal, Nynorsk, English, Nothing }; // Window: as the window's texts are
constexpr auto wordsOf(ReadIn)                                    // the settings'
{
    return base::Words<ReadIn::Nothing>({"window", "nb", "nn", "en", "off"});
}

class Proofreader final : public QObject
{
    Q_OBJECT
public:
    Proofreader(engine::EngineThread &engine, const engine::Settings &settings, QStringList folders,
                QObject *parent = nullptr);

    static QList<ReadIn> all();
    static QString words(ReadIn language); // for a person

    ReadIn language() const { return m_readIn; }
    void read(ReadIn language); // and remember it
    void followWindow();        // its language has changed
    QString problem() const;    // why nothing is marked although it should be; empty: it is, or is not wanted

    void learn(const QString &word);
    void forget(const QString &word);
    spelling::Speller &speller() { return m_speller; }

private:
    void store(const QString &key, const QString &value);
    void remember();

    engine::EngineThread &m_engine;
    QStringList m_own;
    ReadIn m_readIn;
    spelling::Speller m_speller;
};

} // namespace gui
