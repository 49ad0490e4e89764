// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/draftrepository.h"

#include "storage/statement.h"

namespace storage {
using namespace Qt::StringLiterals;

namespace {

bool holds(const QString &line, const QString &national)
{
    QString digits = line;
    digits.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    return !national.isEmpty() && digits.contains(national);
}

} // namespace

base::Result<void> DraftRepository::save(const DraftRow &draft)
{
    const auto saved =
        execute(m_database,
                u"INSERT INTO draft (id, changed_ms, open, content, typed, pasted) "
                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET changed_ms = "
                "excluded.changed_ms, open = excluded.open, content = excluded.content, "
                "typed = excluded.typed, pasted = excluded.pasted"_s,
                draft.id, draft.changedMs, draft.open, draft.content, draft.typed.join(u'\n'), draft.pasted);
    return saved ? base::Result<void>() : base::Result<void>(saved.error());
}

base::Result<void> DraftRepository::closeOthers(qint64 open)
{
    const auto closed = execute(m_database, u"UPDATE draft SET open = 0 WHERE id <> ? AND open <> 0"_s, open);
    return closed ? base::Result<void>() : base::Result<void>(closed.error());
}

base::Result<void> DraftRepository::remove(qint64 id)
{
    const auto removed = execute(m_database, u"DELETE FROM draft WHERE id = ?"_s, id);
    return removed ? base::Result<void>() : base::Result<void>(removed.error());
}

// A campaign's own is under minus the campaign's id: nobody is writing it.
base::Result<QList<DraftRow>> DraftRepository::drafts()
{
    return read(u"id > 0"_s);
}

base::Result<void> DraftRepository::keepFor(qint64 campaign, qint64 nowMs, const QString &pasted)
{
    return save({-campaign, nowMs, false, {}, {}, pasted});
}

base::Result<std::optional<DraftRow>> DraftRepository::ofCampaign(qint64 campaign)
{
    auto found = read(u"id = %1"_s.arg(-campaign));
    if (!found)
        return found.error();
    return found->isEmpty() ? std::nullopt : std::optional(found->constFirst());
}

base::Result<QList<DraftRow>> DraftRepository::read(const QString &where)
{
    return rows<DraftRow>(m_database,
                          u"SELECT id, changed_ms, open, content, typed, pasted FROM draft WHERE %1 "
                          "ORDER BY changed_ms DESC, id DESC"_s.arg(where),
                          [](const Statement &row) -> DraftRow {
                              return {row.number(0),
                                      row.number(1),
                                      row.number(2) != 0,
                                      row.text(3),
                                      row.text(4).split(u'\n', Qt::SkipEmptyParts),
                                      row.text(5)};
                          });
}

base::Result<void> DraftRepository::erase(const QString &number, const QString &national)
{
    const auto all = read(u"id <> 0"_s);
    if (!all)
        return all.error();
    for (DraftRow draft : *all) {
        const DraftRow before = draft;
        draft.typed.removeIf([&national](const QString &typed) { return holds(typed, national); });
        draft.content.remove(number);
        QStringList lines = draft.pasted.split(u'\n');
        lines.removeIf([&national](const QString &line) { return holds(line, national); });
        draft.pasted = lines.join(u'\n');
        if (draft == before)
            continue;
        if (auto saved = save(draft); !saved)
            return saved.error();
    }
    const auto sources = execute(m_database,
                                 u"UPDATE campaign SET source = replace(source, ?, '') WHERE "_s +
                                     m_database.dialect().contains(u"source"_s),
                                 number, number);
    return sources ? base::Result<void>() : base::Result<void>(sources.error());
}

} // namespace storage
