#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof that check_policies.py finds what is wrong."""
import unittest
from check_policies import faults

HEADER = '{"account/serviceId", "privacy/textDays"}'
NAMESPACE = 'xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"'


def admx(*policies):
    return "<policyDefinitions %s><policies>%s</policies></policyDefinitions>" % (NAMESPACE, "".join(policies))


def policy(folder, name):
    return ('<policy name="%s" key="SOFTWARE\\Policies\\Budstikke\\%s" displayName="$(string.%s)">'
            '<elements><text id="value" valueName="%s"/></elements></policy>' % (name, folder, name, name))


def adml(*names):
    strings = "".join('<string id="%s">text</string>' % name for name in names)
    return "<policyDefinitionResources %s>%s</policyDefinitionResources>" % (NAMESPACE, strings)


BOTH = admx(policy("account", "serviceId"), policy("privacy", "textDays"))


class CheckPolicies(unittest.TestCase):
    def test_what_agrees_has_no_fault(self):
        self.assertEqual(faults(HEADER, BOTH, {"en-US": adml("serviceId", "textDays")}), [])

    def test_a_setting_without_a_policy_is_named(self):
        one = admx(policy("account", "serviceId"))
        self.assertEqual(faults(HEADER, one, {}), ["privacy/textDays: no policy offers it"])

    def test_a_policy_without_a_setting_is_named(self):
        self.assertEqual(faults('{"account/serviceId"}', BOTH, {}), ["privacy/textDays: no setting has this name"])

    def test_a_missing_and_a_needless_text_are_named(self):
        found = faults(HEADER, BOTH, {"nb-NO": adml("serviceId", "port")})
        self.assertEqual(found, ["nb-NO: string port is of no policy", "nb-NO: string textDays is missing"])

    def test_a_policy_elsewhere_is_named(self):
        elsewhere = admx('<policy name="x" key="SOFTWARE\\Budstikke" valueName="x"/>')
        self.assertIn("x: one value below SOFTWARE\\Policies\\Budstikke\\", faults(HEADER, elsewhere, {}))


if __name__ == "__main__":
    unittest.main()
