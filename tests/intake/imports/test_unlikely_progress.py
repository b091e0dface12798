"""Progress written as a fraction, beside what was spent of the budget."""

import pytest

from intake.imports.office import Office
from oit.bilingual import Bilingual
from oit.intake.imports.layout import layout
from oit.intake.imports.sheet_reading import Entry
from oit.intake.imports.unlikely_progress import unlikely_progress

HEAD = "โครงการ,งบประมาณ,เบิกจ่าย,ร้อยละ\n"


def remarks(kind: str, **values: str) -> list[str]:
    entry = Entry({"name": "ก", **values}, Bilingual("ที่นี่", "here"), "แผ่นงาน")
    return [words.en for _, words in unlikely_progress([entry], layout(kind))]


@pytest.mark.parametrize(
    ("budget", "spent", "progress"),
    [
        ("1000", "875", "0.875"),
        ("1000", "1000", "1"),
        ("3", "1", "0.33"),
        ("1000.50", "500", "0.5"),
    ],
)
def test_a_fraction_of_what_was_spent_is_told(budget: str, spent: str, progress: str) -> None:
    (remark,) = remarks("plan", budget=budget, spent=spent, progress=progress)
    assert "percent of the budget is spent" in remark


@pytest.mark.parametrize(
    ("budget", "spent", "progress"),
    [
        ("1000", "875", "87.5"),
        ("1000", "5", "0.5"),
        ("1000", "0", "0"),
        ("1000", "875", ""),
        ("0", "", "1"),
        ("1000", "100", "1"),
        ("1000", "1500", "1"),
    ],
)
def test_other_progress(budget: str, spent: str, progress: str) -> None:
    assert not remarks("plan", budget=budget, spent=spent, progress=progress)


def test_tables_without_progress() -> None:
    assert not remarks("procurement", budget="1000", spent="875", progress="0.875")


def test_it_is_named_with_its_row(office: Office) -> None:
    result = office.run("budget", office.text("a.csv", f"{HEAD}ถนน,1000,875,0.875\n"))
    assert (
        "a.csv แถว 2: ความก้าวหน้า (ร้อยละ) 0.875 แต่ใช้งบประมาณไปร้อยละ 87.5 ถ้าเป็นร้อยละให้คูณ 100"
        in result.out
    )
