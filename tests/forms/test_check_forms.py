#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that check_forms.py finds each fault that it is there for."""
import tempfile
import unittest
from pathlib import Path

from check_forms import problems

FORM = '<ui version="4.0"><class>{}</class><widget class="QWidget" name="Page">{}</widget></ui>'
ROW = '<layout class="QHBoxLayout" name="{}"><item><widget class="QLabel" name="{}"/></item></layout>'


class CheckForms(unittest.TestCase):
    def found(self, content, name="Page"):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "ui").mkdir()
            (Path(folder) / "ui/page.ui").write_text(FORM.format(name, content), "utf-8")
            return list(problems(Path(folder)))

    def test_a_good_form(self):
        self.assertEqual(self.found(ROW.format("rowLayout", "rowLabel")), [])

    def test_a_numbered_layout(self):
        self.assertEqual(self.found(ROW.format("layout19", "rowLabel")), ["page.ui: “layout19” is numbered, not named"])

    def test_a_numbered_widget(self):
        self.assertEqual(self.found(ROW.format("rowLayout", "label_2")), ["page.ui: “label_2” is numbered, not named"])

    def test_a_layout_without_a_name(self):
        self.assertEqual(self.found(ROW.format("", "rowLabel")), ["page.ui: a QHBoxLayout has no name"])

    def test_a_name_twice(self):
        self.assertEqual(self.found(ROW.format("row", "row")), ["page.ui: “row” stands twice"])

    def test_a_layout_that_shares_wrongly(self):
        row = ROW.format("rowLayout", "rowLabel").replace('name="rowLayout"', 'name="rowLayout" stretch="0,1"')
        self.assertEqual(self.found(row), ["page.ui: “rowLayout” shares its room among 2, and has 1"])

    def test_a_calendar_of_its_own(self):
        edit = '<widget class="QDateEdit" name="dayEdit"><property name="calendarPopup"><bool>true</bool></property></widget>'
        self.assertEqual(self.found(edit), ["page.ui: “dayEdit” opens Qt's own calendar"])

    def test_another_class(self):
        self.assertEqual(self.found("", "gui::OtherPage"), ["page.ui: its class is OtherPage"])

    def test_no_forms(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(list(problems(Path(folder))), ["ui: no forms"])


if __name__ == "__main__":
    unittest.main()
