"""The files of items that show a table."""

from pathlib import Path

import pytest

from oit.data.folder import DataFolder
from oit.intake.imports.items import ItemFile, change_of, items_of, write_item


def an_item(folder: Path, text: str | None) -> ItemFile:
    path = folder / "o11.yml"
    if text is not None:
        path.write_bytes(text.encode())
    return ItemFile("O11", "สรุป\nรายเดือน", path, "procurement.csv")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "# O11 สรุป รายเดือน\nrows: procurement.csv\n"),
        ("", "rows: procurement.csv\n"),
        ("owner: กองคลัง # ดูแล\n", "owner: กองคลัง # ดูแล\nrows: procurement.csv\n"),
        ("owner: กองคลัง", "owner: กองคลัง\nrows: procurement.csv\n"),
        ("owner: ก\r\n", "owner: ก\r\nrows: procurement.csv\r\n"),
        ("documents: [{title: ก}]\n", "documents: [{title: ก}]\nrows: procurement.csv\n"),
    ],
)
def test_a_line_is_added_and_nothing_else(tmp_path: Path, before: str | None, after: str) -> None:
    item = an_item(tmp_path, before)
    change = change_of(item, "o11.yml")
    assert change
    write_item(change)
    assert item.path.read_bytes().decode() == after
    assert change_of(item, "o11.yml") is None


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ("months:\n  - {month: 2568-10}\n", "it has months already"),
        ("nothing_to_report: ไม่มี\n", "it has nothing_to_report already"),
        ("rows: plan.csv\n", "its rows name no table or another"),
        ("rows:\n", "its rows name no table or another"),
        ("- x\n", "cannot be read"),
        ("a: [\n", "cannot be read"),
        ("owner: ก\n...\n", "cannot be read"),
        ("{owner: ก}\n", "no line can be added"),
    ],
)
def test_what_is_there_is_left_alone(tmp_path: Path, before: str, why: str) -> None:
    item = an_item(tmp_path, before)
    change = change_of(item, "o11.yml")
    assert change
    assert why in change.message.en
    write_item(change)
    assert item.path.read_bytes().decode() == before


@pytest.mark.parametrize(
    ("checklist", "year", "table", "expected"),
    [
        ("general", 2569, "procurement.csv", ["2569/o11.yml procurement.csv"]),
        ("general", 2566, "plan.csv", ["2566/o11.yml plan.csv"]),
        ("general", 2569, "complaints.csv", []),
        # The list of 2569 looks back on the complaints of 2568.
        (
            "general",
            2568,
            "complaints.csv",
            ["2568/o19.yml complaints.csv", "2569/o18.yml 2568/complaints.csv"],
        ),
        ("vocational", 2568, "procurement.csv", ["2569/o11.yml 2568/procurement.csv"]),
        ("general", 2400, "plan.csv", []),
    ],
)
def test_the_items_of_a_table(
    tmp_path: Path, checklist: str, year: int, table: str, expected: list[str]
) -> None:
    (tmp_path / "2569").mkdir()
    agency = f"name: ทต.ตัวอย่าง\nkind: municipality\nchecklist: {checklist}\n"
    (tmp_path / "agency.yml").write_text(agency, encoding="utf-8")
    found = items_of(DataFolder(tmp_path), year, table)
    assert [f"{change.path.relative_to(tmp_path)} {change.rows}" for change in found] == expected


def test_a_year_that_nobody_has_begun_is_not_begun(tmp_path: Path) -> None:
    found = items_of(DataFolder(tmp_path), 2568, "complaints.csv")
    assert [change.id for change in found] == ["O19"]
