// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/textrepository.h"

#include "storage/fieldsjson.h"
#include "storage/folding.h"
#include "storage/statement.h"

#include <algorithm>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

} // namespace

base::Result<void> TextRepository::save(const SavedText &text)
{
    return run(m_database,
               u"INSERT INTO saved_text (name, text, changed_ms, template_type, template_fields) "
               "VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET text = excluded.text, "
               "changed_ms = excluded.changed_ms, template_type = excluded.template_type, "
               "template_fields = excluded.template_fields"_s,
               text.name, text.text, text.changedMs, text.templateType, toJson(text.templateFields));
}

base::Result<void> TextRepository::remove(const QString &name)
{
    return changedOne(execute(m_database, u"DELETE FROM saved_text WHERE name = ?"_s, name), name);
}

base::Result<bool> TextRepository::contains(const QString &name)
{
    const auto found = selectNumber(m_database, u"SELECT 1 FROM saved_text WHERE name = ?"_s, name);
    if (!found)
        return found.error();
    return found->has_value();
}

base::Result<QList<SavedText>> TextRepository::texts()
{
    auto texts = rows<SavedText>(
        m_database, u"SELECT name, text, changed_ms, template_type, template_fields FROM saved_text"_s,
        [](const Statement &row) -> SavedText {
            return {row.text(0), row.text(1), row.number(2), row.text(3), fieldsOf(row.text(4))};
        });
    if (!texts)
        return texts;
    std::sort(texts.value().begin(), texts.value().end(),
              [](const SavedText &a, const SavedText &b) { return sortKey(a.name) < sortKey(b.name); });
    return texts;
}

} // namespace storage
