"""``oit adopt``: the call, its exit status, and the report that it leaves."""

import json
import shutil
from pathlib import Path

import pytest

from given import ROOT
from oit.cli.commands import adopt as command
from oit.cli.output import Output
from start.newcomer import Newcomer, Result

REPORT = ROOT / "docs/files/2569/o07-annual-report.pdf"
ITEM = "<tr><td>{}</td><td>{}</td><td><a href='{}'>รายงาน พ.ศ. 2568</a></td></tr>"
PAGE = "<html><body><h1>OIT ปีงบประมาณ พ.ศ. 2569</h1><table>{}</table></body></html>"
AGENCY = "name: เทศบาลตำบลใหม่\nkind: municipality\nchecklist: small\n"
TITLES = ["สวนสาธารณะริมน้ำ", "ตลาดนัดเช้าวันเสาร์", "ห้องสมุดประชาชนตำบล", "สนามกีฬากลางแจ้ง"]
"""No other checklist has these."""
CHECKLIST = """\
checklist: small
year: 2569
title: แบบวัดย่อ
indicators:
  - {id: "9", title: การเปิดเผยข้อมูล}
items:
""" + "".join(
    f"""\
  - id: O{number}
    title: {title}
    indicator: "9"
    form: annual_report
    elements:
      - {{id: results, text: ผลรายโครงการ, rule: present, field: projects, basis: confirmed}}
"""
    for number, title in enumerate(TITLES, 1)
)


@pytest.fixture
def newcomer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Newcomer:
    """An agency whose checklist has four items, with its old site in ``old``."""
    made = Newcomer(tmp_path, capsys)
    made.write("agency.yml", AGENCY)
    made.write("checklists/small-2569.yml", CHECKLIST)
    (made.data / "2569").mkdir()
    old = tmp_path / "old"
    old.mkdir()
    rows = [ITEM.format(f"O{n}", title, f"{n}.pdf") for n, title in enumerate(TITLES, 1)]
    (old / "index.html").write_text(PAGE.format("".join(rows)), encoding="utf-8")
    for number in range(1, 5):
        shutil.copyfile(REPORT, old / f"{number}.pdf")
    monkeypatch.chdir(made.site)
    return made


def call(newcomer: Newcomer, *more: str, source: str = "old", lang: str = "en") -> Result:
    old = newcomer.folder / source
    return newcomer.call("adopt", str(old), "--year", "2569", *more, lang=lang)


def test_what_is_found_and_what_is_left_to_do(newcomer: Newcomer) -> None:
    said = call(newcomer)
    assert f"O1 {TITLES[0]}" in said.out
    report = (newcomer.site / "adopt-report.html").read_text(encoding="utf-8")
    assert "เทศบาลตำบลใหม่" in report
    assert (newcomer.site / "docs/files/2569/o01-1.pdf").is_file()
    assert "o01-1.pdf" in newcomer.read("2569/o01.yml")


def test_zero_if_everything_was_found_and_is_sure(newcomer: Newcomer) -> None:
    said = call(newcomer, "--format", "json")
    assert said.status == 0
    assert {item["state"] for item in json.loads(said.out)["items"]} == {"found"}


def test_one_if_something_is_missing(newcomer: Newcomer) -> None:
    (newcomer.folder / "old/1.pdf").unlink()
    said = call(newcomer)
    assert said.status == 1
    assert "Not in the saved folder (1)" in said.out
    assert not (newcomer.data / "2569/o01.yml").exists()


def test_a_dry_run_writes_no_report_either(newcomer: Newcomer) -> None:
    assert "nothing was written" in call(newcomer, "--dry-run").out
    assert not (newcomer.site / "adopt-report.html").exists()
    assert not (newcomer.site / "docs").exists()


@pytest.mark.parametrize(
    ("source", "more", "words"),
    [
        ("none", (), "none"),
        ("old", ("--limit", "much"), "cannot read the size much"),
        ("old", ("--limit", "0"), "cannot read the size 0"),
        ("old", ("--from-year", "2026"), "did you mean 2569"),
        ("old", ("--data", "nowhere"), "agency.yml"),
    ],
)
def test_two_if_the_call_or_the_data_is_wrong(
    source: str, more: tuple[str, ...], words: str, newcomer: Newcomer
) -> None:
    said = call(newcomer, *more, source=source)
    assert said.status == 2
    assert words in said.err
    assert not (newcomer.site / "adopt-report.html").exists()


def test_two_if_the_page_has_no_links(newcomer: Newcomer) -> None:
    (newcomer.folder / "old/index.html").write_text("<html><p>ว่าง</p></html>", encoding="utf-8")
    for lang, words in (("th", "ไม่ได้เขียนไฟล์ใด"), ("en", "nothing was written")):
        said = call(newcomer, lang=lang)
        assert said.status == 2
        assert words in said.err


def test_two_if_a_folder_has_the_name_of_the_report(newcomer: Newcomer) -> None:
    (newcomer.site / "adopt-report.html").mkdir()
    said = call(newcomer)
    assert said.status == 2
    assert "adopt-report.html is a folder" in said.err
    assert not (newcomer.data / "2569/adopted.yml").exists()


def test_a_cache_that_cannot_be_used_does_not_matter_for_saved_pages(newcomer: Newcomer) -> None:
    (newcomer.site / ".cache").write_text("", encoding="utf-8")
    assert call(newcomer).status == 0
    assert (newcomer.data / "2569/adopted.yml").exists()


def test_sizes_as_people_write_them() -> None:
    size = command.Size()
    written = {"50MB": 50_000_000, "500 kb": 500_000, "๒MB": 2_000_000, "7": 7, "1g": 10**9}
    assert {text: size.convert(text, None, None) for text in written} == written


def test_it_stops_with_a_word(newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "adopt", stop)
    said = call(newcomer)
    assert said.status == 130
    assert "run the same command again" in said.err


def test_a_terminal_is_told_what_is_fetched(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    del newcomer
    tell = command._Teller(Output("en"))
    tell("https://www.tumbon.go.th/a\x1b[2J", 3)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    tell("https://www.tumbon.go.th/a\x1b[2J", 3)
    assert capsys.readouterr().err == "fetching https://www.tumbon.go.th/a\\x1b[2J, 3 left\n"
