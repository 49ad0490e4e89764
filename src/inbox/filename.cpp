// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/filename.h"

#include <QMap>

namespace inbox {
using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 80;

// What a content type's file is called; others keep no ending that could run.
QString endingOf(const QString &contentType)
{
    static const QMap<QString, QString> endings{
        {u"image/jpeg"_s, u"jpg"_s}, {u"image/jpg"_s, u"jpg"_s},    {u"image/png"_s, u"png"_s},
        {u"image/gif"_s, u"gif"_s},  {u"text/plain"_s, u"txt"_s},   {u"video/mp4"_s, u"mp4"_s},
        {u"video/3gpp"_s, u"3gp"_s}, {u"audio/mpeg"_s, u"mp3"_s},   {u"audio/amr"_s, u"amr"_s},
        {u"text/vcard"_s, u"vcf"_s}, {u"text/x-vcard"_s, u"vcf"_s}, {u"application/pdf"_s, u"pdf"_s}};
    return endings.value(contentType.section(u';', 0, 0).trimmed().toLower(), u"bin"_s);
}

bool isDevice(const QString &name)
{
    static const QStringList devices{u"con"_s,  u"prn"_s,  u"aux"_s,  u"nul"_s,  u"com1"_s, u"com2"_s,
                                     u"com3"_s, u"com4"_s, u"com5"_s, u"com6"_s, u"com7"_s, u"com8"_s,
                                     u"com9"_s, u"lpt1"_s, u"lpt2"_s, u"lpt3"_s, u"lpt4"_s, u"lpt5"_s,
                                     u"lpt6"_s, u"lpt7"_s, u"lpt8"_s, u"lpt9"_s};
    return devices.contains(name.toLower());
}

} // namespace

QString safeFileName(const domain::InboundFile &file)
{
    QString last = file.fileName;
    last.replace(u'\\', u'/');
    last = last.section(u'/', -1);
    if (last.contains(u'.'))
        last = last.section(u'.', 0, -2); // its own ending is not believed
    QString name;
    for (const QChar character : last) {
        const bool good = character.isLetterOrNumber() || character == u' ' || character == u'_' ||
                          character == u'-' || character == u'.';
        name.append(good ? character : u'_');
    }
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    name = name.left(longest);
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    if (name.isEmpty() || isDevice(name.section(u'.', 0, 0)))
        name = u"file"_s;
    return name + u'.' + endingOf(file.contentType);
}

} // namespace inbox
