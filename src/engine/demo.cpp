// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo.h"

namespace engine {
using namespace Qt::StringLiterals;

namespace {

constexpr int boardMembers = 7;

const QStringList &names()
{
    static const QStringList list{u"Kari Nordmann"_s,    u"Øyvind Ås"_s,      u"Aleksandra Kristoffersen"_s,
                                  u"Per Hansen"_s,       u"Ærlig Olsen"_s,    u"Lars Berg"_s,
                                  u"Siri Dahl"_s,        u"Nils Vik"_s,       u"Åse Lund"_s,
                                  u"Ingrid Moen"_s,      u"Jonas Haugen"_s,   u"Marte Solberg"_s,
                                  u"Henrik Strand"_s,    u"Ida Nygård"_s,     u"Sindre Bakke"_s,
                                  u"Thea Eriksen"_s,     u"Ole Johansen"_s,   u"Nora Lie"_s,
                                  u"Emil Sæther"_s,      u"Sofie Holm"_s,     u"Magnus Aasen"_s,
                                  u"Julie Fredriksen"_s, u"Anders Knutsen"_s, u"Maja Hagen"_s,
                                  u"Torstein Ødegård"_s};
    return list;
}

QString number(qsizetype index)
{
    return u"+4799991%1"_s.arg(static_cast<int>(index) + 1, 3, 10, QLatin1Char('0'));
}

} // namespace

QList<domain::Contact> demoContacts()
{
    QList<domain::Contact> contacts;
    for (qsizetype i = 0; i < names().size(); ++i) {
        domain::Contact contact;
        contact.number = number(i);
        contact.name = names().at(i);
        contact.groups = {i < boardMembers ? u"Styret"_s : u"Medlemmer"_s};
        contacts.append(contact);
    }
    return contacts;
}

QByteArray demoList()
{
    QByteArray list = "Navn;Mobil\r\n";
    for (qsizetype i = 0; i < names().size(); ++i)
        list += names().at(i).section(u' ', 0, 0).toUtf8() + ';' + number(i).toUtf8() + "\r\n";
    list += "Feil;12 34\r\nIgjen;" + number(0).toUtf8() + "\r\n";
    return list;
}

} // namespace engine
