// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/cli/console.h"

#include "engine/awaited.h"
#include "engine/campaigns.h"
#include "engine/contactbook.h"
#include "engine/programlog.h"
#include "engine/wording.h"
#include "storage/jobrows.h"

#include <QJsonDocument>
#include <QThread>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <tuple>

namespace cli {
using namespace Qt::StringLiterals;

namespace {

int outputProblem = 0; // errno of the first line that could not be written to standard output

void write(FILE *stream, const QByteArray &line)
{
    errno = 0;
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stream);
    std::fputc('\n', stream);
    const bool failed = std::fflush(stream) != 0 || std::ferror(stream) != 0;
    if (failed && stream == stdout && outputProblem == 0)
        outputProblem = errno == 0 ? EIO : errno;
}

int exitOf(base::ErrorCode code)
{
    switch (code) {
    case base::ErrorCode::Usage:
        return Usage;
    case base::ErrorCode::ProfileInUse:
    case base::ErrorCode::DatabaseUnusable:
    case base::ErrorCode::DatabaseNewer:
    case base::ErrorCode::DatabaseOlder:
        return Unavailable;
    default:
        return Failed;
    }
}

constexpr int triesWhileMigrating = 100;
constexpr int migrationWaitMs = 100;

base::Result<std::unique_ptr<storage::Database>> opened(const QString &file, const base::Clock &clock)
{
    return storage::Database::open(file, storage::OpenMode::ReadOnly, clock);
}

// What the window would ask has its answer here.
QString sentence(const base::Error &error)
{
    const QString text = engine::wording::sentence(error);
    if (error.code == base::ErrorCode::WrongState && error.field == "release"_L1)
        return QCoreApplication::translate("Cli", "%1 Release it with budstikke-cli campaign release.")
            .arg(text);
    if (error.code == base::ErrorCode::InvalidField && error.field == "phone"_L1 &&
        !error.detail.startsWith("noColumn: "_L1))
        return QCoreApplication::translate("Cli", "%1 Do so with --map phone=COLUMN.").arg(text);
    if (error.code != base::ErrorCode::NeedsConfirmation)
        return text;
    return QCoreApplication::translate("Cli", "%1 Confirm with --yes.").arg(text);
}

} // namespace

Console::Console(QCommandLineParser &parser)
    : m_parser(parser)
    , m_json(parser.isSet(u"json"_s))
{
}

QStringList Console::words() const
{
    return m_parser.positionalArguments().sliced(m_commandWords);
}

base::Result<void> Console::takesOutput(const QString &file)
{
    const auto written = profile();
    return written ? (*written)->takesOutput(file) : base::Result<void>(written.error());
}

base::Result<QString> Console::outputSheet()
{
    const QString file = m_parser.value(u"o"_s);
    if (file.isEmpty())
        return badUsage(
            QCoreApplication::translate("Cli", "Specify the output file: -o FILE.csv or -o FILE.xlsx."));
    const auto taken = takesOutput(file);
    return taken ? base::Result<QString>(file) : taken.error();
}

base::Result<engine::Profile *> Console::profile()
{
    if (!m_profile) {
        auto profile = engine::Profile::at(m_parser.value(u"profile"_s));
        if (!profile)
            return profile.error();
        m_profile = std::move(profile).value();
    }
    return &*m_profile;
}

base::Result<engine::Engine *> Console::engine(CutOff cutOff)
{
    if (!m_engine) {
        const auto owned = profile();
        if (!owned)
            return owned.error();
        auto engine = engine::Engine::open(**owned, secrets(), m_clock);
        if (!engine)
            return engine.error();
        m_engine = std::move(engine).value();
        engine::ProgramLog::keepWith(*m_engine, (*owned)->folder());
        m_engine->campaigns().setUnsentTries(1); // a script waits for nobody
        const auto left = storage::JobRows(m_engine->database()).left();
        if (cutOff == CutOff::First && left && !left->isEmpty())
            endJobs(*m_engine);
    }
    return m_engine.get();
}

base::Result<storage::Database *> Console::reader()
{
    if (m_engine)
        return &m_engine->database();
    if (!m_reader) {
        const auto read = profile();
        if (!read)
            return read.error();
        auto database = opened((*read)->databaseFile(), m_clock);
        // Its owner is making or migrating it at this moment; without an owner that is for us to do.
        for (int tries = 0; !database && database.error().code == base::ErrorCode::DatabaseOlder; ++tries) {
            if ((*read)->isFree()) {
                const auto owner = engine();
                if (owner)
                    return &m_engine->database();
                if (owner.error().code != base::ErrorCode::ProfileInUse)
                    return owner.error();
            }
            if (tries == triesWhileMigrating)
                break;
            QThread::msleep(migrationWaitMs);
            database = opened((*read)->databaseFile(), m_clock);
        }
        if (!database)
            return database.error();
        m_reader = std::move(database).value();
    }
    return m_reader.get();
}

Owner Console::owner()
{
    const auto read = profile();
    Owner owner;
    owner.alive = read && ((*read)->isOwned() || !(*read)->isFree());
    if (owner.alive)
        return owner;
    if (const auto database = reader()) {
        if (const auto judged = engine::CopyGuard(**database, (*read)->folder()).judge())
            owner.stranger = *judged;
        if (auto arrived = campaign::ArrivedStatuses::read(**database))
            owner.arrived = std::move(arrived).value();
    }
    return owner;
}

base::Result<domain::Account> Console::account()
{
    const auto read = profile();
    if (!read)
        return read.error();
    const QString name = m_parser.value(u"account"_s);
    const auto account = engine::Settings((*read)->settingsFile()).account(name);
    if (!account)
        return base::Error{base::ErrorCode::NoAccount, name, u"account"_s};
    return *account;
}

engine::SystemSecrets &Console::secrets()
{
    if (!m_secrets) {
        const auto read = profile();
        m_secrets = std::make_unique<engine::SystemSecrets>(read ? (*read)->folder() : QString());
    }
    return *m_secrets;
}

void Console::print(const QJsonObject &object) const
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void Console::print(const QString &line) const
{
    write(stdout, line.toUtf8());
}

void Console::say(const QString &line) const
{
    write(stderr, line.toUtf8());
}

int Console::failAfterObject(const base::Error &error) const
{
    say(sentence(error).simplified());
    return exitOf(error.code);
}

int Console::fail(const base::Error &error) const
{
    if (m_json) {
        QJsonObject object{{u"code"_s, base::identifier(error.code)},
                           {u"message"_s, sentence(error)},
                           {u"field"_s, orNull(error.field)}};
        print(QJsonObject{{u"error"_s, object}});
    }
    return failAfterObject(error);
}

int Console::finished(int status) const
{
    if (outputProblem == 0 && (std::fflush(stdout) != 0 || std::ferror(stdout) != 0))
        outputProblem = errno == 0 ? EIO : errno;
    // A reader that left early has what it wanted.
    if (outputProblem == 0 || outputProblem == EPIPE)
        return status;
    say(QCoreApplication::translate("Cli",
                                    "The output is incomplete: standard output cannot be written (%1). The "
                                    "command itself is done; free some space and read the result again.")
            .arg(QString::fromLocal8Bit(std::strerror(outputProblem))));
    return status == Done ? Failed : status;
}

void endJobs(engine::Engine &engine)
{
    std::ignore = engine::awaited<void>([&](const auto &done) { engine.contactBook().afterJobs(done); });
}

base::Error badUsage(const QString &problem)
{
    return {base::ErrorCode::Usage, problem, {}};
}

Ended nothingIn(const base::Error &ofReader)
{
    if (ofReader.code == base::ErrorCode::NotFound)
        return Done;
    return ofReader;
}

QJsonValue orNull(const std::optional<qint64> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const QString &value)
{
    return value.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}

} // namespace cli
