"""An item without a file: reported once, with everything that it must show."""

from pathlib import Path

import pytest

from given import TODAY, a_folder
from oit.assess.examine import examine

CHECKLIST = """\
checklist: general
year: 2569
title: แบบวัดย่อ
indicators: [{id: "9", title: การเปิดเผยข้อมูล}]
items:
  - id: O3
    title: การติดต่อ
    indicator: "9"
    form: contact
    elements:
      - {id: phone, text: โทรศัพท์, rule: present, field: phone}
      - {id: email, text: อีเมล, rule: present, field: email}
      - {id: map, text: แผนที่, rule: present, field: map, only: [school]}
"""


def messages(folder: Path, kind: str, checklist: str = CHECKLIST, **items: str) -> list[str]:
    files = {f"data/2569/{name}.yml": text for name, text in items.items()}
    data = a_folder(
        folder,
        {
            "data/agency.yml": f"name: หน่วยงานเล็ก\nkind: {kind}\n",
            "data/2569/.keep": "",
            "data/checklists/general-2569.yml": checklist,
            **files,
        },
    )
    return [finding.text("en").splitlines()[0] for finding in examine(data, TODAY).findings]


@pytest.mark.parametrize(
    ("kind", "listed"), [("municipality", "โทรศัพท์; อีเมล"), ("school", "โทรศัพท์; อีเมล; แผนที่")]
)
def test_a_missing_file_is_reported_once(tmp_path: Path, kind: str, listed: str) -> None:
    assert messages(tmp_path, kind) == [
        f"data/2569/o03.yml:1:1: OIT200 O3 การติดต่อ has no data yet; it must show: {listed}"
    ]


def test_an_empty_file_is_not_missing(tmp_path: Path) -> None:
    assert not any("OIT200" in line for line in messages(tmp_path, "municipality", o03=""))


def test_an_item_without_applicable_elements_is_not_reported(tmp_path: Path) -> None:
    for_schools = CHECKLIST.replace("field: phone", "field: phone, only: [school]").replace(
        "field: email", "field: email, only: [school]"
    )
    assert messages(tmp_path, "municipality", for_schools) == []
