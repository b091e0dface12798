"""The check of pages that are said to show an element."""

import shutil
from pathlib import Path

import pytest

from given import TODAY, a_folder
from oit import worker
from oit.assess.examine import examine, examined, with_document
from oit.checks.attested import isolated
from oit.checks.attested.check import wrong_page
from oit.checks.attested.found import find
from oit.checks.attested.word_pages import WordPages
from oit.data.checklist import Element
from oit.data.folder import DataFolder
from oit.findings.finding import Finding, Place, Severity
from oit.source import read
from oit.thai.pages import read_pages
from sent_files import REPORT, a_pdf, many_pages

FILLER = " เทศบาลเผยแพร่เรื่องนี้เพื่อให้ประชาชนทราบและตรวจสอบความถูกต้องครบถ้วนเป็นปัจจุบันตามกำหนด"
AGENCY = "name: ก\nkind: municipality\n"
ITEM = "documents:\n  - title: รายงาน\n    file: files/report.pdf\n    shows: {%s}\n"


def findings(folder: Path, shows: str, report: bytes | None = None) -> list[Finding]:
    data = a_folder(folder, {"data/agency.yml": AGENCY, "data/2569/o07.yml": ITEM % shows})
    file = folder / "docs/files/report.pdf"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(report or REPORT.read_bytes())
    return [found for found in examine(data, TODAY).findings if found.code.id == "OIT317"]


def test_a_page_without_the_words_is_reported_with_the_page_that_has_them(tmp_path: Path) -> None:
    [found] = findings(tmp_path, "recommendations: 5")
    assert found.severity is Severity.WARNING
    assert (found.item, found.element) == ("O7", "recommendations")
    assert found.place.line == 4
    assert "หน้า 5 ของ" in found.message("th")
    assert 'คำของ "ข้อเสนอแนะ" (ข้อเสนอแนะ, ' in found.message("th")
    assert "พบคำเหล่านี้ในหน้า" in found.message("th")
    assert "8" in found.message("en")


def test_words_that_are_nowhere_are_said_to_be_nowhere(tmp_path: Path) -> None:
    [found] = findings(tmp_path, "problems: 5")
    assert "และไม่พบในหน้าอื่น" in found.message("th")


def test_the_words_of_the_text_alone_are_missed_only_if_other_pages_have_them() -> None:
    found = find(
        ["", "ข้อเสนอแนะ" + FILLER, "รายงาน" + FILLER, "สรุป" + FILLER], ["ข้อเสนอแนะ", "อุปสรรค"]
    )
    place, page = Place("o07.yml"), read_pages("3")
    for text, is_reported in (("ข้อเสนอแนะ", True), ("อุปสรรค", False)):
        element = Element(id="a", text=text, rule="present")
        assert bool(wrong_page("a.pdf", page, element, found, place)) is is_reported
        own = Element(id="a", text="อื่น", rule="present", words=[text])
        assert wrong_page("a.pdf", page, own, found, place)
        assert not wrong_page("a.pdf", read_pages("1"), own, found, place)


@pytest.mark.parametrize(
    "shows",
    [
        "recommendations: 8",
        "recommendations: 5-8",
        "recommendations: '5, 8'",
        "year: 2",
        "recommendations: 99",  # reported by another check
        "unknown: 5",
        "recommendations: x",
    ],
)
def test_these_pages_are_not_reported(tmp_path: Path, shows: str) -> None:
    assert findings(tmp_path, shows) == []


def test_what_has_no_text_or_is_no_pdf_is_not_reported(tmp_path: Path) -> None:
    for number, report in enumerate([many_pages(9), b"%PDF-1.7 broken", b"PK", a_pdf(*"abcdef")]):
        assert findings(tmp_path / str(number), "recommendations: 5", report) == []


def test_a_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [first] = findings(tmp_path, "recommendations: 5")
    assert (tmp_path / ".cache/oit/words.json").stat().st_size < 3000

    def no_reader(*_: object, **__: object) -> object:
        raise AssertionError

    monkeypatch.setattr(worker, "read", no_reader)
    [again] = findings(tmp_path, "recommendations: 5")
    assert again.message() == first.message()


def test_other_words_of_a_known_file_are_looked_for(tmp_path: Path) -> None:
    assert findings(tmp_path, "recommendations: 8") == []
    assert len(findings(tmp_path, "recommendations: 8, spent: 5")) == 1
    assert len(findings(tmp_path, "recommendations: 5")) == 1


@pytest.mark.parametrize("kept", ["7", '[3, [], [], {"ก": 1}]', '[3, [], [], {"ก": [1, 2]}]'])
def test_a_broken_cache_is_ignored(tmp_path: Path, kept: str) -> None:
    findings(tmp_path, "recommendations: 5")
    cache = tmp_path / ".cache/oit/words.json"
    text = cache.read_text("utf-8")
    start = text.index('"values"')
    digest = text[start:].split('"')[3]
    cache.write_text(text[:start] + f'"values": {{"{digest}": {kept}}}}}', "utf-8")
    assert len(findings(tmp_path, "recommendations: 5")) == 1


def test_pages_after_the_most_that_are_read_are_not_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(isolated, "MOST_PAGES", 6)
    monkeypatch.setattr(worker, "read", lambda reader, file, *more: reader(file, *more))
    found = isolated.find_in(REPORT, ["ข้อเสนอแนะ"])
    assert found
    assert found.is_on(["ข้อเสนอแนะ"], [7])
    assert found.is_on(["ข้อเสนอแนะ"], [99])
    assert not found.is_on(["ข้อเสนอแนะ"], [5])


def test_one_changed_file_is_checked_again(tmp_path: Path) -> None:
    data = a_folder(
        tmp_path, {"data/agency.yml": AGENCY, "data/2569/o07.yml": ITEM % "recommendations: 8"}
    )
    (tmp_path / "docs/files").mkdir(parents=True)
    shutil.copy(REPORT, tmp_path / "docs/files/report.pdf")
    known = examined(data, TODAY)
    path = tmp_path / "data/2569/o07.yml"
    path.write_text(ITEM % "recommendations: 5", "utf-8")
    document = read(path, data.path, data.shown(path))
    codes = [found.code.id for found in with_document(known, path, document).findings]
    assert codes.count("OIT317") == 1


def test_a_file_that_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "report.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    assert WordPages(DataFolder(tmp_path)).of(broken, ["ข้อเสนอแนะ"]) is None
