#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that the check of the documents finds what is planted in a small tree of its own."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECK = Path(__file__).parent / "check_docs.py"

TREE = {
    "README.md": "See [the rules](docs/gateway-rules.md#out-single-message), [this](#readme), [Front](https://fro.no/x).\n# Readme\n",
    "docs/gateway-rules.md": "# The gateway's rules\n## OUT: single message\n- OUT-01 `serviceid`\n| ERR-01 | invalid |\n",
    "docs/cli.md": "# The cli\nRules are in gateway-rules.md (OUT-01).\n## Shapes\n",
    "src/base/result.h": "// As cli.md and docs/cli.md \"Shapes\" say (OUT-01).\n",
    "src/gui/help.cpp": 'open(u":/help/%1/%2.md"_s); glob("*.md");\n',
    "tests/tst_out.cpp": 'QTest::newRow("OUT-01 a number"); // ERR-01\n',
    "build/dev/notes.md": "nowhere.md OUT-99\n",
    "tests/data/cases.json": '["OUT-98"]\n',
}

PLANTED = {
    "a document that is not there": ("src/a.cpp", "\n// see reliability.md\n", "src/a.cpp:2: there is no reliability.md"),
    "a document of another folder": ("src/a.cpp", "// see design/cli.md\n", "src/a.cpp:1: there is no design/cli.md"),
    "a document above the tree": ("docs/a.md", "see ../../cli.md\n", "there is no ../../cli.md"),
    "a section that is not there": ("src/a.cpp", '// cli.md "Forms"\n', "cli.md has no “Forms”"),
    "a link to nothing": ("CHANGELOG.md", "[picture](docs/a.png)\n", "the link leads to docs/a.png"),
    "a link to no heading": ("CHANGELOG.md", "[x](docs/cli.md#forms)\n", "docs/cli.md has no heading #forms"),
    "a rule that is not there": ("src/a.cpp", "\n\n// OUT-02\n", "src/a.cpp:3: OUT-02 is not in docs/gateway-rules.md"),
    "a rule in a text of the window": ("ui/a.ui", "<string>BLK-01</string>\n", "ui/a.ui:1: BLK-01 is not in"),
    "a rule without a test": ("tests/tst_out.cpp", 'newRow("OUT-01 a number")\n', "no test names ERR-01"),
    "a rule given twice": ("docs/gateway-rules.md", TREE["docs/gateway-rules.md"] + "- OUT-01 again\n", "defines OUT-01 twice"),
}


class DocsCheck(unittest.TestCase):
    def run_check(self, tree):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in tree.items():
                path = Path(folder, "tree", name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            Path(folder, "cli.md").write_text("nobody else has this one\n", encoding="utf-8")
            return subprocess.run([sys.executable, CHECK, Path(folder, "tree")], capture_output=True, text=True, check=False)

    def test_a_whole_tree_passes(self):
        result = self.run_check(TREE)
        self.assertEqual((result.returncode, result.stderr), (0, ""), result.stdout)
        self.assertIn("6 files", result.stdout)

    def test_each_planted_fault_is_found_alone(self):
        for what, (name, text, fault) in PLANTED.items():
            with self.subTest(what):
                result = self.run_check({**TREE, name: text})
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertIn(fault, result.stdout)
                self.assertEqual(len(result.stdout.splitlines()), 1, result.stdout)

    def test_no_rules_at_all_is_a_failure(self):
        result = self.run_check({"README.md": "nothing\n"})
        self.assertEqual((result.returncode, result.stdout), (1, "docs/gateway-rules.md defines no rule\n"))


if __name__ == "__main__":
    unittest.main()
