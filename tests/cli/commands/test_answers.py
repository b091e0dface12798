"""The command ``oit answers``."""

import pytest

from oit.assess.assessment import errors_in
from oit.cli.main import main
from small_agency import AGENCY, TODAY, SmallAgency

SITE = "https://www.lek.example/"
FILE = "data/2569/submitted.yml"


@pytest.fixture
def agency(small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch) -> SmallAgency:
    """An agency that has a ``site_url``; the command is called in its folder."""
    small_agency.write("data/agency.yml", f"{AGENCY}site_url: {SITE}\n")
    monkeypatch.chdir(small_agency.folder)
    return small_agency


def run(*arguments: str, lang: str = "th") -> int:
    """Call the command as ``oit`` does."""
    return main(["answers", "--today", TODAY.isoformat(), *arguments, "--lang", lang])


def reported(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


def test_without_more_the_sheet_is_written_as_csv(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    assert agency.data.is_dir()
    assert run() == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "\ufeffข้อ,ชื่อข้อ,มี/ไม่มี,ที่อยู่,คำอธิบาย,สถานะ"
    assert lines[1].startswith(f"O1,การติดต่อ,มี,{SITE}oit/2569/o1/,")
    assert not (agency.folder / FILE).exists()


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (["--out", "a.csv"], b"\xef\xbb\xbf"),
        (["--out", "a.xlsx"], b"PK"),
        (["--out", "a.HTML"], b"<!doctype"),
        (["--out", "answers"], b"\xef\xbb\xbf"),
        (["--out", "a.txt", "--format", "xlsx"], b"PK"),
    ],
)
def test_the_file_says_its_format(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str], arguments: list[str], begins: bytes
) -> None:
    assert run(*arguments) == 0
    assert (agency.folder / arguments[1]).read_bytes().startswith(begins)
    printed = capsys.readouterr()
    assert printed.err == f"เขียนคำตอบ 6 ข้อไว้ใน {arguments[1]}\n"
    assert printed.out == ""


@pytest.mark.parametrize("name", ["a.txt", "a.docx"])
def test_a_file_of_another_kind_is_refused(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run("--out", name) == 2
    assert "csv, xlsx, html" in reported(capsys)
    assert not (agency.folder / name).exists()


def test_a_workbook_is_not_for_the_screen(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    assert agency.data.is_dir()
    assert run("--format", "xlsx") == 2
    assert "--out answers.xlsx" in reported(capsys)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_without_the_sites_address_it_says_where_to_write_it(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    agency.write("data/agency.yml", AGENCY)
    assert run(lang=lang) == 2
    assert "data/agency.yml" in (printed := reported(capsys))
    assert "site_url: https://www.example.go.th/" in printed


def test_data_that_is_wrong_is_reported(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    agency.write("data/2569/o01.yml", "phoen: 1\n")
    assert run() == 2
    assert "data/2569/o01.yml:1:1: OIT205" in reported(capsys)


def test_a_year_without_items_has_nothing_to_answer(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    agency.write("data/2568/ita.yml", "year: 2568\n")
    assert run("--year", "2568") == 2
    assert reported(capsys) == "ปีงบประมาณ 2568 ไม่มีข้อของแบบวัดให้ตอบ\n"


def test_what_is_submitted_is_locked(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--lock") == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"ล็อกที่อยู่ 4 แห่งไว้ใน {FILE}\n"
    text = (agency.folder / FILE).read_text(encoding="utf-8")
    assert "submitted: 2569-04-01\nitems:\n  - item: O1\n    addresses:\n" in text
    assert f"      - {SITE}oit/2569/o20/\n" in text
    assert errors_in([agency.assess()]) == []
    # A second call changes nothing.
    assert run("--lock") == 0
    assert (agency.folder / FILE).read_text(encoding="utf-8") == text


def test_locking_may_write_the_sheet_too(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--lock", "--out", "a.csv") == 0
    assert (agency.folder / "a.csv").is_file()
    assert run("--lock", "--format", "csv") == 0
    assert capsys.readouterr().out.startswith("\ufeffข้อ")


def test_locked_addresses_are_not_dropped(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--lock") == 0
    before = (agency.folder / FILE).read_text(encoding="utf-8")
    agency.write("data/agency.yml", f"{AGENCY}site_url: https://new.example/\n")
    assert run("--lock") == 2
    printed = reported(capsys)
    assert f"{FILE}:7:9: OIT405" in printed
    assert "--replace" in printed.splitlines()[-1]
    assert (agency.folder / FILE).read_text(encoding="utf-8") == before


def test_where_that_is_asked_for_they_are_replaced(agency: SmallAgency) -> None:
    assert run("--lock") == 0
    agency.write("data/agency.yml", f"{AGENCY}site_url: https://new.example/\n")
    assert run("--lock", "--replace") == 0
    text = (agency.folder / FILE).read_text(encoding="utf-8")
    assert SITE not in text
    assert errors_in([agency.assess()]) == []


def test_nothing_is_replaced_where_nothing_is_locked(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--replace") == 2
    assert reported(capsys) == "--replace ใช้คู่กับ --lock\n"
    assert not (agency.folder / FILE).exists()


def test_replacing_forgets_what_is_not_answered_any_more(agency: SmallAgency) -> None:
    assert run("--lock") == 0
    (agency.data / "2569/o02.yml").unlink()
    assert run("--lock") == 0
    assert "O2\n" in (agency.folder / FILE).read_text(encoding="utf-8")
    assert run("--lock", "--replace") == 0
    assert "O2\n" not in (agency.folder / FILE).read_text(encoding="utf-8")
