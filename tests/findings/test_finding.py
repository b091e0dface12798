"""Findings in both languages; every code can be rendered."""

import pkgutil
import re
from importlib import import_module
from string import Formatter

import pytest

import oit.checks.ita
import oit.checks.possible
import oit.checks.procurement
import oit.checks.rules
import oit.findings.codes
from oit.bilingual import Bilingual, Language
from oit.findings.finding import Code, Finding, Place, Severity

CODE = Code(
    "OIT999",
    Severity.GAP,
    Bilingual('ไม่พบ "{name}" {why}', 'no "{name}" {why}'),
    Bilingual("เพิ่ม {name}", "add {name}"),
    "OIT999 · ตัวอย่าง · An example",
)
WHY = Bilingual("ในโฟลเดอร์", "in the folder")


CODES = {
    f"{module.name}.{name}": value
    for package in (
        oit.findings.codes,
        oit.checks.rules,
        oit.checks.ita,
        oit.checks.possible,
        oit.checks.procurement,
    )
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    for name, value in vars(import_module(module.name)).items()
    if isinstance(value, Code)
}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


class Number(int):
    """A value that number formats accept, and that is visible in the sentence."""

    def __new__(cls) -> "Number":
        return super().__new__(cls, 7)

    def __format__(self, form: str) -> str:
        return f"§{super().__format__(form)}"


def test_a_finding_has_both_languages() -> None:
    finding = CODE.at(Place("data/2569/o07.yml", 5, 3), name="ปัญหา", why=WHY)
    assert finding.message() == 'ไม่พบ "ปัญหา" ในโฟลเดอร์'
    assert finding.message("en") == 'no "ปัญหา" in the folder'
    assert finding.hint() == "เพิ่ม ปัญหา"
    assert finding.hint("en") == "add ปัญหา"


def test_a_rendered_finding_has_place_code_message_and_hint() -> None:
    finding = CODE.at(Place("o07.yml", 5, 3), name="x", why="y")
    assert finding.text() == 'o07.yml:5:3: OIT999 ไม่พบ "x" y\n    → เพิ่ม x'
    assert finding.text("en") == 'o07.yml:5:3: OIT999 no "x" y\n    → add x'


def test_a_finding_has_the_severity_of_its_code() -> None:
    assert Finding(CODE, Place("x")).severity is Severity.GAP
    assert [str(severity) for severity in Severity] == ["error", "gap", "warning", "fault"]


def test_a_place_begins_at_the_first_character() -> None:
    assert str(Place("o07.yml")) == "o07.yml:1:1"


@pytest.mark.parametrize("text", ["{name}", "{0}", "{", "}", "{name.__class__}", "%s", "{why}"])
def test_braces_in_the_data_are_left_as_they_are(text: str) -> None:
    finding = CODE.at(Place("x"), name=text, why=Bilingual(text, text))
    assert finding.message("en") == f'no "{text}" {text}'
    assert finding.hint("en") == f"add {text}"


def test_every_code_can_be_formatted_in_both_languages() -> None:
    languages: tuple[Language, ...] = ("th", "en")
    for name, code in CODES.items():
        names = placeholders(" ".join((*code.message, *code.hint)))
        finding = code.at(Place("x"), **dict.fromkeys(names, Number()))
        for language in languages:
            message, hint = finding.message(language), finding.hint(language)
            assert message, name
            assert hint, name
            assert message.count("§") + hint.count("§") >= len(names), name


def test_both_languages_give_the_same_facts() -> None:
    for name, code in CODES.items():
        # What has a Thai name only may be named otherwise in English.
        assert placeholders(code.message.th) ^ placeholders(code.message.en) <= {"title"}, name
        assert placeholders(code.hint.th) == placeholders(code.hint.en), name


def test_every_code_has_its_documentation() -> None:
    for name, code in CODES.items():
        assert re.fullmatch(r"OIT[1-9]\d\d", code.id), name
        assert code.doc.startswith(f"{code.id} · "), name
        assert "\nไทย\n" in code.doc, name
        assert "\nEnglish\n" in code.doc, name
