"""The report as JUnit XML, as two other programs read it, one of them strictly."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import junitparser
import juwunit
import pytest

from oit.bilingual import Bilingual, Language
from oit.findings.finding import Code, Finding, Place, Severity
from oit.views.report.junit import report_junit
from oit.views.report.view import View
from small_agency import SmallAgency

NEVER = "\x0b\x0c" + "".join(map(chr, range(0x0E, 0x20))) + "\ufffe\uffff"
CONTROL = "".join(map(chr, range(0x20))) + NEVER
"""Characters that XML does not allow, and the control characters that it allows."""


def counts(report: str) -> tuple[int, int, int]:
    """Return the numbers of tests, failures and errors, on which both parsers agree."""
    strict = juwunit.Report.from_xml(report)
    lenient = junitparser.JUnitXml.fromstring(report.encode())
    written = (strict.tests, strict.failures, strict.errors)
    assert (lenient.tests, lenient.failures, lenient.errors) == written
    # These are the numbers in the attributes; now count the elements.
    found = [tag for tags in results(report).values() for tag in tags]
    assert (len(results(report)), found.count("failure"), found.count("error")) == written
    return written


def results(report: str) -> dict[str, list[str]]:
    """Return the elements in each test case, by the name of the case."""
    cases = ET.fromstring(report).iter("testcase")  # noqa: S314 - our own
    return {case.get("name", ""): [result.tag for result in case] for case in cases}


@pytest.mark.parametrize("language", ["th", "en"])
def test_item_is_a_test_case_and_its_gaps_one_failure(
    small_agency: SmallAgency, language: Language
) -> None:
    report = report_junit(View(small_agency.assess(), language))
    assert counts(report) == (6, 2, 0)
    assert results(report) == {
        "O1 การติดต่อ": [],
        "O2 ข่าวประชาสัมพันธ์": [],
        "O7 รายงานผลการดำเนินงาน": ["failure"],
        "O8 ข้อมูลทั่วไป": ["failure"],
        "O20 สถิติเรื่องร้องเรียน": [],
        "O21 การรับทรัพย์สิน": ["skipped"],
    }


def test_failure_names_the_first_gap_and_lists_all(small_agency: SmallAgency) -> None:
    assessment = small_agency.assess()
    document = ET.fromstring(report_junit(View(assessment, "en")))  # noqa: S314 - our own
    failure = document.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("type") == "OIT201"
    assert failure.get("message") == "ปัญหา/อุปสรรค: the field problems is not filled in"
    gaps = [finding.text("en") for finding in assessment.findings if finding.item == "O7"]
    assert (failure.text or "").strip() == "\n".join(gaps)


def test_error_replaces_gaps(small_agency: SmallAgency) -> None:
    small_agency.add("data/2569/o07.yml", "ownr: x\n")
    report = report_junit(View(small_agency.assess()))
    assert counts(report) == (6, 1, 1)
    assert results(report)["O7 รายงานผลการดำเนินงาน"] == ["error"]


def test_inapplicable_item_with_an_error_is_an_error_and_not_skipped(
    small_agency: SmallAgency,
) -> None:
    small_agency.add("data/2569/o21.yml", "ownr: x\n")
    report = report_junit(View(small_agency.assess()))
    assert counts(report) == (6, 2, 1)
    assert results(report)["O21 การรับทรัพย์สิน"] == ["error"]


def test_findings_without_an_item_have_their_own_case(
    small_agency: SmallAgency,
) -> None:
    small_agency.add("data/agency.yml", "nam: x\n")
    report = report_junit(View(small_agency.assess()))
    assert counts(report) == (7, 2, 1)
    assert results(report)["data"] == ["error"]


def test_unusable_data_is_one_error(small_agency: SmallAgency) -> None:
    (small_agency.data / "agency.yml").unlink()
    report = report_junit(View(small_agency.assess()))
    assert counts(report) == (1, 0, 1)
    assert results(report) == {"data": ["error"]}


def test_no_character_breaks_the_xml(small_agency: SmallAgency) -> None:
    hostile = f"]]>&amp;<b a='\"{CONTROL}"
    assessment = small_agency.assess()
    first = assessment.items[0]
    finding = Finding(
        Code("OIT999", Severity.ERROR, Bilingual(hostile, hostile), Bilingual("", ""), ""),
        Place(hostile),
    )
    item = first.item.model_copy(update={"title": hostile})
    only = replace(assessment, items=(replace(first, item=item, findings=(finding,)),))
    report = report_junit(View(only))
    assert counts(report) == (1, 0, 1)
    (name,) = results(report)
    readable = "".join("\ufffd" if ord(c) < 9 or c in NEVER else c for c in hostile)
    assert re.sub(r"\s", " ", name) == re.sub(r"\s", " ", f"O1 {readable}")
