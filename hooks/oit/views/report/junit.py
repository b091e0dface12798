"""The report as JUnit XML: each item is a test case, its gaps are a failure."""

import re
from xml.etree import ElementTree as ET

from oit.assess.assessment import ItemStatus
from oit.findings.finding import Finding, Severity
from oit.thai.identity_search import mask_for_message
from oit.views.report.view import View

# Characters that XML 1.0 does not allow, not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def report_junit(view: View) -> str:
    """Render one test suite: a test case for each item, and one for findings without an item."""
    assessment = view.assessment
    name = f"OIT {assessment.year}"
    # Strict parsers require the outer element, even around a single suite.
    suites = ET.Element("testsuites", name=name)
    suite = ET.SubElement(suites, "testsuite", name=name)
    if assessment.general_findings:
        case = ET.SubElement(suite, "testcase", classname="oit", name="data")
        _add_result(case, assessment.general_findings, view)
    for result in assessment.items:
        name = _clean(f"{result.item.id} {result.item.title}")
        case = ET.SubElement(suite, "testcase", classname=f"oit.{assessment.year}", name=name)
        _add_result(case, result.findings, view)
        if result.status is ItemStatus.NOT_APPLICABLE and not len(case):
            ET.SubElement(case, "skipped")
    for element in (suites, suite):
        for attribute, tag in {
            "tests": "testcase",
            "failures": "failure",
            "errors": "error",
            "skipped": "skipped",
        }.items():
            element.set(attribute, str(len(list(suite.iter(tag)))))
        element.set("time", "0")
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=False) + "\n"


def _add_result(case: ET.Element, findings: tuple[Finding, ...], view: View) -> None:
    case.set("time", "0")
    for severity, tag in ((Severity.ERROR, "error"), (Severity.GAP, "failure")):
        matching = [finding for finding in findings if finding.severity is severity]
        if matching:
            first = matching[0]
            element = ET.SubElement(
                case, tag, type=first.code.id, message=_clean(view.message(first))
            )
            texts = (finding.text(view.language, view.message(finding)) for finding in matching)
            element.text = _clean("\n".join(texts))
            return


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", mask_for_message(text))
