#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is inside a package, as CycloneDX JSON: sbom.py VERSION DEBIAN_PACKAGE… >FILE.cdx.json, or what it works
with: sbom.py FILE.deb >FILE.cdx.json, where the packages are those that it depends on. For libraries that were built
from Debian's sources: sbom.py VERSION FOLDER, where FOLDER has their copyright files, each named
SOURCE_VERSION.txt.

Each of the packages is a component with its version, its source and its licences, as Debian says them on this
machine; what is compiled in is one of its own. The same machine and commit give the same bytes.
"""
import json
import os
import re
import subprocess
import sys
import time
import uuid


def asked(package, field):
    done = subprocess.run(["dpkg-query", "-W", "-f", "${%s}\n" % field, package], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[0]


def field_of(deb, name):
    return subprocess.run(["dpkg-deb", "-f", deb, name], capture_output=True, text=True, check=True).stdout.strip()


def names(depends):
    """The first of each "a (>= 1) | b"."""
    return [one.split("|")[0].split("(")[0].strip() for one in depends.split(",")]


def installed(package):
    """Itself, or the one that is installed in its place: libphonenumber8-protobuf32 is a name that libphonenumber8 provides."""
    every = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Abbrev}\t${Package}\t${Provides}\n"], capture_output=True, text=True,
                           check=True)
    rows = [line.split("\t") for line in every.stdout.splitlines() if line.startswith("ii")]
    if any(name == package for _, name, _ in rows):
        return package
    providers = [name for _, name, provides in rows if package in names(provides)]
    if not providers:
        sys.exit("sbom.py: %s is not installed here" % package)
    return providers[0]


def licences(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    names = sorted({name.strip() for name in re.findall(r"^License:[ \t]*(\S.*)$", text, re.MULTILINE)})
    return [{"license": {"name": name}} for name in names or ["see the copyright file of the package"]]


def described(name, version, architecture, copyright_file):
    return {
        "type": "library",
        "bom-ref": "%s@%s" % (name, version),
        "name": name,
        "version": version,
        "licenses": licences(copyright_file),
        "purl": "pkg:deb/debian/%s@%s?arch=%s" % (name, version.replace(":", "%3A").replace("+", "%2B"), architecture),
    }


def component(package):
    one = described(package, asked(package, "Version"), asked(package, "Architecture"), "/usr/share/doc/%s/copyright" % package)
    one["properties"] = [
        {"name": "debian:source", "value": "%s %s" % (asked(package, "source:Package"), asked(package, "source:Version"))}
    ]
    return one


def sources(folder):
    names = sorted(file[:-4] for file in os.listdir(folder) if file.endswith(".txt"))
    return [described(*name.split("_", 1), "source", os.path.join(folder, name + ".txt")) for name in names]


def compiled_in():
    version = re.sub(r"^\d+:|[-~+].*$", "", asked("node-llhttp", "Version"))
    return {
        "type": "library",
        "bom-ref": "llhttp",
        "name": "llhttp",
        "version": version,
        "licenses": [{"license": {"id": "MIT"}}],
        "purl": "pkg:github/nodejs/llhttp@%s" % version,
    }


def main():
    version, packages = sys.argv[1], sys.argv[2:]
    if version.endswith(".deb"):
        version, packages = field_of(version, "Version"), names(field_of(version, "Depends"))
    if len(packages) == 1 and os.path.isdir(packages[0]):
        parts = sources(packages[0])
    else:
        parts = [component(package) for package in sorted({installed(package) for package in packages})]
        if os.path.exists("/usr/share/llhttp/llhttp.c"):  # else it is among the packages
            parts.append(compiled_in())
    when = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(when)),
            "component": {
                "type": "application",
                "bom-ref": "budstikke",
                "name": "budstikke",
                "version": version,
                "licenses": [{"license": {"id": "GPL-3.0-or-later"}}],
            },
        },
        "components": parts,
        "dependencies": [{"ref": "budstikke", "dependsOn": [part["bom-ref"] for part in parts]}],
    }
    bom["serialNumber"] = "urn:uuid:%s" % uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bom, sort_keys=True))
    json.dump(bom, sys.stdout, indent=1, ensure_ascii=False, sort_keys=True)
    print()


if __name__ == "__main__":
    main()
