// SPDX-License-Identifier: GPL-3.0-or-later
// What all of the wording begins with: its words in the person's language, and the sentences for the
// identifiers that another room gives.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <span>

namespace engine::wording {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

struct Sentence
{
    QLatin1StringView about;
    const char *english; // QT_TRANSLATE_NOOP("Wording", …)
};

// In the person's language; empty where none is about it.
inline QString sentenceOf(std::span<const Sentence> sentences, QStringView about)
{
    for (const Sentence &sentence : sentences) {
        if (sentence.about == about)
            return QCoreApplication::translate("Wording", sentence.english);
    }
    return {};
}

} // namespace engine::wording
