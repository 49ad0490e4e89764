#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that the translation check finds what is planted in a small tree of its own.

test_check_translations.py SOURCE_FOLDER
"""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import check_translations as check

ROOT = Path(sys.argv.pop(1)).resolve()

PAGE = '''#include <QWidget>
namespace gui {
class Page : public QWidget
{
    Q_OBJECT
    void show(int count)
    {
        setWindowTitle(tr("Recipients of “%1”").arg(1));
        setToolTip(tr("%n recipients", nullptr, count));
        setObjectName(u"sendButton"_s); // The name in code
        setStyleSheet(u"QListWidget{padding:1px 2px}"_s);
        setLanguage(u"Norsk (bokmål)"_s, u", "_s, u"✕"_s);
    }
};
}
const char *answers[] = {QT_TRANSLATE_NOOP("GatewayAnswer", "Invalid password")};
'''
FORM = '<ui version="4.0"><class>Page</class><widget class="QWidget"><property name="windowTitle">{}</property></widget></ui>'


class Planted(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for name in ("src/gui", "ui", "translations", "tests/data"):
            (self.root / name).mkdir(parents=True)
        shutil.copy(ROOT / "translations/update.sh", self.root / "translations")
        (self.root / "src/gui/page.cpp").write_text(PAGE, "utf-8")
        (self.root / "ui/page.ui").write_text(FORM.format("<string>Send</string>"), "utf-8")
        (self.root / "tests/data/errors.json").write_text(
            '[{"code": 13, "en": "Invalid password", "nb": "Ugyldig passord"}]', "utf-8")
        subprocess.run([self.root / "translations/update.sh"], check=True)
        self.write("nb", "Recipients of", "<translation>Mottakere av «%1»</translation>")
        self.write("nb", "Invalid password", "<translation>Ugyldig passord</translation>")
        self.write("nb", ">Send<", "<translation>Send</translation>")
        for language, one, many in (("nb", "%n mottaker", "%n mottakere"), ("en", "%n recipient", "%n recipients")):
            self.write(language, "%n recipients", "<translation>"
                       f"<numerusform>{one}</numerusform><numerusform>{many}</numerusform></translation>")

    def write(self, language, source, translation):
        """Puts `translation` where the entry with `source` has its own."""
        path = self.root / f"translations/budstikke_{language}.ts"
        head, found, tail = path.read_text("utf-8").partition(source)
        self.assertTrue(found, source)
        start, end = tail.index("<translation"), tail.index("</translation>") + len("</translation>")
        path.write_text(head + found + tail[:start] + translation + tail[end:], "utf-8")

    def change(self, name, old, new):
        path = self.root / name
        text = path.read_text("utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new), "utf-8")

    def expect(self, *needles):
        faults = [fault for one in check.CHECKS for fault in one(self.root)]
        self.assertEqual(len(faults), len(needles), faults)
        for fault, needle in zip(faults, needles):
            self.assertIn(needle, fault)

    def test_a_complete_tree_is_clean(self):
        self.expect()

    def test_an_unfinished_entry(self):
        self.write("nb", "Recipients of", '<translation type="unfinished">Mottakere av «%1»</translation>')
        self.expect("is unfinished")

    def test_an_empty_plural_in_english(self):
        self.write("en", "%n recipients", "<translation><numerusform>%n recipient</numerusform>"
                   "<numerusform></numerusform></translation>")
        self.expect("budstikke_en.ts: gui::Page: “%n recipients” is unfinished")

    def test_a_lost_place(self):
        self.write("nb", "Recipients of", "<translation>Mottakere</translation>")
        self.expect("has other places")

    def test_english_quotation_marks(self):
        self.write("nb", "Recipients of", "<translation>Mottakere av “%1”</translation>")
        self.expect("English quotation marks")

    def test_a_new_text(self):
        self.change("src/gui/page.cpp", "setObjectName", 'setStatusTip(tr("Fresh")); setObjectName')
        self.expect("gui::Page: “Fresh” is missing", "lupdate does not find “Fresh”")

    def test_a_new_text_in_a_form(self):
        (self.root / "ui/page.ui").write_text(FORM.format("<string>Send now</string>"), "utf-8")
        self.expect("“Send now” is missing", "“Send” is used no more")

    def test_a_meaning_of_one_s_own(self):
        self.write("nb", "Invalid password", "<translation>Galt passord</translation>")
        self.expect("error 13: “Galt passord” should be “Ugyldig passord”")

    def test_a_code_without_text(self):
        self.change("tests/data/errors.json", "Invalid password", "Wrong password")
        self.expect("error 13: “Wrong password” is not among the texts")

    def test_a_call_that_lupdate_passes_over(self):
        self.change("src/gui/page.cpp", "setObjectName",
                    'QCoreApplication::translate("Page", "%n recipients", nullptr, static_cast<int>(count)); setObjectName')
        self.expect("lupdate does not find “%n recipients”")

    def test_a_bare_text_in_the_window(self):
        for bare in ('setText(u"Recipients"_s);', 'addItem(u"not translated"_s);', 'say(u"Åpne"_s + name);',
                     'setText(u"ok · "\n u"Sent now"_s);'):
            with self.subTest(bare):
                self.change("src/gui/page.cpp", "setObjectName", bare + " setObjectName")
                self.expect("is not translated")
                self.change("src/gui/page.cpp", bare + " ", "")

    def test_a_bare_text_in_a_form(self):
        (self.root / "ui/page.ui").write_text(
            FORM.format('<string>Send</string></property><property name="toolTip"><string notr="true">Not seen</string>'),
            "utf-8")
        self.expect("page.ui: “Not seen” is not translated")


if __name__ == "__main__":
    unittest.main()
