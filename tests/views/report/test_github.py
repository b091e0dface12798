"""The report as workflow commands of GitHub Actions."""

import re
from dataclasses import replace

import pytest

from oit.assess.assessment import Assessment
from oit.bilingual import Bilingual, Language
from oit.findings.finding import Code, Finding, Place, Severity
from oit.views.report.github import report_github
from oit.views.report.view import View
from small_agency import SmallAgency

COMMAND = re.compile(r"::(\w+) file=([^,:]*),line=(\d+),col=(\d+),title=([^,:]*)::(.+)")


def code_saying(text: str, severity: Severity = Severity.ERROR) -> Code:
    """Make a code with this message."""
    return Code("OIT999", severity, Bilingual(text, text), Bilingual("แก้", "fix it"), "")


def report(assessment: Assessment, *findings: Finding) -> list[str]:
    """Report an assessment with only these findings."""
    only = replace(assessment, items=(), general_findings=findings)
    return report_github(View(only)).splitlines()


def test_each_finding_is_one_command_at_its_place(small_agency: SmallAgency) -> None:
    lines = report_github(View(small_agency.assess(), "en")).splitlines()
    matches = [COMMAND.fullmatch(line) for line in lines[:4]]
    assert [match and match.groups()[:5] for match in matches] == [
        ("notice", "data/2569/o02.yml", "3", "39", "OIT209 O2"),
        ("warning", "data/2569/o07.yml", "1", "1", "OIT201 O7"),
        ("warning", "data/2569/o07.yml", "1", "1", "OIT201 O7"),
        ("warning", "data/2569/o08.yml", "1", "1", "OIT200 O8"),
    ]
    assert lines[4:] == [
        "เทศบาลตำบลเล็ก · OIT fiscal year 2569 · as of 2026-04-01",
        "6 item(s): complete 3 · partial 1 · missing 1 · not applicable 1",
        "answers close on 2026-04-30 (in 29 day(s))",
    ]


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("th", "ยังไม่มีข้อมูลของ O8 ข้อมูลทั่วไป ต้องแสดง: รายการ → สร้างไฟล์ data/2569/o08.yml"),
        ("en", "O8 ข้อมูลทั่วไป has no data yet; it must show: รายการ → create the file"),
    ],
    ids=["th", "en"],
)
def test_message_says_what_is_wrong_and_how_to_fix_it(
    small_agency: SmallAgency, language: Language, message: str
) -> None:
    line = report_github(View(small_agency.assess(), language)).splitlines()[3]
    assert line.partition(" O8::")[2].startswith(message)


def test_error_is_an_error(small_agency: SmallAgency) -> None:
    small_agency.add("data/2569/o20.yml", "ownr: x\n")
    assert any(
        line.startswith("::error file=data/2569/o20.yml,line=3,col=1,title=OIT205 O20::")
        for line in report_github(View(small_agency.assess())).splitlines()
    )


def test_message_is_escaped_as_github_reads_it(small_agency: SmallAgency) -> None:
    finding = Finding(code_saying("100% a\r\nb: c, d"), Place("data/a.yml", 2, 3))
    first, *_ = report(small_agency.assess(), finding)
    assert first == (
        "::error file=data/a.yml,line=2,col=3,title=OIT999::100%25 a%0D%0Ab: c, d → แก้"
    )


def test_properties_are_escaped_as_github_reads_them(small_agency: SmallAgency) -> None:
    finding = Finding(code_saying("a"), Place("data/50%,a:b\n.yml"), item="O1,x::y")
    first, *_ = report(small_agency.assess(), finding)
    assert first == (
        "::error file=data/50%25%2Ca%3Ab%0A.yml,line=1,col=1,title=OIT999 O1%2Cx%3A%3Ay::a → แก้"
    )


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\r", "%0A", "\n  "])
@pytest.mark.parametrize("command", ["::error::pwned", ":::warning::pwned", "::::stop-commands::x"])
def test_no_value_can_start_a_command(
    small_agency: SmallAgency, separator: str, command: str
) -> None:
    hostile = f"a{separator}{command}"
    assessment = small_agency.assess()
    renamed = assessment.agency.model_copy(update={"name": hostile})
    finding = Finding(code_saying(hostile), Place("a.yml"), item=hostile)
    lines = report(replace(assessment, agency=renamed), finding)
    # The runner strips leading spaces first.
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert [line.startswith("::error file=a.yml,") for line in commands] == [True]


def test_old_command_syntax_is_escaped_too(
    small_agency: SmallAgency,
) -> None:
    assessment = small_agency.assess()
    renamed = assessment.agency.model_copy(update={"name": "a ##[error]pwned"})
    assert not any("##[" in line for line in report(replace(assessment, agency=renamed)))
