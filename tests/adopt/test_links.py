"""Every folder of `pages/` is an example: a page, and the item that each of its links is of."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from adopt.placed import TITLES, links, placed
from oit import remember
from oit.adopt.links import Link
from oit.data.checklist import program_lists
from oit.thai.writing import thai_digits

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("pages/*/truth.json"))


class Measured(NamedTuple):
    """How well the links of a page were placed."""

    right: int
    wrong: int
    missed: int
    sure: int
    sure_wrong: int


@pytest.fixture(autouse=True, scope="module")
def titles_are_remembered() -> Iterator[None]:
    remember.use(remember.Memory())
    yield
    remember.use(None)


def measured(found: list[Link], truth: dict[str, str]) -> Measured:
    placed = [link for link in found if link.item]
    wrong = [link for link in placed if truth.get(link.url) != f"{link.list}:{link.item}"]
    urls = {link.url for link in placed}
    return Measured(
        len({link.url for link in placed if link not in wrong}),
        len(wrong),
        len([url for url in truth if url not in urls]),
        sum(link.sure for link in placed),
        sum(link.sure for link in wrong),
    )


def items(found: list[Link]) -> list[tuple[str | None, str | None, bool]]:
    return [(link.list, link.item, link.sure) for link in found]


@cache
def as_given(folder: Path) -> list[Link]:
    return links((folder / "page.html").read_bytes())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_links_go_to_the_items_of_the_example(folder: Path) -> None:
    truth = json.loads((folder / "truth.json").read_text())
    found = measured(as_given(folder), truth)

    assert (found.wrong, found.missed, found.sure_wrong) == (0, 0, 0), found


def recoded(page: str) -> bytes:
    return page.encode("cp874", "xmlcharrefreplace")


def with_a_wrong_charset(page: str) -> bytes:
    return re.sub(r"(?i)charset=[\"']?[\w-]+", 'charset="iso-8859-1', page).encode()


def recoded_but_called_utf_8(page: str) -> bytes:
    return re.sub(r"(?i)charset=[\"']?[\w-]+", 'charset="utf-8', page).encode(
        "cp874", "xmlcharrefreplace"
    )


def without_closing_tags(page: str) -> bytes:
    return re.sub(r"(?i)</(?:p|li|td|th|tr|tbody|dt|dd|body|html)>", "", page).encode()


def without_closed_links(page: str) -> bytes:
    return re.sub(r"(?i)</a>", "", page).encode()


def with_thai_digits(page: str) -> bytes:
    """Write the digits of texts in Thai, but not those in tags."""
    return "".join(
        part if part[:1] == "<" else re.sub(r"[^&#;]+", lambda text: thai_digits(text[0]), part)
        for part in re.split(r"(<[^>]*>)", page)
    ).encode()


def with_zero_width_spaces(page: str) -> bytes:
    return re.sub(r">(?=[^<\s])", ">\u200b", page).encode()


CHANGES: list[Callable[[str], bytes]] = [
    recoded, with_a_wrong_charset, recoded_but_called_utf_8, without_closing_tags,
    without_closed_links, with_thai_digits, with_zero_width_spaces,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_how_a_page_is_written_changes_nothing(change: Callable[[str], bytes]) -> None:
    different = []
    for folder in FOLDERS:
        contents = (folder / "page.html").read_bytes()
        encoding = "cp874" if b"windows-874" in contents else "utf-8"
        page = contents.decode(encoding)
        if items(links(change(page))) != items(as_given(folder)):
            different.append(folder.name)

    assert different == []


PARTS = r"(?i)</(?:div|span|section|article|ul|ol|table|details)\s*>"
ALL_TAGS = r"(?i)</(?!script|style|title|head|select|option|textarea)[a-z0-9]+\s*>"


@pytest.mark.parametrize("dropped", [PARTS, ALL_TAGS])
def test_no_missing_closing_tag_makes_a_wrong_link_sure(dropped: str) -> None:
    different = []
    for folder in FOLDERS:
        contents = (folder / "page.html").read_bytes()
        page = contents.decode("cp874" if b"windows-874" in contents else "utf-8")
        truth = json.loads((folder / "truth.json").read_text())
        page = page.replace("windows-874", "utf-8")
        if measured(links(re.sub(dropped, "", page).encode()), truth).sure_wrong:
            different.append(folder.name)

    assert different == []


def test_links_are_printed_as_they_stand_on_the_page() -> None:
    page = (
        '<h2>OIT 2569</h2><a href="/home">หน้าแรก</a><p>O7 รายงานผลการดำเนินงานประจำปี '
        '<a href="../o7 ก.pdf">ดู</a></p>'
    )

    assert [link.plain for link in links(page.encode())] == [
        {
            "url": "/home",
            "list": None,
            "item": None,
            "sure": False,
            "why": "ไม่พบเลขข้อหรือชื่อข้อที่ลิงก์นี้อยู่ใต้",
        },
        {
            "url": "../o7 ก.pdf",
            "list": "general-2569",
            "item": "O7",
            "sure": True,
            "why": "เลขข้อ 7 และชื่อข้อตรงกับ O7",
        },
    ]


GOOD = "<p>O1 โครงสร้าง หน้าที่และอำนาจ <a href='1'>ดู</a></p><p>O2 ข้อมูลผู้บริหาร <a href='2'>ดู</a></p>"


def test_the_title_counts_if_the_number_is_another() -> None:
    found = links(f"<h2>OIT 2569</h2>{GOOD}<p>O3 ข่าวประชาสัมพันธ์ <a href='4'>ดู</a></p>".encode())

    assert [(link.url, link.item, link.sure) for link in found][-1] == ("4", "O4", False)
    assert found[-1].why.en == "the number is 3, but the title is that of O4; the title counts"


def test_a_number_beyond_the_list_is_no_item() -> None:
    assert placed(f"{GOOD}<p>O27 เรื่องอื่นใด <a href='27'>ดู</a></p>")[-1] == ("27", None, False)


def test_another_number_in_the_address_makes_it_unsure() -> None:
    body = "<p>O2 ข้อมูลผู้บริหาร <a href='/o3.pdf'>ดู</a> <a href='/o2.pdf'>ดู</a></p>"

    assert placed(body) == [("/o3.pdf", "O2", False), ("/o2.pdf", "O2", True)]


def test_a_number_with_an_unknown_title_is_unsure() -> None:
    body = "<p>O4 งานวันเด็กแห่งชาติ <a href='4'>ดู</a></p><p>O5 <a href='5'>คลิก</a></p>"

    assert placed(GOOD + body)[-2:] == [("4", "O4", False), ("5", "O5", True)]


def test_a_year_without_a_list_has_no_items() -> None:
    body = "<p>O2 ข้อมูลผู้บริหาร <a href='2'>ดู</a></p>"

    assert placed(body, "<h2>OIT 2570</h2>") == [("2", None, False)]


def test_what_is_beside_a_link_that_names_an_item_is_of_that_item() -> None:
    row = "<tr><td><a href='{0}'>O{0} {1}</a><td><a href='{0}.pdf'>PDF</a><td>1. O2 อื่น"
    titles = ["โครงสร้าง หน้าที่และอำนาจ", "ข้อมูลผู้บริหาร", "ข้อมูลการติดต่อ"]
    rows = "".join(row.format(number, title) for number, title in enumerate(titles, 1))

    assert [item for _, item, _ in placed(f"<table>{rows}</table>")] == [
        "O1", "O1", "O2", "O2", "O3", "O3",
    ]  # fmt: skip


def test_a_link_after_the_link_of_an_item_is_not_of_that_item() -> None:
    body = "<a href='1'>O1 โครงสร้าง</a> <a href='2'>O2 ข้อมูลผู้บริหาร</a> <a href='x'>กีฬาสี</a>"

    assert placed(body) == [("1", "O1", True), ("2", "O2", True), ("x", None, False)]


def test_the_home_page_in_each_item_is_of_none() -> None:
    body = "".join(
        f"<p>O{number} <a href='/'>เว็บ</a> <a href='/start'>ดู</a> <a href='{number}'>ดู</a></p>"
        for number in range(2, 7)
    )

    assert placed(body)[:2] == [("/", None, False), ("/start", None, False)]
    assert [item for _, item, _ in placed(body)[2:]] == ["O2", "O3", "O4", "O5", "O6"]


def test_a_list_of_another_year_than_said_is_taken_if_all_agrees_with_it() -> None:
    titles = [
        "ข้อมูลสถิติการให้บริการ", "รายการการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ",
        "รายงานผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี",
        "แผนการบริหารและพัฒนาทรัพยากรบุคคล", "รายงานผลการบริหารและพัฒนาทรัพยากรบุคคลประจำปี",
    ]  # fmt: skip
    page = "<h2>OIT 2569</h2>" + "".join(
        f"<p>O{number} {title} <a href='{number}'>ดู</a></p>"
        for number, title in enumerate(titles, 11)
    )

    assert {
        (link.list, link.item == f"O{link.url}", link.sure) for link in links(page.encode())
    } == {("general-2568", True, False)}


def test_numbers_that_no_page_means_are_not_read() -> None:
    nines = "9" * 5_000
    body = (
        f"<ol start='{nines}'><li value='๙'><a href='1'>ดู</a></ol><table><tr><td colspan='{nines}'>"
        "O1 โครงสร้าง<td>O2 ข้อมูลผู้บริหาร<tr><td><a href='2'>ดู</a></table>"
    )

    assert placed(body) == [("1", None, False), ("2", "O1", False)]


def test_a_hostile_page_with_thousands_of_labels_has_no_items() -> None:
    page = "<h2>OIT 2569</h2>" + "<p>O7 <a href='x'>ดู</a>" * 4_000

    assert items(links(page.encode())) == [(None, None, False)]


def test_links_after_the_part_with_all_items_are_of_none() -> None:
    entries = "".join(
        f"<b>O{number} {title}</b><br><a href='{number}'>คลิก</a> <a href='{number}b'>คลิก</a><br>"
        for number, title in enumerate(TITLES, 1)
    )
    archive = "<div><a href='7'>กรกฎาคม (7)</a></div>"

    found = placed(f"<div>{entries}</div>{archive}")

    assert found[-3:] == [("6", "O6", True), ("6b", "O6", True), ("7", None, False)]


def test_a_link_in_the_column_of_another_year_is_unsure() -> None:
    rows = "".join(
        f"<tr><td>O{number}<td>{title}<td><a href='{number}'>PDF</a><td><a href='{number}b'>PDF</a>"
        for number, title in enumerate(TITLES, 1)
    )
    head = "<tr><th>ข้อ<th>ชื่อ<th>ปี 2568<th>ปี 2569"

    found = links(f"<h2>OIT 2569</h2><table>{head}{rows}</table>".encode())

    assert [(link.url, link.item, link.sure) for link in found[:2]] == [
        ("1", "O1", False), ("1b", "O1", True),
    ]  # fmt: skip
    assert found[0].why.en.endswith("but it is in the column of the year 2568")


def test_only_a_row_with_the_cells_of_the_head_has_its_columns() -> None:
    head = "<tr><th>ข้อ<th>ปี 2568<th>ปี 2569"
    rows = "<tr><td>O1 โครงสร้าง หน้าที่และอำนาจ<td><a href='1'>PDF</a></tr>"

    assert placed(f"<table>{head}{rows}</table>") == [("1", "O1", True)]


def test_a_heading_that_names_no_item_ends_the_one_before_it() -> None:
    entries = "".join(f"<h5>{title}</h5><a href='{title[-6:]}'>ไฟล์</a>" for title in TITLES)
    other = "<h5>งานวันเด็กแห่งชาติ</h5><a href='x'>ไฟล์</a>"

    found = placed(f"{entries}{other}<h5>คู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่</h5><a href='y'>ไฟล์</a>")

    assert found[-3:] == [(TITLES[-1][-6:], "O6", True), ("x", None, False), ("y", "O8", True)]


def test_a_scheme_with_some_of_the_titles_beside_other_numbers_has_no_items() -> None:
    general = next(one for one in program_lists() if (one.checklist, one.year) == ("general", 2568))
    titles = [item.title for item in general.items]
    titles[9:9] = ["หลักสูตรสถานศึกษา", "การรับนักเรียน", "ธนาคารโรงเรียน", "งานอาหารกลางวัน", "ห้องสมุด"]
    titles = titles[3:]
    rows = "".join(
        f"<p>O{number} {title} <a href='{number}'>ดู</a></p>"
        for number, title in enumerate(titles, 1)
    )

    assert {item for _, item, _ in placed(rows, "<h2>ITA 2568</h2>")} == {None}
