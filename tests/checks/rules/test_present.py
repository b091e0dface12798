"""The rule ``present``: a field is filled in."""

import pytest

from given import an_element, gaps, places

HERE = [("OIT201", 1, 1)]


@pytest.mark.parametrize(
    ("form", "field", "text", "expected"),
    [
        ("contact", "phone", "phone: 0 4599 9999", []),
        ("contact", "phone", "phone: ไม่มี", []),
        ("contact", "phone", "phone: '0'", []),
        ("complaint_statistics", "total", "total: 0", []),
        ("contact", "phone", "phone:", HERE),
        ("contact", "phone", "phone: '-'", HERE),
        ("contact", "phone", "phone: ……", HERE),
        ("contact", "phone", "", HERE),
        ("contact", "channels", "channels: []", HERE),
        # The place is the name of the field, or the beginning of the data if it is missing.
        ("contact", "phone", "# O3\naddress: เลขที่ 1\nphone: '-'", [("OIT201", 3, 1)]),
        ("contact", "phone", "# O3\n\naddress: เลขที่ 1", [("OIT201", 3, 1)]),
    ],
)
def test_a_field_is_filled_in(
    form: str, field: str, text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert places(gaps(an_element(rule="present", field=field), form, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("map: https://maps.example/", []),
        ("latitude: 15.0", []),
        ("map: '-'\nlatitude: 15.0", []),
        ("latitude: '-'\nmap: '-'", [("OIT201", 2, 1)]),
        ("phone: 0 4599 9999", HERE),
    ],
)
def test_one_of_two_fields_is_enough(text: str, expected: list[tuple[str, int, int]]) -> None:
    either = an_element(rule="present", field="map|latitude")
    assert places(gaps(either, "contact", text)) == expected


@pytest.mark.parametrize(
    ("form", "field", "text", "expected"),
    [
        (
            "contact",
            "channels.url",
            """\
            channels:
              - {name: โทรศัพท์}
              - {name: เว็บไซต์, url: https://www.example.go.th/ask}
            """,
            [],
        ),
        (
            "contact",
            "channels.url",
            """\
            phone: 0 4599 9999
            channels:
              - {name: โทรศัพท์}
            """,
            [("OIT201", 2, 1)],
        ),
        ("structure", "units.units.head", "units: [{name: ก, units: [{name: ข, head: ค}]}]", []),
        ("structure", "units.units.head", "units: [{name: ก, units: [{name: ข}]}]", HERE),
        ("structure", "units.head|units.units.head", "units: [{name: ก, head: ข}]", []),
        ("no_gift_policy", "declaration.text", "declaration: {text: งดรับของขวัญ}", []),
        ("no_gift_policy", "declaration.text", "summary: ประกาศแล้ว", HERE),
        (
            "no_gift_policy",
            "declaration.text",
            "declaration:\n  text: '-'\n  signed_by: นายก",
            [("OIT201", 2, 3)],
        ),
        ("news", "documents.shows", "documents: [{title: ก, file: files/a.pdf}]", HERE),
    ],
)
def test_a_dotted_field_leads_into_entries(
    form: str, field: str, text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert places(gaps(an_element(rule="present", field=field), form, text)) == expected


def test_the_message_names_the_element_and_the_field() -> None:
    element = an_element(id="map", text="แผนที่ตั้ง", rule="present", field="map|latitude")
    (gap,) = gaps(element, "contact", "")
    assert gap.message() == "ยังไม่มีแผนที่ตั้ง: ช่อง ลิงก์แผนที่ (map) / ละติจูด (latitude) ยังไม่ได้กรอก"
    assert gap.message("en") == "แผนที่ตั้ง: the field map / latitude is not filled in"
    assert gap.hint().endswith("shows: {map: หน้า}")
    assert gap.hint("en").endswith("shows: {map: page}")
