#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""packaging/macos/sign.sh, with codesign and xcrun replaced by programs that write down how they are called."""
import os
import subprocess
import sys
import tempfile
import unittest

SCRIPT = os.path.join(sys.argv.pop(1), "packaging", "macos", "sign.sh")
INSIDE = ["Frameworks/libzip.5.dylib", "PlugIns/platforms/libqcocoa.dylib", "Frameworks/QtCore.framework/Versions/A/QtCore",
          "MacOS/budstikke", "MacOS/budstikke-cli"]


class Sign(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.calls = os.path.join(self.place.name, "calls")
        for name in ("codesign", "xcrun"):
            path = os.path.join(self.place.name, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write('#!/bin/sh\nprintf "%%s|" %s "$@" >>"$CALLS"\necho >>"$CALLS"\n' % name)
            os.chmod(path, 0o755)
        self.bundle = os.path.join(self.place.name, "budstikke.app")
        for one in INSIDE:
            path = os.path.join(self.bundle, "Contents", one)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8"):
                pass

    def run_on(self, file, **variables):
        """The calls, each as a list of words, with paths inside the bundle only."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("BUDSTIKKE_")}
        environment.update(variables, PATH=self.place.name + ":" + os.environ["PATH"], CALLS=self.calls)
        subprocess.run(["bash", SCRIPT, file], env=environment, check=True, capture_output=True)
        if not os.path.exists(self.calls):
            return []
        with open(self.calls, encoding="utf-8") as written:
            return [line.replace(self.place.name + "/", "").rstrip("|\n").split("|") for line in written]

    def test_what_is_inside_is_signed_before_what_holds_it(self):
        calls = self.run_on(self.bundle, BUDSTIKKE_CODESIGN="Developer ID Application: Somebody")
        signed = [call[-1].replace("budstikke.app/Contents/", "") for call in calls[:-1]]
        self.assertEqual(sorted(signed[:2]), ["Frameworks/libzip.5.dylib", "PlugIns/platforms/libqcocoa.dylib"])
        self.assertEqual(signed[2:], ["Frameworks/QtCore.framework", "MacOS/budstikke-cli", "budstikke.app"])
        self.assertEqual(calls[-1][:2], ["codesign", "--verify"])

    def test_an_identity_brings_what_notarising_asks_for(self):
        for call in self.run_on(self.bundle, BUDSTIKKE_CODESIGN="Developer ID Application: Somebody")[:-1]:
            self.assertEqual(call[:7], ["codesign", "--force", "--sign", "Developer ID Application: Somebody", "--timestamp",
                                        "--options", "runtime"])
            self.assertEqual("--entitlements" in call, call[-1].endswith(("budstikke-cli", ".app")))

    def test_without_an_identity_it_is_signed_ad_hoc(self):
        for call in self.run_on(self.bundle)[:-1]:
            self.assertEqual(call[:-1], ["codesign", "--force", "--sign", "-"])

    def test_an_image_is_signed_then_notarised_then_stapled(self):
        calls = self.run_on("x.dmg", BUDSTIKKE_CODESIGN="Somebody", BUDSTIKKE_NOTARY="budstikke")
        self.assertEqual([call[:3] for call in calls], [["codesign", "--force", "--sign"], ["xcrun", "notarytool", "submit"],
                                                        ["xcrun", "stapler", "staple"]])
        self.assertEqual(calls[1][3:], ["x.dmg", "--keychain-profile", "budstikke", "--wait"])

    def test_nothing_leaves_the_machine_unasked(self):
        self.assertEqual(self.run_on("x.dmg"), [])
        self.assertEqual([call[0] for call in self.run_on("x.dmg", BUDSTIKKE_CODESIGN="Somebody")], ["codesign"])


if __name__ == "__main__":
    unittest.main()
