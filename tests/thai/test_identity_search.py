"""Numbers of persons in a text: which are found, and how sure it is. All are invented."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.thai.identity_search import (
    Kind,
    Match,
    Why,
    find,
    id_heading,
    mask_for_keeping,
    mask_for_message,
    mask_found,
    may_hold,
    names_a_number,
)
from thai import numbers_of_persons as table

ID, MOBILE, ACCOUNT = Kind.NATIONAL_ID, Kind.MOBILE, Kind.ACCOUNT
VALID = "1111111111119"
WRONG = "1111111111118"


def found(text: str, heading: str = "") -> list[tuple[Kind, Why]]:
    return [(match.kind, match.why) for match in find(text, heading)]


# National ids


@pytest.mark.parametrize(
    "text",
    [
        "1-1111-11111-11-9",
        "ผู้รับจ้าง (1-1111-11111-11-9)",
        "๑-๑๑๑๑-๑๑๑๑๑-๑๑-๙",
        "1 - 1111 - 11111 - 11 - 9",
        "1–1111–11111–11–9",
        "ลำดับ 12 1-1111-11111-11-9 บาท",
        "โครงการจ้างเหมา 1-1111-11111-11-9",
    ],
)
def test_the_shape_of_the_card_is_sure(text: str) -> None:
    assert found(text) == [(ID, Why.SHAPE)]


@pytest.mark.parametrize(
    "words",
    [
        "เลขประจำตัวประชาชน",
        "เลขประจําตัวประชาชน",  # ำ as PDFs store it
        "บัตรประจำตัวประชาชนเลขที่ ",
        "หมายเลขบัตรประชาชน: ",
        "เลขบัตร",
        "เลขที่บัตร ",
        "ปชช. ",
        "เลข 13 หลัก ",
        "เลขประจำตัวผู้เสียภาษี ",  # a company's begins with 0
        "พร้อมเพย์ ",
        "National ID: ",
        "citizen_id=",
        "id card no. ",
    ],
)
def test_words_before_a_number_make_it_sure(words: str) -> None:
    assert found(words + VALID) == [(ID, Why.WORDS)]
    assert found(words + "1 1111 11111 11 9") == [(ID, Why.WORDS)]
    assert found(words + "\n" + VALID) == [(ID, Why.WORDS)]
    assert found(VALID, heading=words) == [(ID, Why.WORDS)]
    assert found(words + WRONG) == [(ID, Why.SLIP)]


def test_digits_alone_are_not_sure() -> None:
    assert found(VALID) == [(ID, Why.DIGITS)]
    assert found("1 1111 11111 11 9") == [(ID, Why.DIGITS)]
    assert found(f"บัตรประชาชน{' ' * 100}{VALID}") == [(ID, Why.DIGITS)]


def test_the_shape_with_a_wrong_check_digit_may_be_a_slip() -> None:
    assert found("1-1111-11111-11-8") == [(ID, Why.SLIP)]
    assert found("เลขที่โครงการ 1-1111-11111-11-8") == []


@pytest.mark.parametrize(
    "text",
    [
        WRONG,
        "1 1111 11111 11 8",
        "0105551234567",  # a company's
        "0-1055-51234-56-7",
        "เลขประจำตัวผู้เสียภาษี 0105551234567",
        "9786161234567",  # an ISBN
        "67119990001",  # a project in e-GP
        "เลขที่โครงการ " + VALID,
        "สัญญาเลขที่ " + VALID,
        "บาร์โค้ด " + VALID,
        "ครุภัณฑ์ " + VALID,
        "ISBN " + VALID,
        "เลขประจำตัวสอบ " + VALID,
        VALID + "0",
        "5" + VALID,
        VALID + ".50",
        "3." + VALID,
        "1-1111-11111-11-9-5",
        "7-1-1111-11111-11-9",
        "A" + VALID,
        VALID + "b",
        f"IMG_{VALID}.jpg",
        f"https://www.example.go.th/view?id={VALID}",
        f"www.example.go.th/{VALID}",
        "1,111,111,111,119",
    ],
)
def test_other_numbers(text: str) -> None:
    assert found(text) == []


@given(st.from_regex(r"[0-9]{13}", fullmatch=True))
def test_no_13_digits_are_sure_by_themselves(digits: str) -> None:
    assert not any(match.sure for match in find(digits))


def unseen(texts: list[str], kind: Kind) -> list[str]:
    return [text for text in texts if kind not in {match.kind for match in find(text)}]


def test_every_spelling_of_an_id_is_seen_by_its_label() -> None:
    assert len(table.BESIDE_WORDS) > 94
    assert unseen(table.BESIDE_WORDS, ID) == []


def test_the_shape_and_the_check_digit_are_seen_without_a_label() -> None:
    assert unseen(table.ALONE, ID) == []


def test_phones_and_accounts_are_seen_in_the_same_spellings() -> None:
    assert unseen(table.MOBILES, MOBILE) == []
    assert unseen(table.ACCOUNTS, ACCOUNT) == []


def test_innocent_numbers_are_no_ids() -> None:
    assert [text for text in table.INNOCENT if found(text)] == []


def test_boxed_digits_need_their_words() -> None:
    digits = " ".join(VALID)
    assert found(digits) == []
    assert found(f"เลขบัตรประชาชน {digits}") == [(ID, Why.WORDS)]
    assert found(digits, heading="เลขบัตรประชาชน") == [(ID, Why.WORDS)]
    assert found(f"ID {digits}") == [(ID, Why.DIGITS)]
    assert found(f"เลขบัตรประชาชน {' '.join(WRONG)}") == [(ID, Why.SLIP)]
    # The row of a table begins with its number.
    assert found("7," + ",".join(VALID), heading="เลขบัตรประชาชน") == [(ID, Why.WORDS)]


@pytest.mark.parametrize(
    "row",
    [
        "1 2 3 4 5 6 7 8 9 0 1 2 1 5",
        "5 5 1 2 3 4 5 6 7 8 9 0 1 2 1",
        "12,345 678,901 21",
        "1,234,567 89,012.10",
        "123 4567 890121 5 6",
    ],
)
def test_a_row_of_numbers_under_the_words_is_no_id(row: str) -> None:
    assert found(row, heading="เลขบัตรประชาชน") == []


def test_ids_of_people_in_no_register_begin_with_0_and_need_their_words() -> None:
    assert found("0012345678909") == []
    assert found("เลขประจำตัวประชาชน 0012345678909") == [(ID, Why.WORDS)]
    assert found("เลขประจำตัวประชาชน 0123489567896") == [(ID, Why.WORDS)]
    assert found("เลขประจำตัวประชาชน 0000000000000") == []


def test_the_place_of_a_number_with_invisible_characters() -> None:
    number = "\u200b".join(VALID)
    text = f"\u200bเลข\u00adบัตร: {number}\u200b ก"
    [match] = find(text)
    assert text[match.start : match.end] == number
    assert match.digits == VALID


@pytest.mark.parametrize(
    "text", ["1234567890" * 10_000, "1 " * 10_000, "1-" * 10_000, "0812345678/" * 2_000]
)
@pytest.mark.parametrize("label", ["", "เลขประจำตัวประชาชน "])
def test_a_long_text_of_digits_is_searched_at_once(text: str, label: str) -> None:
    before = process_time()
    list(find(label + text))
    mask_for_keeping(label + text)
    assert process_time() - before < 5


# Mobile phones


@pytest.mark.parametrize(
    "number",
    [
        "081-234-5678",
        "081 234 5678",
        "081.234.5678",
        "081-2345678",
        "08-1234-5678",
        "08 1234 5678",
        "08-12345678",
        "081-2345-678",
        "0 8123 45678",
        "๐๘๑-๒๓๔-๕๖๗๘",
        "+66 81 234 5678",
        "+66812345678",
        "(+66)81-234-5678",
        "(66) 8 1234 5678",
        "+66 (0)81 234 5678",
    ],
)
def test_mobile_phones_as_they_are_written(number: str) -> None:
    [match] = find(f"ก {number} ข")
    assert match == Match(MOBILE, "0812345678", 2, 2 + len(number), Why.SHAPE)
    assert match.sure


def test_a_mobile_phone_in_one_run_is_sure_beside_its_words() -> None:
    assert found("0612345678") == [(MOBILE, Why.DIGITS)]
    assert found("2569-01-15 0912345678") == [(MOBILE, Why.DIGITS)]
    for words in ("โทร.", "มือถือ ", "เบอร์", "Tel.", "Line ", "พร้อมเพย์ "):
        assert found(words + "0812345678") == [(MOBILE, Why.WORDS)]
    assert found("โทร. 081-234-5678/0898765432") == [(MOBILE, Why.SHAPE), (MOBILE, Why.WORDS)]
    assert found("0812345678", heading="โทรศัพท์") == [(MOBILE, Why.WORDS)]


@pytest.mark.parametrize(
    "text",
    [
        "0 4500 0000",
        "045-000-000",
        "02-123-4567",
        "0-2123-4567",
        "0712345678",
        "1567",
        "081-234-567",
        "081-234-56789",
        "สัญญาเลขที่ 0812345678",
        "10812345678",
        "09 12 15 30 22",
    ],
)
def test_offices_and_other_numbers_are_not_mobile_phones(text: str) -> None:
    assert found(text) == []


# Bank accounts


@pytest.mark.parametrize(
    "text",
    [
        "เลขที่บัญชี 123-4-56789-0",
        "บัญชีธนาคาร 1234567890",
        "ธ.กรุงไทย 123-4-56789-0",
        "ธ.ก.ส. 012345678901",
        "ธนาคารออมสิน 020123456789",
        "ธนาคารออมสิน 123456789012345",
        "พร้อมเพย์ 123456789012345",
        "Bank account 123-456789-0",
        "บัญชี 0812345678",
    ],
)
def test_accounts_beside_their_words(text: str) -> None:
    assert found(text) == [(ACCOUNT, Why.WORDS)]


def test_the_shape_of_an_account_alone_is_not_sure() -> None:
    assert found("123-4-56789-0") == [(ACCOUNT, Why.DIGITS)]
    assert found("123-4-56789-0", heading="เลขที่บัญชี") == [(ACCOUNT, Why.WORDS)]
    assert found("เลขที่สัญญา 123-4-56789-0") == []


@pytest.mark.parametrize(
    "text",
    [
        "1234567890",
        "15 ธ.ค. 1234567890",
        "สธ. 1234567890",
        "กรมบัญชีกลาง 1234567890",
        "บัญชีราคากลาง 1234567890",
        "รหัสบัญชี 5101010101",
        "ธนาคาร 12345678901",
        "ธนาคาร 2569-01-15",
        "การเงินและบัญชี 1234567890",
    ],
)
def test_other_numbers_are_not_accounts(text: str) -> None:
    assert found(text) == []


# Texts


def test_the_nearest_words_count() -> None:
    assert found("ธนาคาร โทร. 0812345678") == [(MOBILE, Why.WORDS)]
    assert found("โทร. ธนาคาร 0812345678") == [(ACCOUNT, Why.WORDS)]
    assert found(f"เลขที่โครงการ 1 เลขบัตรประชาชน {VALID}") == [(ID, Why.WORDS)]
    assert found(f"โครงการ {VALID}", heading="เลขบัตรประชาชน") == []


def test_where_a_number_is() -> None:
    text = f"เลขบัตรประชาชน {VALID} โทร. ๐๘๑-๒๓๔-๕๖๗๘"
    assert [text[match.start : match.end] for match in find(text)] == [VALID, "๐๘๑-๒๓๔-๕๖๗๘"]


@pytest.mark.parametrize("text", ["", "ก", "2569-01", "12,345,678.00", "โทร. 0 4500"])
def test_most_texts_are_skipped_fast(text: str) -> None:
    assert not may_hold(text)
    assert found(text) == []


def test_headings_of_columns_and_pages() -> None:
    assert may_hold(VALID)
    assert names_a_number("โทรศัพท์")
    assert not names_a_number("ชื่อ-สกุล")
    assert id_heading("ที่ เลขประจำตัวประชาชน ชื่อ") == "เลขประจำตัวประชาชน"
    assert not id_heading("สำเนาบัตรประชาชน เลขานุการประชาชน")


@given(st.text("0123456789๐๙-–. ()+ก\n", max_size=60))
def test_every_text_can_be_searched(text: str) -> None:
    for match in find(text):
        assert text[match.start : match.end].strip()
        assert may_hold(text)


# Masks


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("เลขบัตร 1-1111-11111-11-9 และ 500", "เลขบัตร 1xxxxxxxxxx19 และ 500"),
        ("1111111111119", "1xxxxxxxxxx19"),
        ("โทร 081-234-5678", "โทร 0xxxxxxx78"),
        ("เลขที่บัญชี 123-4-56789-0", "เลขที่บัญชี 1xxxxxxx90"),
        ("123-4-56789-0", "123-4-56789-0"),
        ("0105500000001", "0105500000001"),
        ("", ""),
    ],
)
def test_ids_in_messages_are_masked_and_all_else_stays(text: str, shown: str) -> None:
    assert mask_for_message(text) == shown


@pytest.mark.parametrize(
    ("text", "kept", "count"),
    [
        (f"นาย ก {VALID}", "นาย ก xxxxxxxxxxxxx", 1),
        (f"๒ ราย: {VALID}, 1-1111-11111-11-9", "2 ราย: xxxxxxxxxxxxx, xxxxxxxxxxxxx", 2),
        # The digits are enough, whatever words are near, and so are the words.
        (f"โครงการ {VALID}", "โครงการ xxxxxxxxxxxxx", 1),
        (f"เลขบัตรประชาชน {WRONG}", "เลขบัตรประชาชน xxxxxxxxxxxxx", 1),
        (f"รหัส {WRONG}", f"รหัส {WRONG}", 0),
        ("๐๑๐๕๕๕๑๒๓๔๕๖๗", "๐๑๐๕๕๕๑๒๓๔๕๖๗", 0),
        ("โทร 081-234-5678", "โทร 081-234-5678", 0),
    ],
)
def test_ids_in_texts_to_keep_are_masked_and_counted(text: str, kept: str, count: int) -> None:
    assert mask_for_keeping(text) == (kept, count)


@given(st.text("0123456789๐๙-–. ()+ก\n", max_size=60))
def test_what_a_publication_masks_is_not_kept(text: str) -> None:
    masked = mask_found(text)
    assert (masked == text) or mask_for_keeping(text)[1] > 0
