"""What documents are called in docs/files."""

import pytest

from oit.checks.published.names import trouble_with
from oit.desk.documents.names import free_name, safe_name, shown_name, suffix_of, title_from

THAI = "รายงานผลการดำเนินงานประจำปีงบประมาณ พ.ศ. 2568"


def test_a_document_is_named_after_its_item_and_title() -> None:
    assert safe_name("o07", THAI, ".pdf") == "o07-รายงานผลการดำเนินงานประจำปีงบประมาณ-พ-ศ-2568.pdf"
    assert safe_name("o07", "o07-annual report", ".pdf") == "o07-annual-report.pdf"
    assert safe_name("o07", "O07", ".pdf") == "o07.pdf"
    assert safe_name("o07", "o070", ".pdf") == "o07-o070.pdf"


HOSTILE = [
    "../../x",
    "..\\..\\x",
    "C:\\windows\\x",
    "CON",
    "nul",
    "com1.tar",
    "a\0b",
    "x" * 5000,
    "ก" * 300,
    "กุ้งน้ำปู่" * 40,
    "  . ",
    "",
    "-",
    "่่่",
    ".htaccess",
    'a?b*c|d<e>f:g"h',
    "\u202egnp.exe",
    "a\u200bb",
    "%2e%2e%2f",
    "🙂",
    "a/b/c",
    "\ud800",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_any_words_become_a_name_that_every_system_can_store(words: str) -> None:
    for title in (words, title_from(f"{words}.pdf")):
        name = safe_name("o07", title, ".pdf")
        assert name.startswith("o07-")
        assert name.endswith(".pdf")
        assert not set("/\\\0") & set(name)
        assert trouble_with(name) is None
        assert trouble_with(f"{name[:-4]}-999.pdf") is None


def test_a_long_name_is_not_cut_between_a_letter_and_its_marks() -> None:
    for length in range(45, 55):
        name = safe_name("o07", "ก" * length + "น้ำ", ".pdf")
        assert not name.removesuffix(".pdf").endswith("น")


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert free_name("a.pdf", set()) == "a.pdf"
    assert free_name("a.pdf", {"a.pdf", "a-2.pdf"}) == "a-3.pdf"
    # Windows and macOS keep only one of two such names.
    assert free_name("a.pdf", {"A.PDF"}) == "a-2.pdf"


def test_the_sender_knows_a_file_without_its_folders() -> None:
    assert shown_name("C:\\Users\\a\\รายงาน.pdf") == "รายงาน.pdf"
    assert shown_name("../../x.pdf") == "x.pdf"
    assert suffix_of("a.PDF") == ".pdf"
    assert suffix_of("a") == ""
    assert suffix_of("a.p/df") == ""
    assert title_from("O7_รายงาน-ประจำปี.pdf") == "O7 รายงาน ประจำปี"
