// SPDX-License-Identifier: GPL-3.0-or-later
// The options of what listens: `receive` and `mailbox serve`.
#pragma once

#include "programs/cli/commands.h"

#include <QUrl>

namespace cli {

struct ListenAt
{
    QString address;
    quint16 port = 0;
};

// Each reads its option; Usage with a sentence that names it.
base::Result<ListenAt> listenAt(const QCommandLineParser &options, const ListenAt &otherwise);
base::Result<QUrl> publicUrl(const QCommandLineParser &options, const QUrl &otherwise);
base::Result<QStringList> addresses(const QCommandLineParser &options, const QString &option);
base::Result<void> checkCertificateOptions(const QCommandLineParser &options); // both or none

QList<QCommandLineOption> listeningOptions(); // --listen, --public-url, --tls-cert, --tls-key, --allow

} // namespace cli
