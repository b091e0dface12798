"""Words are recognised in the torn texts of PDFs by their consonants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.thai.consonants import FEWEST, consonants, consonants_and_numbers, thai_letters


@pytest.mark.parametrize(
    ("torn", "word"),
    [
        ("ผลการดำ เนินการ", "ผลการดำเนินการ"),
        ("ผลการด ํา เนินการ", "ผลการดำเนินการ"),
        ("ย ุ ทธศาสตรหร ์ อแนวทาง ื", "ยุทธศาสตร์หรือแนวทาง"),
        ("ตัวชวี้ ัดท 1ี่", "ตัวชี้วัดที่ ๑"),
        ("อุป\nสรรค", "อุปสรรค"),
        ("ปั\uf70bญหา", "ปัญหา"),
        ("\uf70fาติ", "ญาติ"),
        ("โโคครรงงกกาารร", "โครงการ"),
        ("No  Gift\nPolicy", "NO GIFT POLICY"),
        ("รายงาน\u200bผล", "รายงานผล"),
    ],
)
def test_a_torn_word_is_the_same_word(torn: str, word: str) -> None:
    assert consonants(torn) == consonants(word)


def test_the_budget_year_is_no_budget() -> None:
    assert consonants("งบประมาณ") not in consonants("ประจำปีงบประมาณ พ.ศ. 2568")
    assert consonants("งบประมาณ") in consonants("สรุปงบประมาณ")
    assert consonants("ปีงบประมาณ") in consonants("ประจำปีงบ ประมาณ 2568")


def test_the_spelling_of_long_words_remains_apart() -> None:
    words = ["ปัญหา/อุปสรรค", "ข้อเสนอแนะ", "งบประมาณที่ใช้", "ผลการดำเนินการ", "ระยะเวลา", "เป้าหมาย"]
    assert all(len(consonants(word)) >= FEWEST for word in words)
    assert len({consonants(word) for word in words}) == len(words)


def test_numbers_remain_apart() -> None:
    assert consonants_and_numbers("พ.ศ. 2566 – ๒๕๗๐ 12 โครงการ") == "พศ2566-2570 12ครงกร"
    assert consonants("2566 2570") == "25662570"


def test_letters_of_thai_are_counted() -> None:
    assert thai_letters("ผลงาน 12 items") == 4


@given(st.text(alphabet="กขาิำ่แ ๑1aF-", max_size=40))
def test_what_is_left_has_no_more_to_lose(text: str) -> None:
    assert consonants(consonants(text)) == consonants(text)
