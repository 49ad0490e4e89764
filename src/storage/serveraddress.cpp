// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/serveraddress.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

namespace storage {
using namespace Qt::StringLiterals;

namespace {

base::Error wrong(const QString &part)
{
    return {base::ErrorCode::Usage, part, u"database"_s};
}

// As a value within libpq's own settings.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

} // namespace

base::Result<ServerAddress> ServerAddress::parse(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "postgresql"_L1)
        return wrong(u"postgresql://user@host:port/database"_s);
    if (!url.password().isEmpty() || url.userInfo().contains(u':'))
        return wrong(u"password"_s); // it would be in lists of processes, histories and logs
    ServerAddress address;
    address.user = url.userName(QUrl::FullyDecoded);
    address.host = url.host();
    address.port = url.port(usualPort);
    address.database = url.path(QUrl::FullyDecoded).mid(1);
    if (address.user.isEmpty())
        return wrong(u"user"_s);
    if (address.host.isEmpty())
        return wrong(u"host"_s);
    if (address.database.isEmpty() || address.database.contains(u'/'))
        return wrong(u"database"_s);
    if (url.hasQuery() || url.hasFragment()) // no setting of ours can be weakened here
        return wrong(u"?"_s);
    return address;
}

QString ServerAddress::toString() const
{
    QUrl url;
    url.setScheme(u"postgresql"_s);
    url.setUserName(user, QUrl::DecodedMode);
    url.setHost(host);
    url.setPort(port);
    url.setPath(u'/' + database, QUrl::DecodedMode);
    return url.toString(QUrl::FullyEncoded);
}

bool ServerAddress::isLoopback() const
{
    static const QRegularExpression ipv4(u"^127\\.[0-9]+\\.[0-9]+\\.[0-9]+$"_s);
    return host == "localhost"_L1 || host == "::1"_L1 || ipv4.match(host).hasMatch();
}

QString connectOptions(const ServerAddress &address, const ServerLimits &limits, bool readOnly)
{
    // A cut line is noticed within seconds; Windows has no tcp_user_timeout, there the Watchdog ends the
    // wait.
    QStringList options{u"application_name=Budstikke"_s, u"connect_timeout=5"_s,  u"keepalives_idle=10"_s,
                        u"keepalives_interval=5"_s,      u"keepalives_count=3"_s, u"tcp_user_timeout=5000"_s};
    if (address.isLoopback())
        options.append(u"sslmode=prefer"_s);
    else
        options.append(u"sslmode=verify-full"_s);
    if (!address.caFile.isEmpty())
        options.append(u"sslrootcert="_s + quoted(address.caFile));
    // What a session relies on, whatever the server's own settings are.
    QStringList settings{u"search_path=public"_s,
                         u"client_min_messages=error"_s,
                         u"default_transaction_isolation=read\\ committed"_s,
                         u"jit=off"_s, // takes longer than our statements
                         u"synchronous_commit=on"_s,
                         u"lock_timeout=%1"_s.arg(limits.lock.count()),
                         u"idle_in_transaction_session_timeout=%1"_s.arg(limits.idle.count())};
    if (readOnly)
        settings.append(u"default_transaction_read_only=on"_s);
    options.append(u"options="_s + quoted(u"-c "_s + settings.join(u" -c "_s)));
    return options.join(u';');
}

} // namespace storage
