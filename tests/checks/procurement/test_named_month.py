"""The check ``named_month``: does a name say that it is of another month?"""

from pathlib import Path

import pytest

from given import places
from oit.checks.procurement import named_month
from procurement.reading import asked, in_table, in_yaml


@pytest.mark.parametrize(
    ("name", "is_found"),
    [
        ("ซื้อน้ำมัน ประจำเดือนตุลาคม 2567", True),
        ("ซื้อน้ำมันประจำเดือน ต.ค. 67", True),
        ("ซื้อน้ำมัน ประจำเดือน ๑๐/๒๕๖๗", True),
        ("จ้างเหมาบริการ ประจำเดือน สิงหาคม พ.ศ. 2569 จำนวน 1 คน", True),
        ("จ้างเหมาบริการ ประจำเดือนตุลาคม 2024", True),
        ("ซื้อน้ำมัน ประจำเดือนตุลาคม 2568", False),
        ("ซื้อน้ำมัน ประจำเดือนพฤศจิกายน 2568", False),
        ("ซื้อน้ำมัน ประจำเดือนตุลาคม 2025", False),
        # Without a year of its own, of several months, of a year, or of what is bought.
        ("ซื้อน้ำมัน ประจำเดือนสิงหาคม จำนวน 67 ลิตร", False),
        ("จ้างเหมา ประจำเดือน ต.ค. 67 – ก.ย. 68", False),
        ("จ้างเหมา ประจำเดือน มกราคม-มีนาคม 2567", False),
        ("จ้างพิมพ์ข้อบัญญัติงบประมาณรายจ่าย พ.ศ. 2570", False),
        ("จ้างพิมพ์ปฏิทิน มกราคม 2570", False),
        ("จ้างจัดทำวารสารประจำเดือน", False),
    ],
)
def test_in_a_monthly_summary(name: str, *, is_found: bool) -> None:
    text = f"months: [{{month: 2568-10, purchases: [{{name: {name}}}]}}]"
    found = places(asked(named_month, in_yaml(text, "procurement_monthly")))
    assert [code for code, _, _ in found] == ["OIT624"] * is_found


def test_in_a_table(tmp_path: Path) -> None:
    table = "month,name\n2568-10,ซื้อน้ำมัน ประจำเดือนตุลาคม 2567\n,ซื้อน้ำมัน ประจำเดือนตุลาคม 2567\n"
    (finding,) = asked(named_month, in_table(tmp_path, table))
    assert places([finding]) == [("OIT624", 2, 2)]
    assert finding.message("en") == (
        "“ซื้อน้ำมัน ประจำเดือนตุลาคม 2567”: the name says 2024-10, but the entry is under 2025-10"
    )
