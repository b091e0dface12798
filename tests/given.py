"""What tests are given: elements, items and data folders, written as their users write them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

from oit.checks.rules import RULES
from oit.checks.rules.rule import Checked, Context
from oit.data.checklist import Element
from oit.data.folder import DataFolder
from oit.data.record import Record
from oit.findings.finding import Finding
from oit.forms import FORMS
from oit.forms.reading import read_form
from oit.ita.cycle import Cycle
from oit.source import SourceFile, parse

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 4, 1)

Place = tuple[str, int, int]
"""A finding in short: its code, line and column."""


def an_element(**values: Any) -> Element:
    """Make an element of a checklist; its values are texts, as in a checklist's file."""
    known = {"id": "sought", "text": "สิ่งที่ขอ", "basis": "confirmed", "source": "แหล่ง"}
    return Element.model_validate({**known, **values})


def a_record(form: str, text: str) -> Record:
    """Read an item's file."""
    document = parse(dedent(text).encode(), SourceFile("data/2569/o07.yml", year=2569))
    reading = read_form(FORMS[form], document)
    assert not document.findings
    assert not reading.findings
    return Record(document, reading.record or FORMS[form]())


def gaps(
    element: Element, form: str, text: str, *, today: date = TODAY, year: int = 2569
) -> list[Finding]:
    """Return the findings about an element in an item's file."""
    return list(checked(element, form, text, today=today, year=year).findings)


def checked(
    element: Element, form: str, text: str, *, today: date = TODAY, year: int = 2569
) -> Checked:
    """Return what a rule says about an element in an item's file."""
    return RULES[element.rule].check(element, a_record(form, text), Context(year, today))


def a_cycle(text: str, year: int = 2569, **known: Any) -> Cycle:
    """Read a turn of the ITA cycle; ``known`` is what the lists of its years say."""
    return Cycle(a_record("ita_development", text), year, **known)


def asked_of_cycle(
    check: ModuleType, text: str, year: int = 2569, *, today: date = TODAY, **known: Any
) -> list[Finding]:
    """Run one of the checks on a turn of the ITA cycle."""
    return list(check.check(a_cycle(text, year, **known), today))


def places(findings: list[Finding]) -> list[Place]:
    """Shorten findings; each must have a text in both languages."""
    for finding in findings:
        assert finding.text("th") != finding.text("en")
    return [(finding.code.id, finding.place.line, finding.place.column) for finding in findings]


def a_folder(path: Path, files: Mapping[str, str]) -> DataFolder:
    """Write a data folder with its ``docs/`` beside it; findings name files from ``path``."""
    for name, text in files.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
    return DataFolder(path / "data", path)
