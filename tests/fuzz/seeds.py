#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""seeds.py NAME FOLDER: writes what fuzz_NAME begins with into FOLDER, made from tests/data."""
import json
import os
import sys

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data")
STATUSES = [0, 200, 201, 204, 301, 302, 400, 403, 404, 408, 429, 500, 502, 503, 600, -1]  # as in fuzz_answer.cpp


def data(name):
    with open(os.path.join(DATA, name + ".json"), encoding="utf-8") as file:
        return json.load(file)


def requests():
    """(head, body) of each callback of the vectors, as bytes on the wire."""
    for case in data("callbacks"):
        line = case["request"]
        body = case.get("body", "")
        body = (json.dumps(body, ensure_ascii=False) if isinstance(body, (dict, list)) else body).encode()
        head = f"{line}\r\nHost: sms.example.no\r\n"
        if body:
            head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        yield head.encode() + b"\r\n", body


def http():
    for head, body in requests():
        yield b"\x07\x03" + head + body
    yield b"\x02\x00POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n"
    yield b"\x01\x01POST /a HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc"


def query():
    for head, body in requests():
        path = head.split(b" ")[1]
        yield path.split(b"?", 1)[1] if b"?" in path else body


def answer():
    for case in data("answers"):
        status = STATUSES.index(case["status"]) if case["status"] in STATUSES else 1
        body = case.get("body", "")
        yield bytes([status]) + (body if isinstance(body, str) else json.dumps(body)).encode()


def csv():
    texts = [case["text"] for case in data("segments") if isinstance(case.get("text"), str)][:10]
    yield "telefon;navn;by\r\n+4799999999;Åse;Bø\r\n\"99 99 99 98\";\"Per \"\"P\"\" Ås\";\"a;b\"\r\n".encode()
    yield "phone,name\n+4799999999,Kari\n".encode("utf-16")
    yield "sep=\t\nmobil\tnavn\n99999999\tBjørn\n".encode("cp1252")
    yield b"\xef\xbb\xbf\"a\nb\";c\n1;2\n;;;\n"
    for text in texts:
        yield ('"' + text.replace('"', '""') + '";1\n').encode("utf-8", "replace")


def vcard():
    yield ("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Åse Bø\r\nN:Bø;Åse;;;\r\nTEL;TYPE=CELL,PREF:+47 999 99 999\r\n"
           "TEL;TYPE=FAX:22222222\r\nEMAIL:a@example.no\r\nCATEGORIES:Kunder\\,A,B\r\nEND:VCARD\r\n").encode()
    yield (b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:B=F8;=C5se=\r\n b\r\n"
           b"TEL;CELL:99999999\r\nEND:VCARD\r\n")
    yield (b"BEGIN:VCARD\nVERSION:4.0\nKIND:individual\nFN:Long\n name\nitem1.TEL;VALUE=uri;PREF=1;TYPE=\"voice,cell\":"
           b"tel:+47-999-99-999;ext=1\nEND:VCARD\nBEGIN:VCARD\nKIND:group\nFN:x\nMEMBER:urn:uuid:1\nEND:VCARD\n")


def xlsx():
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = (f'<Relationships><Relationship Id="a" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/>'
                 f'<Relationship Id="b" Type="{relation}/sharedStrings" Target="sharedStrings.xml"/>'
                 f'<Relationship Id="c" Type="{relation}/styles" Target="styles.xml"/></Relationships>')
    book = (f'<workbook xmlns="{main}" xmlns:r="{relation}"><workbookPr date1904="0"/><sheets>'
            '<sheet name="Ark1" sheetId="1" r:id="a"/></sheets></workbook>')
    sheet = (f'<worksheet xmlns="{main}"><cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1">'
             '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>navn</t></is></c></row><row r="3" hidden="1">'
             '<c r="A3"><v>4.799992002E9</v></c><c r="B3" s="1"><v>45000.5</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>'
             '<c r="AB3" t="b"><v>1</v></c><c t="str"><v>x</v></c></row></sheetData></worksheet>')
    texts = f'<sst xmlns="{main}"><si><t>telefon</t></si><si><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>'
    styles = (f'<styleSheet xmlns="{main}"><numFmts><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts>'
              '<cellXfs><xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>')
    yield "\x01".join([relations, book, sheet, texts, styles]).encode()


def table():
    yield bytes([0, 2]) + bytes(range(3, 200))
    yield bytes([1, 4]) + bytes((7 * i) % 256 for i in range(400))
    yield bytes([3, 0, 6, 16, 17, 18, 19, 20, 14])


def write(name, folder):
    os.makedirs(folder, exist_ok=True)
    for number, seed in enumerate(globals()[name]()):
        with open(os.path.join(folder, f"seed-{number:03d}"), "wb") as file:
            file.write(seed)


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2])
