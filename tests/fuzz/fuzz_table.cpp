// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a table of columns and rows, written as CSV: the reader and a slow, plain second reading see
// the same cells, in UTF-8 and in UTF-16.
#include "fuzz/listfile.h"
#include "support/plainlist.h"

#include <QStringEncoder>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const plainlist::Generated table(QByteArrayView(data, static_cast<qsizetype>(size)));
    const QString text = table.text();
    const QStringList plain = plainlist::read(text, table.separator);
    QStringEncoder utf16(QStringEncoder::Utf16LE);
    listfile::require(plainlist::readByReader(listfile::inMemory("\xEF\xBB\xBF" + text.toUtf8()),
                                              table.separator) == plain);
    listfile::require(plainlist::readByReader(listfile::inMemory("\xFF\xFE" + QByteArray(utf16(text))),
                                              table.separator) == plain);
    return 0;
}
