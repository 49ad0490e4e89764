// SPDX-License-Identifier: GPL-3.0-or-later
// What every command of the cli shares: the profile, the language, and how results and errors are
// written (cli.md).
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/account.h"
#include "engine/engine.h"
#include "engine/profile.h"
#include "engine/secrets.h"
#include "engine/settings.h"
#include "programs/cli/owner.h"
#include "storage/database.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QJsonValue>

#include <memory>
#include <optional>

namespace cli {

// Exit statuses that scripts rely on.
enum Exit { Done = 0, Failed = 1, Usage = 2, Uncertain = 3, Unavailable = 4 };

using Ended = base::Result<int>; // a command's exit status, or why it could not be carried out

class Console
{
public:
    explicit Console(QCommandLineParser &parser);

    bool json() const { return m_json; }
    const QCommandLineParser &options() const { return m_parser; }
    QStringList words() const; // positional arguments after the command's own words
    void setCommandWords(int count) { m_commandWords = count; }

    // Opens once, on first use.
    base::Result<engine::Profile *> profile();
    base::Result<void> takesOutput(const QString &file); // as Profile::takesOutput
    base::Result<QString> outputSheet();                 // the file of -o, which takes it
    // Owns the profile from then on. An import or an erasure that was cut off is ended first, or meanwhile.
    enum class CutOff { First, Meanwhile };
    base::Result<engine::Engine *> engine(CutOff cutOff = CutOff::First);
    base::Result<storage::Database *> reader(); // beside any owner; NotFound: nothing stored yet
    Owner owner();                              // of what the reader reads
    base::Result<domain::Account> account();    // --account, else the active one
    engine::SystemSecrets &secrets();
    const base::Clock &clock() const { return m_clock; }

    void print(const QJsonObject &object) const; // one compact line
    void print(const QString &line) const;
    void say(const QString &line) const; // standard error: progress, remarks
    // The error as one sentence on standard error, as an object too with --json; the exit status.
    int fail(const base::Error &error) const;
    // The same beside an object that the command prints itself.
    int failAfterObject(const base::Error &error) const;
    // The command's exit status: Failed instead of Done when its output did not reach standard output.
    int finished(int status) const;

private:
    const QCommandLineParser &m_parser;
    bool m_json;
    int m_commandWords = 1;
    base::SystemClock m_clock;
    std::optional<engine::Profile> m_profile;
    std::unique_ptr<engine::SystemSecrets> m_secrets;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<storage::Database> m_reader;
};

void endJobs(engine::Engine &engine); // waits for what was begun; what fails is left to the next program
base::Error badUsage(const QString &problem);
Ended nothingIn(const base::Error &ofReader); // Done where nothing is stored yet
QJsonValue orNull(const std::optional<qint64> &value);
QJsonValue orNull(const QString &value);

} // namespace cli
