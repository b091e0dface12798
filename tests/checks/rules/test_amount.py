"""How much of an element is there, in numbers and in words."""

import pytest

from given import an_element, checked
from oit.bilingual import Bilingual
from oit.checks.rules.amount import Amount, Part

PROJECTS = "projects:\n  - {name: ก, spent: 1}\n  - {name: ข}\n  - {name: ค, spent: 2}\n"


def part(name: str) -> Part:
    return Part(name, Bilingual(name, name))


@pytest.mark.parametrize(
    ("amount", "thai", "english"),
    [
        (Amount(3, 4, "entry"), "มี 3 จาก 4 รายการ", "3 of 4 entries"),
        (
            Amount(3, 4, "entry", (part("ข"),)),
            "มี 3 จาก 4 รายการ ขาด ข",
            "3 of 4 entries, missing ข",
        ),
        # More is lacking than is named.
        (
            Amount(1, 4, "entry", (part("ข"),)),
            "มี 1 จาก 4 รายการ ขาด ข และอีก 2 รายการ",
            "1 of 4 entries, missing ข and 2 more",
        ),
        (
            Amount(0, 4, "entry", (part("ก"),)),
            "ยังไม่มี (0 จาก 4 รายการ)",
            "not there yet (0 of 4 entries)",
        ),
        (Amount(0, 1, "field"), "ยังไม่มี", "not there yet"),
        (
            Amount(3, 5, "entry", at_least=True),
            "มี 3 จากอย่างน้อย 5 รายการ",
            "3 of at least 5 entries",
        ),
        (
            Amount(1, 2, "format", (part("xlsx / csv"),)),
            "มี 1 จาก 2 รูปแบบไฟล์ ขาด xlsx / csv",
            "1 of 2 file formats, missing xlsx / csv",
        ),
        (
            Amount(0, 1, "fiscal_year", (part("2568"),), instead="2566"),
            "มีของปี 2566 ยังไม่มีของปี 2568",
            "there for 2566, not there yet for 2568",
        ),
        (
            Amount(0, 1, "fiscal_year", (part("2568"),)),
            "ยังไม่ได้บอกว่าเป็นของปีใด ต้องเป็นของปี 2568",
            "the year is not given; it must be 2568",
        ),
    ],
)
def test_words(amount: Amount, thai: str, english: str) -> None:
    assert amount.words == (thai, english)


@pytest.mark.parametrize(
    ("have", "needed", "is_partial"), [(0, 4, False), (1, 4, True), (4, 4, False), (0, 0, False)]
)
def test_some_but_not_all_is_partial(have: int, needed: int, *, is_partial: bool) -> None:
    assert Amount(have, needed, "entry").is_partial is is_partial


@pytest.mark.parametrize(
    ("rule", "form", "text", "expected"),
    [
        (
            {"rule": "rows", "field": "projects", "each": ["spent"]},
            "annual_report",
            PROJECTS,
            (2, 3),
        ),
        (
            {"rule": "rows", "field": "projects", "each": ["name"]},
            "annual_report",
            PROJECTS,
            (3, 3),
        ),
        (
            {"rule": "rows", "field": "projects", "each": ["result"]},
            "annual_report",
            PROJECTS,
            (0, 3),
        ),
        (
            {"rule": "rows", "field": "projects", "each": ["name"]},
            "annual_report",
            "year: 2568",
            (0, 1),
        ),
        (
            {"rule": "at_least", "field": "projects", "count": "5"},
            "annual_report",
            PROJECTS,
            (3, 5),
        ),
        (
            {"rule": "at_least", "field": "projects", "count": "2"},
            "annual_report",
            PROJECTS,
            (3, 2),
        ),
        ({"rule": "present", "field": "problems|projects"}, "annual_report", PROJECTS, (1, 1)),
        ({"rule": "present", "field": "problems"}, "annual_report", PROJECTS, (0, 1)),
        ({"rule": "document"}, "annual_report", PROJECTS, (0, 1)),
        (
            {"rule": "formats", "formats": ["pdf", "xlsx|csv"]},
            "annual_report",
            "documents: [{title: ก, file: files/a.pdf}]",
            (1, 2),
        ),
        (
            {"rule": "covers", "field": "year", "year": "this"},
            "annual_report",
            "year: 2569",
            (1, 1),
        ),
        (
            {"rule": "covers", "field": "year", "year": "this"},
            "annual_report",
            "year: 2568",
            (0, 1),
        ),
        (
            {"rule": "covers", "field": "from_year", "to": "to_year", "count": "3", "year": "this"},
            "strategic_plan",
            "from_year: 2569\nto_year: 2570",
            (2, 3),
        ),
    ],
)
def test_every_rule_says_how_much_is_there(
    rule: dict[str, object], form: str, text: str, expected: tuple[int, int]
) -> None:
    amount, findings = checked(an_element(**rule), form, text)
    assert (amount.have, amount.needed) == expected
    assert bool([*findings]) is (amount.have < amount.needed)


def test_an_entry_of_a_month_says_which_month() -> None:
    element = an_element(rule="rows", field="months.purchases", each=["budget"])
    text = """\
    months:
      - month: 2568-10
        purchases: [{name: ซื้อกระดาษ, budget: 100}]
      - month: 2568-11
        purchases: [{name: ซื้อหมึก, budget: 100}, {name: จ้างซ่อม}]
    """
    amount, _ = checked(element, "procurement_monthly", text)
    assert amount.lacking[0].key == "months.2.purchases.2"
    assert amount.words.th == "มี 2 จาก 3 รายการ ขาด พ.ย. 2568 รายการที่ 2 (จ้างซ่อม)"


def test_a_long_list_names_the_first_and_counts_the_others() -> None:
    element = an_element(rule="rows", field="projects", each=["spent"])
    rows = "".join(f"  - {{name: โครงการที่ {n}}}\n" for n in range(2, 41))
    amount, _ = checked(element, "annual_report", f"projects:\n  - {{name: ก, spent: 1}}\n{rows}")
    assert (amount.have, amount.needed, len(amount.lacking)) == (1, 40, 12)
    assert amount.words.th.endswith("รายการที่ 6 (โครงการที่ 6) และอีก 34 รายการ")
