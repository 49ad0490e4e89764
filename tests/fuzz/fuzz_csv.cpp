// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a CSV file, in whatever encoding and with whatever separator they seem to have.
#include "fuzz/listfile.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const auto read = listfile::readWhole(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (read)
        listfile::require(!read->encoding.isEmpty() || read->kind == listfiles::FileKind::Xlsx);
    return 0;
}
