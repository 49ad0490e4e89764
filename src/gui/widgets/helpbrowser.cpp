// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/helpbrowser.h"

#include "engine/language.h"
#include "engine/wording.h"
#include "gateway/errorcode.h"
#include "spelling/dictionary.h"

#include <QCoreApplication>
#include <QFile>

namespace gui {
using namespace Qt::StringLiterals;

namespace {

QString codes()
{
    QString list;
    for (int code = 0; code < gateway::errorCodeCount; ++code) {
        const QString remedy = engine::wording::answerRemedy(code);
        list += u"- **%1** %2%3\n"_s.arg(QString::number(code), engine::wording::answerMeaning(code),
                                         remedy.isEmpty() ? QString() : QString(u". "_s + remedy));
    }
    return list;
}

// What the packages' list of contents is made of too.
QString libraries()
{
    QFile file(u":/libraries.txt"_s);
    QString list;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QString &library : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
            if (!library.startsWith("Hunspell|"_L1) || spelling::Dictionary::isBuiltIn())
                list += u"- **%1** %2, <%3>\n"_s.arg(library.section(u'|', 0, 0), library.section(u'|', 1, 1),
                                                     library.section(u'|', 2, 2));
    }
    return list;
}

} // namespace

HelpBrowser::HelpBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    document()->setDocumentMargin(16);
    setOpenExternalLinks(true);
}

QUrl HelpBrowser::address(const QString &topic)
{
    return QUrl(u"qrc:/help/%1/%2.md"_s.arg(engine::language::current(), topic));
}

QString HelpBrowser::markdown(const QUrl &address)
{
    QFile file(u':' + address.path());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    if (address.fileName() == "codes.md"_L1)
        text += u'\n' + codes();
    if (address.fileName() == "about.md"_L1)
        text += u'\n' + libraries();
    return text.replace("@version"_L1, QCoreApplication::applicationVersion());
}

QString HelpBrowser::title(const QString &topic)
{
    return markdown(address(topic)).section(u'\n', 0, 0).remove(u"# "_s);
}

QVariant HelpBrowser::loadResource(int type, const QUrl &address)
{
    if (type == QTextDocument::MarkdownResource)
        return markdown(address).toUtf8();
    return QTextBrowser::loadResource(type, address);
}

} // namespace gui
