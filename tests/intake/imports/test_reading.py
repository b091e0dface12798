"""Unforeseen sheets are read without failing, and every cell of them is accounted for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.imports.office import HEADER
from oit.intake.imports.layout import layout
from oit.intake.imports.merge import merge
from oit.intake.imports.reading import read_sheets
from oit.spreadsheets.sheet import Merge, Worksheet

cells = st.sampled_from([
    *HEADER, "", "", "", "ที่", "รายการ", "ราคากลาง", "ผู้เสนอราคา", "ราคาที่เสนอ", "ปีงบประมาณ", "เดือน",
    "ต.ค.", "พ.ย. 68",
    "รวม", "รวม 2 รายการ", "งานบริการ", "จำนวน", "จำนวนเรื่อง", "ไม่มีการจัดซื้อจัดจ้าง",
    "ประจำเดือน ม.ค. 68", "-", "1", "(2)",
    "5,000", "๕,๐๐๐.๕๐ บาท", "ร้าน ก 500", "1. ร้าน ก\n500\n2. ร้าน ข", "ร้าน = ก | ข\\",
    "12/2568 ลว. 31 ก.พ. 2568",
    "5/1/68", "2568", "2567", "1234567890121", "\x00\x1b[31m", "=1+1",
    "ลงชื่อ", "หมายเหตุ", "nothing", "name", "month",
    "project_id", "9" * 50, "x" * 500,
])  # fmt: skip
sheets = st.builds(
    Worksheet,
    st.sampled_from(["a.xlsx", "ต.ค.67.csv"]),
    st.sampled_from(["", "ต.ค.67", "10-67", "ต.ค.-ธ.ค.67"]),
    st.lists(st.lists(cells, max_size=6), max_size=8),
    st.lists(st.builds(Merge, *[st.integers(0, 9)] * 4), max_size=3),
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(sheets, min_size=1, max_size=2),
    st.sampled_from(["procurement", "plan", "services", "complaints"]),
)
def test_any_sheet(found: list[Worksheet], name: str) -> None:
    readings = read_sheets(found, layout(name), 2568)
    entries = [entry for reading in readings for entry in reading.entries]
    changes = merge([], entries, layout(name))
    assert merge(changes.rows, entries, layout(name)).any is False
    for reading in readings:
        is_reported = (
            reading.entries
            or reading.not_imported
            or reading.skipped
            or reading.not_kept
            or reading.notices
        )
        assert is_reported or not any(map(any, reading.sheet.rows))
        for place, words in [*reading.not_imported, *reading.notices]:
            assert "\x1b" not in place.th + place.en + words.th + words.en
