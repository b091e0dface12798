import pytest

from oit.adopt.numbers import Kind, number_at_start, number_in_address

LETTER, ZERO, WORD, BARE = Kind.LETTER, Kind.ZERO, Kind.WORD, Kind.BARE


@pytest.mark.parametrize(
    ("text", "kind", "value", "rest"),
    [
        ("O7 แผน", LETTER, 7, "แผน"), ("o7", LETTER, 7, ""), ("O.7 แผน", LETTER, 7, "แผน"),
        ("O 7", LETTER, 7, ""), ("O๗ แผน", LETTER, 7, "แผน"), ("OIT7", LETTER, 7, ""),
        ("OIT ข้อ 7 แผน", LETTER, 7, "แผน"), ("ITA O5", LETTER, 5, ""), ("О7 แผน", LETTER, 7, "แผน"),
        ("– O11 ไตรมาสที่ 1", LETTER, 11, "ไตรมาสที่ 1"), ("[O3] ข้อมูล", LETTER, 3, "ข้อมูล"),
        ("O1.1 คำสั่ง", LETTER, 1, "คำสั่ง"), ("O12รายงาน", LETTER, 12, "รายงาน"),
        ("O 1 - โครงสร้าง", LETTER, 1, "โครงสร้าง"), ("โครงสร้าง (O1)", LETTER, 1, "โครงสร้าง"),
        ("\u200bO\u200b7", LETTER, 7, ""), ("O7-1", LETTER, 7, ""), ("O7-2 แผน", LETTER, 7, "แผน"),
        ("๐๗ แผน", ZERO, 7, "แผน"), ("07 แผน", ZERO, 7, "แผน"), ("007", ZERO, 7, ""),
        ("010 แผน", ZERO, 10, "แผน"), ("029ประกาศ", ZERO, 29, "ประกาศ"),
        ("ข้อ 7", WORD, 7, ""), ("ข้อที่ ๗ แผน", WORD, 7, "แผน"),
        ("7. แผน", BARE, 7, "แผน"), ("7) แผน", BARE, 7, "แผน"),
        ("12 ต.ค. 2566", BARE, 12, "ต.ค. 2566"),
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(
    text: str, kind: Kind, value: int, rest: str
) -> None:
    found = number_at_start(text)

    assert found is not None
    assert (found.kind, found.prefix, found.value, found.rest) == (kind, "o", value, rest)


def test_the_letters_are_those_of_the_list() -> None:
    found = number_at_start("MOIT 12 หน่วยงาน")

    assert found is not None
    assert (found.prefix, found.value) == ("moit", 12)


@pytest.mark.parametrize(
    "text",
    [
        "O1–O43", "O1-43", "O1-5 ข้อมูลพื้นฐาน", "(O1 - O6)", "o1 ถึง o26",
        "9.1 ข้อมูลพื้นฐาน", "ITA 2566", "ITA 66", "2566",
        "02-123-4567", "02 123 4567", "08.30 น.", "01/02/2569", "Online", "o", "ปี 2569",
        "แสดงขั้นตอนการเปิดเผยข้อมูล O1", "1,234 คน", "",
    ],
)  # fmt: skip
def test_ranges_years_telephones_dates_and_sub_indicators_are_no_numbers(text: str) -> None:
    assert number_at_start(text) is None


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("/view/agency/ita-2566/o14-คมอ", 14), ("/wp/ITA02/O5/x.pdf", 5), ("p/2.php#ITA010", 10),
        ("/sdc_download/ita2569-o20-02?inline=1", 20), ("O14/o14_1(2).pdf", 14), ("o1.pdf", 1),
        ("/%E0%B8%81-o7-a", 7), ("/images/ita68/3.pdf", None), ("https://o2.example/x", None),
        ("/foo2/bar", None), ("/page7", None), ("", None),
    ],
)  # fmt: skip
def test_an_address_may_name_a_number(url: str, value: int | None) -> None:
    found = number_in_address(url, frozenset({"o"}))

    assert (found and found.value) == value
