"""Whose table an item's table is."""

import pytest

from desk.sheets.office import Office
from oit.desk.officer import Officer, Role
from oit.desk.spreadsheets.target import is_own, target_of

FINANCE, WORKS = "กองคลัง", "กองช่าง"


@pytest.mark.parametrize(
    ("owner", "slug", "rows", "is_theirs"),
    [
        (FINANCE, "o11", "procurement.csv", True),
        (WORKS, "o7", "procurement.csv", False),
        (WORKS, "o7", "2569/procurement.csv", False),
        (WORKS, "o7", "works.csv", True),
    ],
    ids=["meant for the item", "of another unit", "by its folder", "of nobody else"],
)
def test_no_item_takes_the_table_of_another_unit(
    office: Office, owner: str, slug: str, rows: str, is_theirs: bool
) -> None:
    table = office.has_table()
    table.with_name("o11.yml").write_text(
        f"owner: {FINANCE}\nrows: procurement.csv\n", encoding="utf-8"
    )
    if owner == WORKS:
        table.with_name("o07.yml").write_text(f"owner: {owner}\nrows: {rows}\n", encoding="utf-8")
    file = office.desk.file(2569, slug)
    assert file is not None
    target = target_of(office.desk, file)
    assert target is not None
    officer = Officer("สมศรี", Role.OFFICER, (owner,))
    assert is_own(office.desk, officer, file, target) is is_theirs
    assert is_own(office.desk, Officer("วิชัย", Role.EDITOR), file, target)
    assert is_own(office.desk, Officer("มาลี", Role.READER), file, target)
