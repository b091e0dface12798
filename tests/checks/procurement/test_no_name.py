"""The check ``no_name``: is the winner of a purchase no name?"""

from pathlib import Path

import pytest

from given import places
from oit.checks.procurement import no_name
from procurement.reading import asked, in_table, in_yaml


@pytest.mark.parametrize(
    ("winner", "is_found"),
    [
        ("ยกเลิก", True),
        ("ยกเลิกโครงการ", True),
        ("ไม่มีผู้เสนอราคา", True),
        ("ไม่เสนอราคา", True),
        ("( ไม่มีผู้ยื่น )", True),
        ("ไม่มีผู้ผ่านการคัดเลือก", True),
        ("Cancelled", True),
        ("ร้านไม่มีชื่อ", False),
        ("หจก. ยกเลิกพาณิชย์", False),
        ("ร้าน ก (ยกเลิกสัญญา)", False),
        ("บริษัท นิล จำกัด", False),
        # What says nothing at all does not count, which is reported with its own code.
        ("ไม่มี", False),
        ("อยู่ระหว่างดำเนินการ", False),
        ("", False),
    ],
)
def test_in_a_list(winner: str, *, is_found: bool) -> None:
    text = f"purchases:\n  - name: ก\n    winner: '{winner}'\n"
    assert places(asked(no_name, in_yaml(text))) == [("OIT621", 3, 5)] * is_found


def test_in_a_table(tmp_path: Path) -> None:
    table = "name,winner\nก,ร้าน ก\nข,ยกเลิก\nค,\n"
    (finding,) = asked(no_name, in_table(tmp_path, table))
    assert places([finding]) == [("OIT621", 3, 2)]
    assert finding.message() == "“ข”: ผู้ได้รับการคัดเลือก “ยกเลิก” ไม่ใช่ชื่อ"
