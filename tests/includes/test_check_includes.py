#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that the include check finds what is planted, with the real room table.

test_check_includes.py QT_INCLUDE_FOLDER…
"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
QT_FOLDERS = sys.argv[1:]

ALLOWED = {
    "base/result.h": "#include <QString>\n#include <optional>\n",
    "base/result.cpp": '#include "base/result.h"\n',
    "domain/message.h": '#include "base/result.h"\n#include <QtCore/QDateTime>\n',
    "http/parser.cpp": "#include <llhttp.h>\n#include <QTcpServer>\n",
    "phone/number.cpp": "#include <phonenumbers/phonenumberutil.h>\n",
    "gateway/client.h": '#include "domain/message.h"\n#include <QNetworkReply>\n',
    "storage/database.h": '#include "domain/message.h"\n#include <QSqlDatabase>\n#include <unistd.h>\n',
    "listfiles/xlsx.cpp": "#include <zip.h>\n#include <QXmlStreamReader>\n",
    # reached through storage, which campaign lists
    "campaign/runner.cpp": '#include "storage/database.h"\n#include "base/result.h"\n#include "runner.moc"\n',
    "engine/secrets.cpp": "#include <qt6keychain/keychain.h>\n",
    "models/log.h": "#include <QAbstractTableModel>\n#include <QColor>\n",
    "gui/sendpage.cpp": '#include "ui_sendpage.h"\n#include <QLabel>\n#include "models/log.h"\n',
    "programs/main.cpp": "#include <QApplication>\n",
}

# what is planted, where, and what the check has to say of it
PLANTED = {
    "a lower room in an upper one": ("base/clock.h", '#include "domain/message.h"', "base may not include domain"),
    "a sibling": ("smstext/count.cpp", '#include "phone/number.h"', "smstext may not include phone"),
    "a sibling of the protocol": ("storage/x.cpp", '#include "gateway/client.h"', "storage may not include gateway"),
    "a room past its list": ("inbox/x.cpp", '#include "campaign/runner.h"', "inbox may not include campaign"),
    "the client's validators in the simulator": ("simulator/x.h", '#include "gateway/client.h"', "simulator may not include gateway"),
    "SQL outside storage": ("campaign/x.cpp", "#include <QSqlQuery>", "campaign may not use QtSql"),
    "SQL in the engine": ("engine/x.cpp", "#include <QtSql/QSqlQuery>", "engine may not use QtSql"),
    "network in storage": ("storage/x.h", "#include <QTcpSocket>", "storage may not use QtNetwork"),
    "network in a program": ("programs/x.cpp", "#include <QNetworkAccessManager>", "programs may not use QtNetwork"),
    "network in the window": ("gui/x.cpp", "#include <QNetworkRequest>", "gui may not use QtNetwork"),
    "a widget in a model": ("models/x.cpp", "#include <QLabel>", "models may not use QtWidgets"),
    "QtGui in the engine": ("engine/x.h", "#include <QImage>", "engine may not use QtGui"),
    "a whole module": ("engine/y.h", "#include <QtWidgets>", "engine may not use QtWidgets"),
    "llhttp outside http": ("receiver/x.cpp", "#include <llhttp.h>", "receiver may not use llhttp"),
    "libphonenumber outside phone": ("domain/x.cpp", "#include <phonenumbers/phonenumber.h>", "domain may not use libphonenumber"),
    "libzip outside listfiles": ("engine/z.cpp", "#include <zip.h>", "engine may not use libzip"),
    "the keychain outside engine": ("gui/y.cpp", "#include <qt6keychain/keychain.h>", "gui may not use QtKeychain"),
    "bare sockets in the inbox": ("inbox/y.cpp", "#include <sys/socket.h>", "inbox may not use sockets"),
    "a third party nobody listed": ("base/x.cpp", "#include <boost/asio.hpp>", "the table does not know it"),
    "a Qt module nobody listed": ("gui/z.cpp", "#include <QtCharts/QChart>", "does not know the library QtCharts"),
    "a form outside gui": ("models/y.cpp", '#include "ui_sendpage.h"', "a form's header"),
    "a form in a header": ("gui/sendpage.h", '#include "ui_sendpage.h"', "a form's header"),
    "a path not from src/": ("base/near.cpp", '#include "result.h"', "write the path from src/"),
    "a header that is not there": ("base/far.cpp", '#include "base/nowhere.h"', "there is no such file"),
    "odd spacing": ("base/odd.cpp", "  #  include   <QTcpSocket> // why not", "base may not use QtNetwork"),
    "a folder that is no room": ("utils/x.h", "#include <QString>", "utils is no room"),
}


class IncludeCheck(unittest.TestCase):
    def run_check(self, files, table=HERE / "rooms.txt", qt_folders=QT_FOLDERS):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            command = [sys.executable, HERE / "check_includes.py", table, folder, *qt_folders]
            return subprocess.run(command, capture_output=True, text=True, check=False)

    def test_what_the_table_allows_passes(self):
        result = self.run_check(ALLOWED)
        self.assertEqual((result.returncode, result.stderr), (0, ""), result.stdout)
        self.assertIn(" includes, 0 against the table", result.stdout)

    def test_each_planted_include_is_found_alone(self):
        for what, (name, include, why) in PLANTED.items():
            with self.subTest(what):
                result = self.run_check({**ALLOWED, name: "// planted\n" + include + "\n"})
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertIn(why, result.stdout)
                self.assertTrue(result.stdout.startswith(name), result.stdout)
                self.assertIn(" 1 against the table", result.stdout)

    def test_the_line_is_named(self):
        result = self.run_check({**ALLOWED, "base/x.cpp": "\n\n#include <zip.h>\n"})
        self.assertIn("base/x.cpp:3: #include zip.h", result.stdout)

    def test_nothing_to_check_is_a_failure(self):
        self.assertEqual(self.run_check({"base/empty.h": "\n"}).returncode, 1)

    def test_a_wrong_qt_folder_is_told(self):
        result = self.run_check(ALLOWED, qt_folders=["/nowhere"])
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("Qt's headers", result.stderr)

    def test_a_table_whose_arrows_turn_round_is_refused(self):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as table:
            table.write("room base: domain\nroom domain: base\nlibrary QtCore: *\n")
            table.flush()
            result = self.run_check({"base/x.h": "#include <QString>\n"}, table=table.name)
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("base lists domain", result.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
