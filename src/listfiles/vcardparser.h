// SPDX-License-Identifier: GPL-3.0-or-later
// Reads vCard 2.1, 3.0 and 4.0 into rows of name, phone, email, categories, other phones; URIs are never
// followed.
#pragma once

#include "listfiles/textbytes.h"

namespace listfiles {

// What the header of a vCard file is said to be.
QStringList vcardHeader();

class VcardParser
{
public:
    explicit VcardParser(TextBytes &source);

    // The next row, one per card: of its numbers the mobile, the others joined in a column of their own; a
    // card without a number has an empty one, so that it can be named. False at the end, and on a failure,
    // which error() holds.
    bool next(Row &row);

    const std::optional<base::Error> &error() const { return m_error; }
    bool faxLeftOut() const { return m_faxLeftOut; }

private:
    struct Property
    {
        QByteArray group;     // "ITEM1" of item1.TEL
        QByteArray name;      // upper case, without its group
        QByteArrayList types; // upper case
        QByteArray charset;
        bool quotedPrintable = false;
        bool base64 = false;
        QByteArray value;
    };
    struct Phone
    {
        QString number;
        QByteArray group;
        bool cell = false; // said to be one
        bool preferred = false;
    };
    struct Card
    {
        QString fullName;
        QString structuredName;
        QString organisation;
        QString email;
        bool emailPreferred = false;
        QStringList categories;
        QList<Phone> phones;
        QHash<QByteArray, QString> labels; // by group
        bool isGroup = false;
    };

    bool readCard();
    void take(const Property &property, Card &card);
    void takePhone(const Property &property, Card &card);
    void give(Card &&card);
    bool propertyLine(QByteArray &line);
    bool physicalLine(QByteArray &line);
    bool rawLine(QByteArray &line);
    QString decoded(const Property &property) const;
    static Property parsed(const QByteArray &line);
    void fail(const QString &what);

    TextBytes &m_source;
    QByteArray m_window;
    qsizetype m_pos = 0;
    bool m_ended = false;
    bool m_afterReturn = false;
    std::optional<QByteArray> m_ahead; // a line read to see whether it continues the one before
    QByteArray m_joined;               // what follows END:VCARD in the same line
    int m_lines = 0;
    int m_cards = 0;
    int m_rows = 0; // cards so far
    std::optional<Row> m_ready;
    bool m_faxLeftOut = false;
    std::optional<base::Error> m_error;
};

} // namespace listfiles
