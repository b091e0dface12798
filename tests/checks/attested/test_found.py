"""On which pages the words of elements are."""

from oit.checks.attested.found import find, pages_showing
from oit.data.checklist import OWN_FOLDER, load
from oit.pdf import texts
from oit.thai.pages import Pages
from sent_files import REPORT, ROOT

FILLER = "เทศบาลเผยแพร่เรื่องนี้เพื่อให้ประชาชนทราบและตรวจสอบความถูกต้องครบถ้วนเป็นปัจจุบันตามกำหนด "
"""A text of a page without the words that are looked for."""
WORDS = {"problems": ["ปัญหา/อุปสรรค", "อุปสรรค"], "advice": ["ข้อเสนอแนะ"], "who": ["นายก"]}


def page(words: str = "") -> str:
    return words + FILLER * 2


def test_the_page_with_the_words_is_found() -> None:
    pages = [page("รายงาน"), page("ผลงาน"), page("ปัญหา/อุป สรรค"), page("ข้อเสนอแนะ")]
    assert pages_showing(pages, WORDS) == {"problems": 3, "advice": 4}


def test_words_that_are_on_no_page_are_said_to_be_absent() -> None:
    assert pages_showing([page(), page("ข้อเสนอแนะ")], WORDS) == {"problems": None, "advice": 2}


def test_a_table_of_contents_shows_nothing() -> None:
    named = page("สาร บัญ ปัญหา/อุปสรรค 3 ข้อเสนอแนะ 4")
    leaders = page("ปัญหา/อุปสรรค ........ 3\nข้อเสนอแนะ ......... 4\nภาคผนวก . . . . . . . ๙\n")
    for contents in (named, leaders):
        shown = pages_showing([page(), contents, page("ปัญหา/อุปสรรค")], WORDS)
        # The words are somewhere, so they are not absent.
        assert shown == {"problems": 3}


def test_the_title_page_counts_only_if_no_other_page_has_the_words() -> None:
    title = page("รายงานปัญหา/อุปสรรค และข้อเสนอแนะ")
    assert pages_showing([title, page("อุปสรรค")], WORDS) == {"problems": 2, "advice": 1}


def test_a_heading_says_more_than_a_word_in_a_text() -> None:
    pages = [page(), page(FILLER * 2 + "ข้อเสนอแนะ"), page("ข้อเสนอแนะ")]
    assert pages_showing(pages, WORDS)["advice"] == 3


def test_a_scan_says_nothing() -> None:
    assert pages_showing(["", " \n", "หน้า 3"], WORDS) == {}
    assert pages_showing([], WORDS) == {}


def test_a_page_without_text_may_show_anything() -> None:
    assert pages_showing([page(), "", page("ข้อเสนอแนะ")], WORDS) == {"advice": 3}
    # Letters that have lost their meaning.
    garbled = "¼Å¡ÒÃ´Óà¹Ô¹§Ò¹" * 20
    assert pages_showing([page(), garbled], WORDS) == {}


def test_short_words_excuse_a_page_but_do_not_recommend_it() -> None:
    found = find([page(), page("นายกเทศมนตรี")], ["นายก"])
    assert found.best(["นายก"]) is None
    assert found.is_on(["นายก"], [2])
    assert not found.is_on(["นายก"], [1])


def test_a_page_that_is_not_known_is_not_accused() -> None:
    found = find([page(), ""], ["ข้อเสนอแนะ"])
    assert not found.is_on(["ข้อเสนอแนะ"], [1])
    for pages in ([2], [1, 2], [3]):
        assert found.is_on(["ข้อเสนอแนะ"], pages)


def test_years_are_found_in_dates_and_plans() -> None:
    found = find([page("แผน พ.ศ. 2566 – 2570"), page("งบ 2,568 บาท 12568")], ["2568"])
    assert found.on == {"2568": (1,)}


def test_the_samples_pages_are_right_and_wrong_ones_are_noticed() -> None:
    """Measured on every document of the sample, each element moved to every other page."""
    items = load(OWN_FOLDER / "general-2569.yml", "")[0]
    assert items
    attested = {
        "o06-action-plan.pdf": ("O6", {"projects": 3, "budget": 3, "period": 4}),
        "o06-progress.pdf": ("O6", {"results": 2, "spent": 3}),
        "o05-plan.pdf": ("O5", {"goals": 6, "indicators": 9}),
        REPORT.name: ("O7", {"results": 4, "spent": 6, "recommendations": 8}),
        "o08-manuals.pdf": ("O8", {"laws": 7}),
    }
    accused = noticed = wrong = suggested = 0
    for name, (item, shows) in attested.items():
        elements = {e.id: e for i in items.items if i.id == item for e in i.elements}
        words = {id_: elements[id_].words_in_documents for id_ in shows}
        pages = texts(ROOT / "docs/files/2569" / name, 50)
        found = find(pages, (word for some in words.values() for word in some))
        suggested += sum(pages_showing(pages, words)[id_] == at for id_, at in shows.items())
        for id_, at in shows.items():
            accused += not found.is_on(words[id_], Pages(((at, at),)).numbers)
            others = {*range(2, found.pages + 1)} - {at}
            wrong += len(others)
            noticed += sum(not found.is_on(words[id_], [other]) for other in others)
    assert accused == 0
    assert suggested >= 9
    assert noticed >= 0.75 * wrong > 0
