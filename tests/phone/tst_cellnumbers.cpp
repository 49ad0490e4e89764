// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/cellnumbers.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCellNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

// "+4799999999 (note)" or, for what is no number, "«typed» reason"
void TestCellNumbers::reads_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("numbers");
    const auto row = [](const QString &cell, const QStringList &numbers) {
        QTest::newRow(qPrintable(cell)) << cell << numbers;
    };
    const QString a = u"+4799999999"_s;
    row(u"99999999"_s, {a});
    row(u"99999999 (mor)"_s, {u"+4799999999 (mor)"_s});
    row(u"(mor) 99999999"_s, {u"+4799999999 (mor)"_s});
    row(u"99999999 (mor, etter kl. 16)"_s, {u"+4799999999 (mor, etter kl. 16)"_s});
    row(u"99999999 (mor og far)"_s, {u"+4799999999 (mor og far)"_s});
    row(u"99999999 [privat]"_s, {u"+4799999999 (privat)"_s});
    row(u"(+47) 999 99 999"_s, {a});
    row(u"(+47) 999 99 999 mor"_s, {u"+4799999999 (mor)"_s});
    row(u"Mob: 99999999"_s, {u"+4799999999 (Mob)"_s});
    row(u"Mob.: +47 999 99 999"_s, {u"+4799999999 (Mob)"_s});
    row(u"tlf 99999999"_s, {u"+4799999999 (tlf)"_s});
    row(u"99999999 mor"_s, {u"+4799999999 (mor)"_s});
    row(u"99999999 - mor"_s, {u"+4799999999 (mor)"_s});
    row(u"99999999/mor"_s, {u"+4799999999 (mor)"_s});
    row(u"99999999, mor"_s, {u"+4799999999 (mor)"_s});
    row(u"Kari, 99999999"_s, {u"+4799999999 (Kari)"_s});
    row(u"Mor: 99999999 / Far: 98765432"_s, {u"+4799999999 (Mor)"_s, u"+4798765432 (Far)"_s});
    row(u"99999999 (mor) og 98765432 (far)"_s, {u"+4799999999 (mor)"_s, u"+4798765432 (far)"_s});
    row(u"99999999 ::: 98765432"_s, {a, u"+4798765432"_s});
    row(u"=\"4799999999\""_s, {a});
    row(u"tel:+4799999999;ext=5"_s, {a});
    row(u"tel:99999999;phone-context=+47"_s, {a});
    row(u"tel:99999999;phone-context=+46"_s, {u"«tel:99999999;phone-context=+46» notANumber"_s});
    // What is not understood is said.
    row(u""_s, {u"«» empty"_s});
    row(u"ring mor"_s, {u"«ring mor» notANumber"_s});
    row(u"Kari 99999999"_s, {u"«Kari 99999999» notANumber"_s});
    row(u"Medlemsnr: 40000001"_s, {u"«Medlemsnr: 40000001» notANumber"_s});
    row(u"99999999 kr"_s, {u"«99999999 kr» notANumber"_s});
    row(u"kr 99999999"_s, {u"«kr 99999999» notANumber"_s});
    row(u"99999999 (ikke 98765432)"_s, {u"«99999999 (ikke 98765432)» notANumber"_s});
    row(u"99999999 ikke bruk"_s, {u"«99999999 ikke bruk» notANumber"_s});
    row(u"99999999 (feil nummer)"_s, {u"«99999999 (feil nummer)» notANumber"_s});
    row(u"99999999, sluttet"_s, {u"«99999999» notANumber"_s});
    row(u"gammelt, 99999999"_s, {u"«99999999» notANumber"_s});
    row(u"99999999 (do not use)"_s, {u"«99999999 (do not use)» notANumber"_s});
    row(u"99999999 (feil) og 98765432 (rett)"_s,
        {u"«99999999 (feil)» notANumber"_s, u"+4798765432 (rett)"_s});
    row(u"22222222 ext. 12"_s, {u"«22222222 ext. 12» notANumber"_s});
    row(u"22334455 (faks)"_s, {u"«22334455 (faks)» notANumber"_s});
    row(u"Fax: 22334455"_s, {u"«Fax: 22334455» notANumber"_s});
    row(u"9999999 (mor)"_s, {u"«9999999 (mor)» tooShort"_s});
    row(u"24.12.1948 (født)"_s, {u"«24.12.1948 (født)» notANumber"_s});
    row(u"99999999, 12"_s, {a, u"«12» tooShort"_s});
    row(u"1140362.5"_s, {u"«1140362.5» notANumber"_s});
    row(u"4,79E+10"_s, {u"«4,79E+10» scientificNotation"_s});
    row(u"#N/A"_s, {u"«#N/A» notANumber"_s});
}

void TestCellNumbers::reads()
{
    QFETCH(QString, cell);
    QFETCH(QStringList, numbers);
    QStringList read;
    bool any = false;
    for (const phone::CellNumber &each : phone::readCell(cell)) {
        const bool good = each.number.error == phone::NumberError::None;
        any = any || good;
        read.append(!good ? u"«%1» %2"_s.arg(each.typed, phone::identifier(each.number.error))
                          : each.number.e164 + (each.note.isEmpty() ? QString() : u" (%1)"_s.arg(each.note)));
    }
    QCOMPARE(read, numbers);
    QCOMPARE(phone::holdsNumber(cell), any); // guessing and reading are of one mind
}

QTEST_GUILESS_MAIN(TestCellNumbers)
#include "tst_cellnumbers.moc"
