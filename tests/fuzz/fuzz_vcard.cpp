// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes inside a vCard file: folded and encoded lines, parameters, groups, many numbers.
#include "fuzz/listfile.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    QByteArray card(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (!card.startsWith("BEGIN:VCARD")) // what makes the reader take it for one
        card.prepend("BEGIN:VCARD\r\n");
    const auto read = listfile::readWhole(card);
    listfile::require(!read || read->kind == listfiles::FileKind::Vcard);
    return 0;
}
