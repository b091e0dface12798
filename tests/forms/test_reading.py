"""Reading a file with a form: every readable value is kept, every error reported once."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from oit.findings.finding import Place
from oit.forms import FORMS
from oit.forms.agency import Agency
from oit.forms.base import Form
from oit.forms.reading import Reading, place_of, read_form
from oit.source import SourceFile, parse

Problem = tuple[str, int, int]

FORM: dict[str, type[Form]] = {**FORMS, "agency": Agency}


def document(text: str) -> SourceFile:
    made = parse(text.encode(), SourceFile("o07.yml"))
    assert made.findings == []
    return made


def reading(form: str, text: str) -> Reading[Form]:
    return read_form(FORM[form], document(text))


def messages(form: str, text: str) -> list[str]:
    return [
        f"{f.place.line}:{f.place.column} {f.message('en')}" for f in reading(form, text).findings
    ]


def values(made: Reading[Form]) -> dict[str, Any]:
    assert made.record is not None
    return made.record.model_dump(exclude_unset=True)


def test_a_file_without_errors() -> None:
    made = reading(
        "annual_report",
        "owner: กองคลัง\nupdated: 2569-01-15\nyear: ๒๕๖๘\n"
        "projects:\n  - {name: ถนน, budget: '1,500.50', spent: ไม่ใช้งบประมาณ}\n",
    )
    assert (made.findings, made.unreadable) == ([], set())
    assert values(made) == {
        "owner": "กองคลัง",
        "updated": date(2026, 1, 15),
        "year": 2568,
        "projects": [{"name": "ถนน", "budget": Decimal("1500.50"), "spent": Decimal(0)}],
    }


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        # OIT205 unknown fields
        ("contact", "phoen: 1\n", [("OIT205", 1, 1)]),
        ("contact", "channels:\n  - {name: ก, nmae: ข}\n", [("OIT205", 2, 15)]),
        (
            "structure",
            "units:\n  - name: ก\n    units:\n      - {name: ข, x: 1}\n",
            [("OIT205", 4, 19)],
        ),
        ("no_gift_policy", "declaration: {txt: ก}\n", [("OIT205", 1, 15)]),
        # OIT206 wrong types
        ("contact", "phone: [1, 2]\n", [("OIT206", 1, 1)]),
        ("contact", "phone: {a: b}\n", [("OIT206", 1, 1)]),
        ("contact", "channels: ก\n", [("OIT206", 1, 11)]),
        ("contact", "channels: {name: ก}\n", [("OIT206", 1, 1)]),
        ("contact", "channels:\n  - ก\n  - [ข]\n", [("OIT206", 2, 5), ("OIT206", 3, 5)]),
        ("no_gift_policy", "declaration: ก\n", [("OIT206", 1, 14)]),
        ("no_gift_policy", "declaration: [ก]\n", [("OIT206", 1, 1)]),
        ("ethics", "dos:\n  - ก\n  -\n  - [ข]\n", [("OIT206", 3, 4), ("OIT206", 4, 5)]),
        # OIT207 required fields
        ("contact", "channels:\n  - url: https://a.th\n", [("OIT207", 2, 5)]),
        ("contact", "channels:\n  - name:\n", [("OIT207", 2, 5)]),
        (
            "contact",
            "channels:\n  - name: '-'\n    url: x\n",
            [("OIT207", 2, 5), ("OIT211", 3, 10)],
        ),
        ("contact", "channels:\n  - {}\n", [("OIT207", 2, 5)]),
        ("ethics", "working_group:\n  order:\n  year: 2569\n", [("OIT207", 1, 1)]),
        ("contact", "documents:\n  - {}\n", [("OIT207", 2, 5), ("OIT207", 2, 5)]),
        ("agency", "kind: school\n", [("OIT207", 1, 1)]),
        ("agency", "", [("OIT207", 1, 1), ("OIT207", 1, 1)]),
        # OIT208 dates, months and years
        ("contact", "updated: 31 ก.พ. 2569\n", [("OIT208", 1, 10)]),
        ("procurement_monthly", "months:\n  - month: 2568-13\n", [("OIT208", 2, 12)]),
        ("annual_report", "year: 2026\n", [("OIT209", 1, 7)]),
        # OIT209 the common era: a warning
        ("contact", "updated: 2026-01-15\n", [("OIT209", 1, 10)]),
        ("procurement_monthly", "months:\n  - month: 2025-10\n", [("OIT209", 2, 12)]),
        # OIT210 numbers
        ("e_service", "usage:\n  - {name: ก, count: 1.5}\n", [("OIT210", 2, 22)]),
        ("annual_plan", "projects:\n  - {name: ก, progress: 101}\n", [("OIT210", 2, 25)]),
        ("contact", "latitude: 15 องศา\n", [("OIT210", 1, 11)]),
        # OIT211 addresses
        ("contact", "map: javascript:alert(1)\nemail: ก\n", [("OIT211", 2, 8), ("OIT211", 1, 6)]),
        # OIT212 choices
        ("executives", "people:\n  - {name: ก, rank: boss}\n", [("OIT212", 2, 21)]),
        ("agency", "name: ก\nkind: shop\n", [("OIT212", 2, 7)]),
        # pages of documents
        (
            "contact",
            "documents:\n  - title: ก\n    file: files/a.pdf\n    shows: {a: x, b: [1], c: -1}\n",
            [("OIT210", 4, 16), ("OIT206", 4, 19), ("OIT210", 4, 30)],
        ),
        (
            "contact",
            "documents:\n  - title: ก\n    file: files/a.pdf\n    shows: [a]\n",
            [("OIT206", 4, 5)],
        ),
    ],
)
def test_errors_and_their_places(form: str, text: str, found: list[Problem]) -> None:
    findings = reading(form, text).findings
    assert [(f.code.id, f.place.line, f.place.column) for f in findings] == found


@pytest.mark.parametrize(
    ("form", "text", "message"),
    [
        ("contact", "phoen: 1\n", '1:1 unknown field "phoen" (did you mean "phone"?)'),
        (
            "ethics",
            "trainings:\n  - {name: ก, q: ข}\n",
            '2:15 unknown field "q" (known fields: name, date, participants, detail)',
        ),
        ("contact", "phone: [1]\n", '1:1 the field "phone" must be a single text'),
        (
            "contact",
            "channels: ก\n",
            '1:11 the field "channels" must be a list (each entry begins with "- ")',
        ),
        (
            "no_gift_policy",
            "report: ก\n",
            '1:9 the field "report" must be subfields (name: value)',
        ),
        ("ethics", "dos:\n  -\n", '2:4 the field "dos entry 1" must be a single text'),
        (
            "contact",
            "channels:\n  - name:\n",
            (
                '2:5 the field "name" is missing here in "channels entry 1"; '
                "the entry cannot be shown without it"
            ),
        ),
        (
            "agency",
            "kind: school\n",
            '1:1 the field "name" is missing from the file',
        ),
        (
            "contact",
            "updated: 31 ก.พ. 2569\n",
            (
                '1:10 the field "updated" cannot be read as a date: "31 ก.พ. 2569"'
                " (no such day: February 2026 has 28 days)"
            ),
        ),
        (
            "procurement_monthly",
            "months:\n  - month: ต.ค. 2025\n",
            (
                '2:12 "ต.ค. 2025" is not written in the Buddhist era; '
                "it is read as the Buddhist year 2568"
            ),
        ),
        (
            "contact",
            "documents:\n  - {title: ก, file: files/a.pdf, shows: {map: ก}}\n",
            '2:48 the field "entry 1 (ก) › map" must be page numbers, found "ก"',
        ),
    ],
)
def test_messages_say_what_was_expected_and_found(form: str, text: str, message: str) -> None:
    assert messages(form, text) == [message]


def test_the_hint_of_a_choice_lists_the_allowed_values() -> None:
    [finding] = reading("executives", "people:\n  - {name: ก, rank: boss}\n").findings
    assert finding.hint("en").endswith("head (ผู้บริหารสูงสุด), deputy (รองผู้บริหาร), other (ผู้บริหารอื่น)")


@pytest.mark.parametrize(
    ("form", "text", "kept", "unreadable"),
    [
        ("contact", "phone: 1\nemail: x\n", {"phone": "1"}, {"email"}),
        ("contact", "phone: 1\nemial: x\n", {"phone": "1"}, {"email"}),
        ("contact", "phone: 1\nqqqq: x\n", {"phone": "1"}, {""}),
        (
            "contact",
            "channels:\n  - {name: ก, url: x}\n  - {url: ค}\n  - {name: ข, q: ค}\n  - ง\n",
            {"channels": [{"name": "ก"}, {"name": "ข"}]},
            {"channels"},
        ),
        ("ethics", "dos: [ก, '', ข]\n", {"dos": ["ก", "ข"]}, {"dos"}),
        ("ethics", "working_group: {year: 2569}\ndos: [ก]\n", {"dos": ["ก"]}, {"working_group"}),
        (
            "ethics",
            "working_group: {order: ก, year: 69}\n",
            {"working_group": {"order": "ก"}},
            {"working_group"},
        ),
        (
            "ethics",
            "working_group:\ndos:\ncodes: '-'\n",
            {"working_group": None, "dos": [], "codes": []},
            set(),
        ),
        (
            "structure",
            "units:\n  - name: ก\n    units:\n      - {x: 1}\n      - {name: ข}\n",
            {"units": [{"name": "ก", "units": [{"name": "ข"}]}]},
            {"units"},
        ),
    ],
)
def test_everything_else_is_kept(
    form: str, text: str, kept: dict[str, Any], unreadable: set[str]
) -> None:
    made = reading(form, text)
    assert values(made) == kept
    assert made.unreadable == unreadable


def test_a_file_without_a_required_field_has_no_record() -> None:
    made = reading("agency", "kind: school\ncalendar:\n  - {year: 2569, opens: 2026-01-15}\n")
    assert made.record is None
    assert [(f.code.id, f.place.line) for f in made.findings] == [("OIT207", 1), ("OIT209", 3)]


def test_every_error_of_a_file_is_reported_once() -> None:
    text = (
        "updated: 2026-01-15\nyear: x\nowner: [ก]\nprojcts: ก\n"
        "projects:\n  - {budget: ก, spent: ก}\n  - {name: '-', budget: '1'}\n  - {name: [ก]}\n"
        "documents:\n  - {title: ก, shows: {a: ก}}\n"
    )
    findings = reading("annual_report", text).findings
    assert sorted((f.place.line, f.place.column, f.code.id) for f in findings) == [
        (1, 10, "OIT209"),
        (2, 7, "OIT208"),
        (3, 1, "OIT206"),
        (4, 1, "OIT205"),
        (6, 5, "OIT207"),
        (6, 14, "OIT210"),
        (6, 24, "OIT210"),
        (7, 5, "OIT207"),
        (8, 6, "OIT206"),
        (10, 5, "OIT207"),
        (10, 27, "OIT210"),
    ]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("a",), (1, 1)),
        (("b",), (2, 1)),
        (("b", 1), (4, 5)),
        (("b", 1, "c"), (4, 5)),
        (("b", 1, "d"), (5, 5)),
        (("b", 7), (2, 1)),  # missing: the enclosing value
        (("b", "c"), (2, 1)),
        (("b", 1, 0), (4, 5)),
        (("a", "c"), (1, 1)),
        (("x", "c"), (1, 1)),
    ],
)
def test_places(path: tuple[int | str, ...], place: tuple[int, int]) -> None:
    made = document("a: 1\nb:\n  - ก\n  - c: 1\n    d: 2\n")
    assert place_of(path, made) == Place("o07.yml", *place)


def test_the_place_of_an_empty_file_is_its_beginning() -> None:
    assert place_of((), document("# ก\n")) == Place("o07.yml", 1, 1)
    assert place_of((), document("# ก\n\na: 1\n")) == Place("o07.yml", 3, 1)
