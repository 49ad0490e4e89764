// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/cli/listoptions.h"

#include "engine/filewording.h"
#include "listfiles/reader.h"

#include <QJsonArray>

namespace cli {
using namespace Qt::StringLiterals;

namespace {

base::Error usage(const QString &option, const QString &sentence)
{
    return {base::ErrorCode::Usage, sentence, option};
}

base::Result<QMap<engine::ColumnRole, QStringList>> columns(const QStringList &pairs, engine::ListUse use)
{
    const QList<engine::ColumnRole> roles = engine::columnRoles(use);
    QMap<engine::ColumnRole, QStringList> result;
    for (const QString &pair : pairs) {
        const auto role = base::valueOf<engine::ColumnRole>(pair.section(u'=', 0, 0).trimmed());
        const QString column = pair.section(u'=', 1).trimmed();
        if (column.isEmpty() || !role || !roles.contains(*role)) {
            QStringList forms;
            for (const engine::ColumnRole each : roles)
                forms.append(identifier(each) + "=COLUMN"_L1);
            return usage(u"map"_s, QCoreApplication::translate("Cli", "Invalid --map “%1”. Use one of: %2.")
                                       .arg(pair, forms.join(u", "_s)));
        }
        if (*role != engine::ColumnRole::Phone && result.contains(*role))
            return usage(u"map"_s,
                         QCoreApplication::translate(
                             "Cli", "--map %1= is given twice. Only phone may have several columns.")
                             .arg(identifier(*role)));
        result[*role].append(column);
    }
    return result;
}

std::optional<QChar> separatorOf(const QString &text)
{
    if (text == "tab"_L1 || text == "\\t"_L1)
        return u'\t';
    const bool plain = text.size() == 1 && text.front().unicode() < 0x7F && text.front() != u'"' &&
                       text.front() != u'\n' && text.front() != u'\r' && !text.front().isLetterOrNumber();
    return plain ? std::optional(text.front()) : std::nullopt;
}

} // namespace

QList<QCommandLineOption> listOptions()
{
    return {valued(u"sheet"_s, u"S"_s, QCoreApplication::translate("Cli", "the sheet of a workbook")),
            valued(u"separator"_s, u"C"_s,
                   QCoreApplication::translate("Cli", "what separates the cells of a CSV file, or tab")),
            valued(u"encoding"_s, u"E"_s,
                   QCoreApplication::translate("Cli", "how a text file's letters are stored: %1")
                       .arg(listfiles::encodingNames().join(u", "_s))),
            valued(u"header-row"_s, u"N"_s,
                   QCoreApplication::translate("Cli", "the row with the columns' names; 0: there is none")),
            flag(u"repeat-merged"_s, QCoreApplication::translate(
                                         "Cli", "repeat cells that are merged over rows in each of them")),
            valued(u"map"_s, u"phone=COL"_s,
                   QCoreApplication::translate("Cli", "column mapping (may be repeated)"))};
}

base::Result<engine::ListChoices> listChoices(const QCommandLineParser &options, engine::ListUse use)
{
    engine::ListChoices choices;
    choices.sheet = options.value(u"sheet"_s);
    if (options.isSet(u"separator"_s)) {
        const auto separator = separatorOf(options.value(u"separator"_s));
        if (!separator)
            return usage(
                u"separator"_s,
                QCoreApplication::translate(
                    "Cli", "“%1” is not a separator. Give one character such as ; or , or the word tab.")
                    .arg(options.value(u"separator"_s)));
        choices.separator = *separator;
    }
    if (options.isSet(u"encoding"_s)) {
        choices.encoding = options.value(u"encoding"_s);
        if (!listfiles::isEncodingName(choices.encoding))
            return usage(u"encoding"_s, QCoreApplication::translate(
                                            "Cli", "“%1” is not a known encoding. Choose one of: %2.")
                                            .arg(choices.encoding, listfiles::encodingNames().join(u", "_s)));
    }
    if (options.isSet(u"header-row"_s)) {
        bool good = false;
        const int row = options.value(u"header-row"_s).toInt(&good);
        if (!good || row < 0)
            return usage(
                u"header-row"_s,
                QCoreApplication::translate(
                    "Cli",
                    "“%1” is not a row number. Give the number of the header row in the file, or 0 for none.")
                    .arg(options.value(u"header-row"_s)));
        choices.headerRow = row;
    }
    choices.repeatMerged = options.isSet(u"repeat-merged"_s);
    auto map = columns(options.values(u"map"_s), use);
    if (!map)
        return map.error();
    choices.columns = std::move(map).value();
    return choices;
}

void addReading(QJsonObject &object, const engine::ListFound &list)
{
    QJsonObject columns{{identifier(engine::ColumnRole::Phone), QJsonArray::fromStringList(list.phones)},
                        {identifier(engine::ColumnRole::Name), orNull(list.name)}};
    if (!list.email.isEmpty())
        columns.insert(identifier(engine::ColumnRole::Email), list.email);
    object.insert(u"columns"_s, columns);
    if (!list.sheet.isEmpty())
        object.insert(u"sheet"_s, list.sheet);
    if (!list.encoding.isEmpty())
        object.insert(u"encoding"_s, list.encoding);
    if (!list.encodingSamples.isEmpty())
        object.insert(u"encodingSamples"_s, QJsonArray::fromStringList(list.encodingSamples));
}

void printHowRead(const Console &console, const engine::ListFound &list,
                  const QList<listfiles::Finding> &notes)
{
    for (const QString &sentence : engine::wording::howRead(list))
        console.print(sentence);
    for (const listfiles::Finding note : notes) {
        if (const QString sentence = engine::wording::listNote(note); !sentence.isEmpty())
            console.print(sentence);
    }
    if (!list.encodingSamples.isEmpty())
        console.print(QCoreApplication::translate("Cli", "Choose another encoding with --encoding."));
    if (notes.contains(listfiles::Finding::MergedCells))
        console.print(QCoreApplication::translate("Cli", "--repeat-merged gives it to the rows below too."));
}

} // namespace cli
