"""The day on which an item was last reviewed."""

from datetime import date
from typing import Any

import pytest

from desk.saving.conftest import Office
from oit.desk.saving.draft import fresh
from oit.desk.saving.updated import with_day, written_like

DAY = date(2026, 2, 3)


@pytest.mark.parametrize(
    ("example", "written"),
    [
        ("2568-10-20", "2569-02-03"),
        ("๒๕๖๘-๑๐-๒๐", "๒๕๖๙-๐๒-๐๓"),
        ("20 ตุลาคม 2568", "3 กุมภาพันธ์ 2569"),
        ("๒๐ ต.ค. ๒๕๖๘", "๓ ก.พ. ๒๕๖๙"),
        ("20/10/2568", "3/2/2569"),
        ("20 ต.ค. 68", "2569-02-03"),
        ("", "2569-02-03"),
        ("เมื่อวาน", "2569-02-03"),
    ],
)
def test_the_day_is_written_as_the_file_writes_days(example: str, written: str) -> None:
    assert written_like(example, DAY, 2569) == written


def test_a_day_that_was_typed_stays(office: Office) -> None:
    draft = office.typed(lambda tree: tree.update(updated="2569-02-01"))
    assert with_day(office.file, draft, DAY) == draft


def test_the_day_is_set(office: Office) -> None:
    mine: Any = with_day(office.file, fresh(office.file), DAY).mine
    assert mine["updated"] == "2569-02-03"
    agency = office.desk.file(2569, "agency")
    assert agency is not None
    assert with_day(agency, fresh(agency), DAY) == fresh(agency)
