#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the lists of this folder and cases.json, the right reading of each.

    python3 tests/data/lists/make.py

A case names its file, what a person says about it (as the cli's options), and what must come of it: the
recipients, their names, the rows that are left out, the notes, and the columns that were read; or, where nobody
may be written to, what the refusal names. tests/engine/tst_listintake reads them by the engine and as the wizard
does, tests/programs/tst_lists by the cli.
"""
import io
import json
import os
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = []
N1, N2, N3 = "+4799999991", "+4799999992", "+4799999993"


def case(file, data, about, to=(), names=None, skipped=(), notes=(), phone=None, name=None, args=(), refused=None,
         fields=None):
    with open(os.path.join(HERE, file), "wb") as out:
        out.write(data.encode("utf-8") if isinstance(data, str) else data)
    entry = {"file": file, "about": about, "args": list(args)}
    if refused is not None:
        entry["refused"] = list(refused)
    else:
        entry.update({"to": list(to), "skipped": list(skipped), "notes": list(notes), "phone": phone, "name": name})
        if names is not None:
            entry["names"] = list(names)
        if fields is not None:
            entry["fields"] = fields
    CASES.append(entry)


def xlsx(sheets, formats=(), date1904=False, active=0, merged=()):
    """sheets: (name, rows, extra attributes of rows by index, state); a cell is a text, a number, (value, format),
    a bool, None, or ("e", "#N/A")."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        def put(part, text):
            info = zipfile.ZipInfo(part, (2026, 11, 28, 12, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            book.writestr(info, '<?xml version="1.0" encoding="UTF-8"?>\n' + text)
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        package = "http://schemas.openxmlformats.org/package/2006/relationships"
        put("[Content_Types].xml", "<Types/>")
        put("_rels/.rels", f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{rel}/officeDocument" '
                           'Target="xl/workbook.xml"/></Relationships>')
        links = listing = ""
        for place, (title, rows, attributes, state) in enumerate(sheets, 1):
            body = ""
            for number, cells in enumerate(rows, 1):
                body += f'<row r="{number}"{attributes.get(number, "")}>'
                for column, value in enumerate(cells):
                    at = f'r="{chr(65 + column)}{number}"'
                    if value is None:
                        continue
                    if isinstance(value, bool):
                        body += f'<c {at} t="b"><v>{int(value)}</v></c>'
                    elif isinstance(value, tuple) and value[0] == "e":
                        body += f'<c {at} t="e"><v>{value[1]}</v></c>'
                    elif isinstance(value, tuple):
                        body += f'<c {at} s="{value[1]}"><v>{value[0]}</v></c>'
                    elif isinstance(value, str):
                        body += f'<c {at} t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'
                    else:
                        body += f'<c {at}><v>{value!r}</v></c>'
                body += "</row>"
            ranges = "".join(f'<mergeCell ref="{each}"/>' for each in merged)
            ranges = f"<mergeCells>{ranges}</mergeCells>" if merged else ""
            put(f"xl/worksheets/sheet{place}.xml",
                f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData>{ranges}</worksheet>')
            links += (f'<Relationship Id="rId{place}" Type="{rel}/worksheet" '
                      f'Target="worksheets/sheet{place}.xml"/>')
            listing += f'<sheet name="{title}" sheetId="{place}" r:id="rId{place}"{state}/>'
        own = [code for code in formats if isinstance(code, str)]
        xfs = '<xf numFmtId="0"/>'
        for code in formats:
            xfs += f'<xf numFmtId="{164 + own.index(code) if isinstance(code, str) else code}"/>'
        codes = "".join(f'<numFmt numFmtId="{164 + i}" formatCode="{code}"/>' for i, code in enumerate(own))
        put("xl/styles.xml", f'<styleSheet xmlns="{main}"><numFmts>{codes}</numFmts><cellXfs>{xfs}</cellXfs>'
                             "</styleSheet>")
        links += f'<Relationship Id="rId99" Type="{rel}/styles" Target="styles.xml"/>'
        put("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{rel}"><workbookPr date1904="{int(date1904)}"/>'
                               f'<bookViews><workbookView activeTab="{active}"/></bookViews>'
                               f"<sheets>{listing}</sheets></workbook>")
        put("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">{links}</Relationships>')
    return out.getvalue()


def one(rows, formats=(), **options):
    return xlsx([("Ark1", rows, {}, "")], formats, **options)


def ods(rows):
    out = io.BytesIO()
    names = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
                     for short, long in (("office", "office"), ("table", "table"), ("text", "text")))
    body = ""
    for cells in rows:
        body += "<table:table-row>"
        for value in cells:
            if value is None:
                body += "<table:table-cell/>"
            elif isinstance(value, tuple) and value[0] == "over":
                body += (f'<table:table-cell table:number-rows-spanned="{value[1]}" office:value-type="string">'
                         f"<text:p>{value[2]}</text:p></table:table-cell>")
            elif isinstance(value, tuple):
                kind, exact, shown = value
                attribute = "date-value" if kind == "date" else "value"
                body += (f'<table:table-cell office:value-type="{kind}" office:{attribute}="{exact}">'
                         f"<text:p>{shown}</text:p></table:table-cell>")
            else:
                body += f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        body += '<table:table-cell table:number-columns-repeated="1000"/></table:table-row>'
    body += '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    with zipfile.ZipFile(out, "w") as book:
        for part, text in (
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", f'<?xml version="1.0"?><office:document-content {names}><office:body>'
                                f'<office:spreadsheet><table:table table:name="Ark1">{body}</table:table>'
                                "</office:spreadsheet></office:body></office:document-content>")):
            book.writestr(zipfile.ZipInfo(part, (2026, 11, 28, 12, 0, 0)), text)
    return out.getvalue()


def card(*lines, version="3.0"):
    return "BEGIN:VCARD\r\nVERSION:" + version + "\r\n" + "".join(line + "\r\n" for line in lines) + "END:VCARD\r\n"


# The column of telephones
case("note-beside-number.csv", "Navn;Mobil;Medlemsnr\nKari;99999991 (mor);40000001\n",
     "a note beside the number, and a member's number in another column", [N1], ["Kari"], phone=["Mobil"],
     name="Navn", fields={"Medlemsnr": "40000001", "note": "mor"})
case("unreadable-mobile.csv", "Navn;Mobil;Medlemsnr\nKari;ring mor;40000001\nOla;99999992;40000002\n",
     "what cannot be read is said, and no other column is taken", [N2], ["Ola"], ["2 notANumber"], phone=["Mobil"],
     name="Navn")
case("all-unreadable.csv", "Navn;Mobil;Medlemsnr\nKari;ukjent;40000001\nOla;;40000002\n",
     "a column that says telephone stays chosen when none of it can be read", [], [],
     ["2 notANumber", "3 empty"], phone=["Mobil"], name="Navn")
case("no-telephone.csv", "Navn;Medlemsnr\nKari;40000001\nOla;40000002\n",
     "numbers below a header that does not say telephone are never taken", refused=["Navn", "Medlemsnr"])
case("mapped.csv", "Navn;Medlemsnr\nKari;40000001\n", "unless a person says so", ["+4740000001"], ["Kari"],
     phone=["Medlemsnr"], name="Navn", args=["--map", "phone=medlemsnr"])
case("two-columns.csv", "Elev;Far;Mor\nKari;99999991;99999992\nOla;;99999993\nPer;;\n",
     "two columns of numbers, as a person says", [N1, N2, N3], ["Kari", "Kari", "Ola"], ["4 empty"],
     phone=["Far", "Mor"], name="Elev", args=["--map", "phone=Far", "--map", "phone=Mor", "--map", "name=Elev"])
case("more-telephones.csv", "Navn;Telefon;Mobil\nKari;22334455;99999991\n", "the mobile before the telephone",
     [N1], ["Kari"], notes=["morePhoneColumns"], phone=["Mobil"], name="Navn")
case("other-column.csv", "Navn;Mobil\nKari;99999991\n", "a column that is not there",
     refused=["«Tlf»", "Navn, Mobil"], args=["--language", "nb", "--map", "phone=Tlf"])
case("invisible-header.csv", "\u200bFornavn\u200b;Mobil;Fo\u0308dselsa\u030ar\nKari;99999991;2010\n",
     "headers as they are seen", [N1], ["Kari"], phone=["Mobil"], name="Fornavn", fields={"Födselsår": "2010"})
case("wide.csv", ";".join(f"Spalte {i}" for i in range(1, 31)) + "\n" + ";".join(["1"] * 30) + "\n",
     "a refusal names five columns and how many more", refused=["Spalte 5", "25"])

case("country-codes.csv", "Navn;Landkode;Mobil\nKari;47;99999991\nOla;+45;20123456\nPer;46;070-123 45 67\nEva;;99999992\n"
     "Liv;46;+47 99999993\nTor;46;999\n", "a country code beside the number",
     [N1, "+4520123456", "+46701234567", N2, N3], ["Kari", "Ola", "Per", "Eva", "Liv"], ["7 tooShort"],
     phone=["Mobil"], name="Navn")
case("country-codes-in-words.csv", "Navn;Landkode;Mobil\nKari;NO;99999991\nOla;dk;20123456\nPer;Sweden;070-123 45 67\n"
     "Eva;+45 (Danmark);20123457\nLiv;Mordor;99999992\nTor;?;+47 99999993\n", "a country as letters, and one that is none",
     [N1, "+4520123456", "+46701234567", "+4520123457", N3], ["Kari", "Ola", "Per", "Eva", "Tor"], ["6 invalidCountry"],
     phone=["Mobil"], name="Navn")
case("country-codes-apart.csv", "Elev;Mor mobil landkode;Mor mobil;Far mobil landkode;Far mobil\n"
     "Kari;47;99999991;45;20123456\n", "each beside its own number", [N1, "+4520123456"], ["Kari", "Kari"],
     phone=["Mor mobil", "Far mobil"], name="Elev",
     args=["--map", "phone=Mor mobil", "--map", "phone=Far mobil", "--map", "name=Elev"])

# Lists without a header
for place, first in enumerate(("\u200e99999991", "99999991\u00a0", "99999991 (mor)", "Mob: 99999991",
                               "tel:+47-999-99-991", '="99999991"', "(+47) 999 99 991", "99999991 mor",
                               "999.99.991", "\ufeff99999991", "99999991/mor", "99999991 – mor")):
    case(f"first-row-{place + 1}.csv", f"{first}\n99999992\n",
         f"the first person of a list without a header: {first.strip()}", [N1, N2], phone=["A"])
case("first-row-bad.csv", "Kari;9999999\nOla;99999992\n", "a first row that cannot be used is named", [N2], ["Ola"],
     ["1 tooShort"], phone=["B"], name="A")
case("first-row-empty.csv", "Kari;\nOla;99999992\n", "so is one without a number", [N2], ["Ola"], ["1 empty"],
     phone=["B"], name="A")
case("two-number-columns.csv", "Kari;40000001;99999991\nOla;40000002;99999992\n",
     "two columns that could be meant, and no header", refused=["A", "B", "C"])
case("dates-only.csv", "Kari;24.12.1948\nOla;01.02.1950\n", "dates are no numbers", refused=["A", "B"])
case("header-with-number.csv", "Navn;Mobil;20261128\nKari;99999991;ja\n",
     "a header of which one cell looks like a number", [N1], ["Kari"], phone=["Mobil"], name="Navn")
case("unknown-header.csv", "Elev;Foresatt\nKari;99999991\n", "words above numbers are a header",
     refused=["Elev", "Foresatt"])
case("names-with-numbers.csv", "Kari Nordmann 99999991\nOla Hansen 99999992\n",
     "names and numbers in one cell: each row is told, the first too", [], [], ["1 notANumber", "2 notANumber"],
     phone=["A"])
case("ctrl-z.csv", "Navn;Mobil\nKari;99999991\n\u200b;\ufeff\n\x1a", "rows in which nobody sees anything", [N1], ["Kari"],
     phone=["Mobil"], name="Navn")
case("said-headerless.csv", "Elev;Foresatt\nKari;99999991\n", "unless a person says that there is none", [N1],
     ["Kari"], ["1 notANumber"], phone=["B"], name="A", args=["--header-row", "0"])

# Separators
case("commas-in-cells.csv", "Mobil;Medlemsnr, klasse, rolle\n99999991;40000001, 3A, elev\n",
     "more commas than semicolons", [N1], phone=["Mobil"])
case("names-with-commas.csv", "Etternavn, fornavn;Mobil\nHansen, Ola;99999991\nNilsen, Kari;99999992\n",
     "a comma in each name", [N1, N2], phone=["Mobil"])
case("sep-line.csv", "sep=|\r\nNavn|Mobil\r\nKari; Ola|99999991\r\n", "a line that names the separator", [N1],
     ["Kari; Ola"], phone=["Mobil"], name="Navn")
case("tabs.txt", "Navn\tMobil\nNilsen, Kari\t99999991\n", "tabs", [N1], ["Nilsen, Kari"], phone=["Mobil"],
     name="Navn")
case("bars.csv", "Navn|Mobil\nKari|99999991\n", "bars", [N1], ["Kari"], phone=["Mobil"], name="Navn")
case("rows-in-quotes.csv", '"Navn,Mobil"\n"Kari,99999991"\n"Ola,""99999992"""\n', "whole rows in quotes", [N1, N2],
     ["Kari", "Ola"], phone=["Mobil"], name="Navn")
case("rows-in-quotes-below.csv", 'Navn;Mobil\n"Kari;99999991"\n"Ola;99999992"\n', "rows in quotes below a header",
     [N1, N2], ["Kari", "Ola"], phone=["Mobil"], name="Navn")
case("colons.csv", "Navn:Mobil\nKari:99999991\n", "a separator that a person names", [N1], ["Kari"],
     phone=["Mobil"], name="Navn", args=["--separator", ":"])
case("decimals.csv", "Navn;Sum;Mobil\nKari;12,50;99999991\nOla;13,50;99999992\n", "decimals with commas", [N1, N2],
     ["Kari", "Ola"], phone=["Mobil"], name="Navn")

# Rows above the header
case("title.csv", "Medlemsliste\nUtskrift 28.11.2026\n\nNavn;Mobil\nKari;99999991\nOla;feil\n", "title rows", [N1],
     ["Kari"], ["6 notANumber"], ["titleRows"], phone=["Mobil"], name="Navn")
case("title-says-telephone.csv", "Telefonliste 2026;\n;\nNavn;Mobil\nKari;99999991\n",
     "a title that says telephone itself", [N1], ["Kari"], notes=["titleRows"], phone=["Mobil"], name="Navn")
case("title-chosen.csv", "Navn og slikt;x\nMer;y\nHvem;Hvor\nKari;99999991\n", "a header that a person names", [N1],
     notes=["titleRows"], phone=["Hvor"], args=["--header-row", "3", "--map", "phone=Hvor"])
case("title.xlsx", one([["Medlemmer 2026"], [], ["Navn", "Mobil"], ["Kari", 99999991], ["Ola", "feil"]]),
     "title rows in a workbook", [N1], ["Kari"], ["5 notANumber"], ["titleRows"], phone=["Mobil"], name="Navn")

# What is no number
case("dates.csv", "Navn;Mobil\nKari;24.12.1948\nOla;99999992\nPer;10-12-1985\nEva;1140362.5\nLiv;626592.1875\n"
     "Siv;kr 12 345 678,00\nTor;12:30\n", "dates, amounts, fractions and times", [N2], ["Ola"],
     ["2 notANumber", "4 notANumber", "5 notANumber", "6 notANumber", "7 notANumber", "8 notANumber"],
     phone=["Mobil"], name="Navn")
case("scientific.csv", "Navn;Mobil\nKari;4,79E+10\nOla;99999992\n", "what a spreadsheet has spoiled", [N2], ["Ola"],
     ["2 scientificNotation"], phone=["Mobil"], name="Navn")
case("fractions.csv", "1140362.5\n1140363.5\n", "a column of fractions", [], [], ["1 notANumber", "2 notANumber"],
     phone=["A"])
case("exact.xlsx", one([["Mobil", "Navn"], [4.799999991e9, "Kari"], [(99999992, 1), "Ola"], [(17891, 2), "Per"],
                        [1140362.5, "Eva"], [("e", "#N/A"), "Liv"], [(99999993, 3), "Siv"], ["4,79E+10", "Tor"]],
                       ["00 00 00 00", 14, "#,##0.00"]),
     "a sheet's numbers are exact where telephones stand", [N1, N2, N3], ["Kari", "Ola", "Siv"],
     ["4 notANumber", "5 notANumber", "6 notANumber", "8 scientificNotation"], ["errorCells"], phone=["Mobil"],
     name="Navn")
case("code-in-format.xlsx", one([["Mobil", "Navn"], [(20123456, 1), "Kari"], [(99999991, 2), "Ola"], [(20123457, 3), "Per"], [(99999992, 4), "Eva"]],
                                ["&quot;+45 &quot;00000000", "&quot;+47 &quot;00 00 00 00", "&quot;0045&quot;00000000",
                                 "0000000000"]),
     "a country code that only the format shows", ["+4520123456", N1, "+4520123457", N2], ["Kari", "Ola", "Per", "Eva"],
     phone=["Mobil"], name="Navn")
case("code-in-format.ods", ods([["Mobil", "Navn"], [("float", "20123456", "+45 20 12 34 56"), "Kari"],
                                [("float", "99999991", "099999991"), "Ola"]]), "the same in OpenDocument",
     ["+4520123456", N1], ["Kari", "Ola"], phone=["Mobil"], name="Navn")
case("first-sheet-is-no-list.xlsx", xlsx([("Forside", [["Velkommen"]], {}, ""), ("Liste", [["Navn", "Mobil"], ["Kari", 99999991]],
                                                                           {}, "")]),
     "a refusal names the other sheets", refused=["Velkommen", "Forside", "Liste"])
case("years.xlsx", one([["År", "Kostnad"], [2019, 12345678], [2020, 22345678]]), "a column of costs",
     refused=["År", "Kostnad"])

# As the sheet shows it
case("shown.xlsx", one([["Mobil", "Rabatt", "Dato", "Pris", "Nr", "Tall", "Med", "Feil"],
                        [99999991, (0.25, 1), (46356, 2), (1250, 3), (7, 4), 12.5, True, ("e", "#N/A")]],
                       [9, 14, "&quot;kr&quot;\\ #,##0.00", "000"]),
     "numbers, days and truths as the sheet shows them", [N1], notes=["errorCells"], phone=["Mobil"],
     args=["--language", "nb"],
     fields={"Rabatt": "25 %", "Dato": "30.11.2026", "Pris": "kr 1 250,00", "Nr": "007", "Tall": "12,5",
             "Med": "SANN"})
case("shown-1904.xlsx", one([["Mobil", "Dato"], [99999991, (44894, 1)]], [14], date1904=True),
     "days counted from 1904", [N1], phone=["Mobil"], args=["--language", "nb"], fields={"Dato": "30.11.2026"})
case("hidden-rows.xlsx", xlsx([("Ark1", [["Navn", "Mobil"], ["Kari", 99999991], ["Ola", 99999992]],
                                {2: ' hidden="1"'}, "")]), "hidden rows count, and are told", [N1, N2],
     ["Kari", "Ola"], notes=["hiddenRows"], phone=["Mobil"], name="Navn")
case("empty-first-sheet.xlsx", xlsx([("Ark1", [], {}, ""), ("Ark2", [["Notat"], ["x"]], {}, ""),
                                     ("Liste", [["Navn", "Mobil"], ["Kari", 99999991]], {}, "")], active=2),
     "an empty first sheet: the one that was shown", [N1], ["Kari"], phone=["Mobil"], name="Navn")
case("empty-sheets.xlsx", xlsx([("Ark1", [], {}, ""), ("Ark2", [], {}, ""),
                                ("Liste", [["Navn", "Mobil"], ["Kari", 99999991]], {}, "")]),
     "else the first with a list", [N1], ["Kari"], phone=["Mobil"], name="Navn")
case("list.ods", ods([["Navn", "Mobil", "Født", "Beløp"],
                      ["Kari", ("float", "99999991", "99999991"), ("date", "1948-12-24", "24.12.1948"),
                       ("currency", "1250", "kr 1 250,00")],
                      ["Ola", ("date", "1948-12-24", "24.12.1948"), None, None],
                      ["Per", ("float", "1140362.5", "1140363"), None, None]]),
     "an OpenDocument spreadsheet", [N1], ["Kari"], ["3 notANumber", "4 notANumber"], phone=["Mobil"], name="Navn",
     fields={"Født": "24.12.1948", "Beløp": "kr 1 250,00"})
_families = [["Foresatt", "Mobil", "Barn"], ["Kari", 99999991, "Ola"], [None, 99999992, "Eva"],
             ["Per", 99999993, "Liv"], ["Siv", None, "Tor"]]
_over = ["A2:A3", "B4:B5", "A4:A4", "B1:C1"]
case("merged.xlsx", one(_families, merged=_over), "cells merged over rows count in the first", [N1, N2, N3],
     ["Kari", "", "Per"], ["5 empty"], ["mergedCells"], phone=["Mobil"], name="Foresatt",
     args=["--map", "name=Foresatt"])
case("merged-repeated.xlsx", one(_families, merged=_over[:1] + _over[2:]), "or in each of them, as a person says",
     [N1, N2, N3], ["Kari", "Kari", "Per"], ["5 empty"], phone=["Mobil"], name="Foresatt",
     args=["--map", "name=Foresatt", "--repeat-merged"])
case("merged.ods", ods([["Gruppe", "Navn", "Mobil"], [("over", 3, "Rødt lag"), "Kari", "99999991"], [None, "Ola", "99999992"],
                        [None, "Per", "99999993"]]), "cells of OpenDocument that are merged over rows",
     [N1, N2, N3], ["Kari", "Ola", "Per"], notes=["mergedCells"], phone=["Mobil"], name="Navn",
     fields={"Gruppe": "Rødt lag"})
case("merged-repeated.ods", ods([["Navn", "Mobil"], [("over", 2, "Kari"), "99999991"], [None, "99999992"],
                                 ["Per", "99999993"]]),
     "and repeated", [N1, N2, N3], ["Kari", "Kari", "Per"], phone=["Mobil"], name="Navn", args=["--repeat-merged"])
case("old.xls", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "Workbook".encode("utf-16-le"),
     "Excel's format from before 2007", refused=[".xlsx"])
_binary = io.BytesIO()
with zipfile.ZipFile(_binary, "w") as _book:
    for _part, _text in (("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "\x83\x01\x00"),
                         ("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                          'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
                          'officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/>'
                          "</Relationships>")):
        _book.writestr(zipfile.ZipInfo(_part, (2026, 11, 28, 12, 0, 0)), _text)
case("binary.xlsb", _binary.getvalue(), "Excel's binary format", refused=[".xlsx"])

# Encodings
case("latin-row.csv", "Navn;Mobil\nKåre;99999991\n".encode() + "Pål;99999992\n".encode("latin-1"),
     "one row in Latin-1 among those in UTF-8", [N1, N2], ["Kåre", "Pål"], notes=["mixedEncoding"], phone=["Mobil"],
     name="Navn")
case("marked-latin-row.csv", b"\xef\xbb\xbf" + "Navn;Mobil\nKåre;99999991\n".encode() + "Pål;99999992\n".encode("cp1252"),
     "the same in a file that is marked as UTF-8", [N1, N2], ["Kåre", "Pål"], notes=["mixedEncoding"],
     phone=["Mobil"], name="Navn")
case("cp850.csv", "Navn;Mobil\nPål Ørjan;99999991\nÅse Bjørg;99999992\n".encode("cp850"), "a DOS program's letters",
     [N1, N2], ["Pål Ørjan", "Åse Bjørg"], phone=["Mobil"], name="Navn")
case("macroman.csv", "Navn;Mobil\nPål Ørjan;99999991\nÅse Bjørg;99999992\n".encode("mac_roman"),
     "an old Mac's letters", [N1, N2], ["Pål Ørjan", "Åse Bjørg"], phone=["Mobil"], name="Navn")
case("cp1252.csv", "Navn;Mobil\nPål Ørjan – «Åse»;99999991\n".encode("cp1252"), "Windows' letters", [N1],
     ["Pål Ørjan – «Åse»"], phone=["Mobil"], name="Navn")
case("utf16le.csv", "Navn;Mobil\nPål;99999991\n".encode("utf-16-le"), "UTF-16 without a mark", [N1], ["Pål"],
     phone=["Mobil"], name="Navn")
case("utf16be.csv", "Navn;Mobil\nPål;99999991\n".encode("utf-16-be"), "UTF-16 the other way round", [N1], ["Pål"],
     phone=["Mobil"], name="Navn")
case("doubtful.csv", b"Navn;Mobil\nT\xb5\xb6\xb7;99999991\n", "letters that no encoding explains", [N1],
     notes=["doubtfulEncoding"], phone=["Mobil"], name="Navn")
case("cp1252-blanks.csv", "Navn;Mobil\nÅ;999\u00a099\u00a0991\n".encode("cp1252"), "Windows' no-break spaces in numbers", [N1], ["Å"],
     phone=["Mobil"], name="Navn")
case("said-encoding.csv", "Navn;Mobil\nPål;99999991\n".encode("latin-1"), "an encoding that a person names", [N1],
     ["Pål"], phone=["Mobil"], name="Navn", args=["--encoding", "iso-8859-1"])

# Exports of other programs
case("google.csv", "Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value\n"
     "Kari,Home,22334455,Mobile,99999991\nOla,Mobile,99999992 ::: 22334456,,\nPer,,,,\n",
     "Google's contacts: the mobile, one message a person", [N1, N2], ["Kari", "Ola"], ["4 empty"],
     phone=["Phone 1 - Value", "Phone 2 - Value"], name="Name", fields={"Phone 1 - Value": "22334455"})
case("google-labels.csv", "First Name,Last Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\n"
     "Kari,Nordmann,Work,22334455,* Mobile,+47 999 99 991\n", "Google's later form", [N1], ["Kari Nordmann"],
     phone=["Phone 1 - Value", "Phone 2 - Value"], name="First Name + Last Name")
case("outlook.csv", '"First Name","Last Name","Business Fax","Business Phone","Home Phone","Mobile Phone"\n'
     '"Kari","Nordmann","22334455","22334456","","99999991"\n', "Outlook's contacts", [N1], ["Kari Nordmann"],
     notes=["morePhoneColumns"], phone=["Mobile Phone"], name="First Name + Last Name")
case("formulas.csv", 'Navn;Mobil;Postnr\n="Kari";="4799999991";="0150"\n', "formulas that keep text as text", [N1],
     ["Kari"], phone=["Mobil"], name="Navn", fields={"Postnr": "0150"})
case("form.csv", 'Tidsmerke,"Hva er navnet ditt?",Hva er mobilnummeret ditt? (8 siffer)\n'
     "2026-11-28 12:00:00,Kari,999 99 991\n", "answers of a form", [N1],
     phone=["Hva er mobilnummeret ditt? (8 siffer)"])

# Cards
case("run-together.vcf", card("FN:Kari", "TEL:99999991").rstrip("\r\n") + card("FN:Ola", "TEL:99999992"),
     "cards that run together", [N1, N2], ["Kari", "Ola"], phone=["phone"], name="name")
case("marks.vcf", card("FN:Kari", "TEL;CELL:99999991", version="2.1") + "\ufeff" +
     card("FN:Ola", "TEL;CELL:99999992", version="2.1") + "\x1a" + card("FN:Per", "TEL;CELL:99999993", version="2.1"),
     "marks before cards of joined files", [N1, N2, N3], ["Kari", "Ola", "Per"], phone=["phone"], name="name")
case("unended.vcf", card("FN:Kari", "TEL:99999991").replace("END:VCARD\r\n", "") + card("FN:Ola", "TEL:99999992"),
     "a card that lacks its end", [N1, N2], ["Kari", "Ola"], phone=["phone"], name="name")
case("two-phones.vcf", card("FN:Kari", "TEL;TYPE=HOME:22334455", "TEL;TYPE=CELL:99999991"),
     "a mobile and a land line", [N1], ["Kari"], phone=["phone"], name="name", fields={"other phones": "22334455"})
case("unsaid-mobile.vcf", card("FN:Kari", "TEL;TYPE=HOME,PREF:22334455", "TEL;TYPE=WORK:99999991"),
     "a mobile that is not said to be one", [N1], ["Kari"], phone=["phone"], name="name")
case("bad-mobile.vcf", card("FN:Kari", "TEL;TYPE=HOME:22334455", "TEL;TYPE=CELL:9999999"),
     "a mobile that cannot be read is told, and the land line not written to", [], [], ["1 tooShort"],
     phone=["phone"], name="name")
case("quoted-printable.vcf",
     "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;P=C3=A5l=20=  \r\n=C3=98rjan=\r\n\r\n"
     "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:P=C3=\r\n =A5l =\r\n=C3=98rjan\r\nTEL;CELL:99999991\r\nEND:VCARD\r\n",
     "lines that go on, with blanks", [N1], ["Pål Ørjan"], phone=["phone"], name="name")
case("base64.vcf", card("FN;CHARSET=UTF-8;ENCODING=BASE64:UMOlbCBOb3Jk", " bWFubg==", "TEL;CELL:99999991",
                        version="2.1"), "a name in BASE64", [N1], ["Pål Nordmann"], phone=["phone"], name="name")
case("labels.vcf", card("FN:Kari", "item1.TEL:22334455", "item1.X-ABLabel:Jobb", "item2.TEL:99999991",
                        "item2.X-ABLabel:_$!<Mobile>!$_", "item3.TEL:22334456", "item3.X-ABLabel:_$!<HomeFAX>!$_"),
     "labels of their own", [N1], ["Kari"], notes=["faxNumbersLeftOut"], phone=["phone"], name="name")
case("uris.vcf", card("FN:Kari", "TEL;VALUE=uri;TYPE=cell:tel:+47-999-99-991;ext=12", version="4.0") +
     card("FN:Ola", "TEL;VALUE=uri:tel:99999992;phone-context=+47", version="4.0"), "telephones as addresses",
     [N1, N2], ["Kari", "Ola"], phone=["phone"], name="name")

with open(os.path.join(HERE, "cases.json"), "w", encoding="utf-8") as out:
    json.dump(CASES, out, ensure_ascii=False, indent=1)
    out.write("\n")
