"""What the status of a purchase says."""

import pytest

from oit.procurement.status import is_signed


@pytest.mark.parametrize(
    ("status", "signed"),
    [
        ("ลงนามในสัญญาแล้ว", True),
        ("อยู่ระหว่างดำเนินการตามสัญญา", True),
        ("สิ้นสุดสัญญา", True),
        ("ส่งงานล่าช้ากว่ากำหนด", True),
        ("ตรวจรับงานแล้ว", True),
        ("เบิกจ่ายแล้ว", True),
        ("แล้วเสร็จ", True),
        # The status of an unsigned contract contains the same words.
        ("ยังไม่ลงนามในสัญญา", False),
        ("ยกเลิกสัญญา", False),
        ("ยกเลิกการดำเนินการ", False),
        ("อยู่ระหว่างการจัดซื้อจัดจ้าง", False),
        ("อยู่ระหว่างประกาศเชิญชวน", False),
        ("ไม่ทราบ", False),  # unknown words do not count as signed
        ("", False),
    ],
)
def test_a_status_reports_whether_the_contract_is_signed(status: str, *, signed: bool) -> None:
    assert is_signed(status) is signed


def test_the_spelling_of_a_status_makes_no_difference() -> None:
    assert is_signed("ลง\u200bนามใน\u200bสัญญา")
    assert not is_signed("ระหว่างจัดท\u0e4dาสัญญา")
