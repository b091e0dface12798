"""The command ``oit review``."""

import io
import json

import docx
import pytest

from oit.cli.main import main
from small_agency import AGENCY, TODAY, SmallAgency

SITE = "https://www.lek.example/"
FILE = "data/2569/review.yml"
REVIEW = """\
opens: 2569-03-25
closes: 2569-04-08
items:
  - {item: O1, score: 50, remark: ไม่พบโทรศัพท์ 1-2345-67890-12-1}
  - {item: O2, score: 100}
  - {item: O7, score: 100}
  - {item: O8, score: 0}
"""


@pytest.fixture
def agency(small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch) -> SmallAgency:
    """An agency that was reviewed; the command is called in its folder."""
    small_agency.write("data/agency.yml", f"{AGENCY}site_url: {SITE}\n")
    small_agency.write(FILE, REVIEW)
    monkeypatch.chdir(small_agency.folder)
    return small_agency


def run(*arguments: str, lang: str = "th") -> int:
    """Call the command as ``oit`` does."""
    return main(["review", "--today", TODAY.isoformat(), *arguments, "--lang", lang])


def test_it_lists_the_differences_and_the_drafts(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    assert agency.data.is_dir()
    assert run() == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.splitlines()[1:8] == [
        "มีคะแนน 4 จาก 6 ข้อ ได้เต็ม 2 ข้อ",
        "ชี้แจงได้ตั้งแต่ 25 มีนาคม 2569 ถึง 8 เมษายน 2569 (อีก 7 วัน)",
        "",
        "โปรแกรมกับผู้ประเมินเห็นต่างกัน 2 ข้อ",
        "  O1 การติดต่อ (โปรแกรม: ครบ · ผู้ประเมิน: 50 คะแนน)",
        "    ข้อสังเกต: ไม่พบโทรศัพท์ 1xxxxxxxxxx21",
        "    • องค์ประกอบ 1 จาก 2 ไม่พบในแหล่งของปีนั้น ผู้ประเมินอาจดูอย่างอื่น: โทรศัพท์",
    ]
    assert f"      {SITE}oit/2569/o1/" in printed.out
    assert "    ยังขาด อย่าอ้าง:\n    – รายการ: ยังไม่มี\n" in printed.out
    assert "ยังไม่กรอกคะแนน: O20, O21" in printed.out


def test_english(agency: SmallAgency, capsys: pytest.CaptureFixture[str]) -> None:
    agency.write(FILE, "closes: 2569-03-31\nitems: [{item: O2, score: 50, remark: ก}]\n")
    assert run(lang="en") == 0
    out = capsys.readouterr().out
    assert "the round: to 2026-03-31 (it is over)" in out
    assert "the data gives no reason; read the remark" in out
    assert "remark: ก" in out


def test_agreement_is_said(agency: SmallAgency, capsys: pytest.CaptureFixture[str]) -> None:
    agency.write(FILE, "items: [{item: O2, score: 100}]\n")
    assert run() == 0
    out = capsys.readouterr().out
    assert "เห็นตรงกันทุกข้อที่มีคะแนน" in out
    assert "ร่างคำชี้แจง" not in out


def test_programs_get_json(agency: SmallAgency, capsys: pytest.CaptureFixture[str]) -> None:
    assert agency.data.is_dir()
    assert run("--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["year"], data["checklist"], data["without_score"]) == (
        2569,
        "small",
        ["O20", "O21"],
    )
    assert data["round"] == {"opens": "2026-03-25", "closes": "2026-04-08"}
    assert data["generator"]["name"] == "oit-site"
    assert data["agency"].keys() >= {"name", "kind", "id"}
    items = {item["id"]: item for item in data["items"]}
    assert [(i, item["differs"]) for i, item in items.items()] == [
        ("O1", "checker"),
        ("O2", None),
        ("O7", "assessors"),
        ("O8", None),
    ]
    assert (items["O1"]["score"], items["O1"]["full"], items["O1"]["final"]) == (50, 100, None)
    assert [reason["reason"] for reason in items["O7"]["reasons"]] == ["asks_more"]
    assert items["O2"]["answer"] is None
    assert items["O1"]["answer"]["elements"] == [
        {
            "where": "หน้าเว็บของข้อนี้",
            "address": f"{SITE}oit/2569/o1/",
            "elements": ["ที่อยู่", "โทรศัพท์"],
        }
    ]
    assert items["O8"]["answer"]["missing"] == ["รายการ"]


def test_the_drafts_are_written_for_word(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--out", "a.docx") == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "เขียนคำชี้แจง 1 ข้อไว้ใน a.docx\n")
    path = agency.folder / "a.docx"
    document = docx.Document(io.BytesIO(path.read_bytes()))
    assert "O1 การติดต่อ" in [line.text for line in document.paragraphs]
    # What somebody wrote into it is not lost unasked.
    path.write_bytes(b"mine")
    assert run("--out", "a.docx") == 2
    assert path.read_bytes() == b"mine"
    assert run("--out", "a.docx", "--force") == 0
    assert path.read_bytes().startswith(b"PK")


def test_a_paper_without_an_answer_is_announced_as_such(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    agency.write(FILE, "items: [{item: O8, score: 0}]\n")
    assert run("--out", "a.docx") == 0
    assert "ไม่มีข้อใดที่ข้อมูลมีสิ่งจะชี้แจง a.docx จึงมีเพียงหัวเรื่อง" in capsys.readouterr().err


def test_another_kind_of_file_is_refused(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--out", "a.pdf") == 2
    assert "--out review.docx" in capsys.readouterr().err
    assert not (agency.folder / "a.pdf").exists()


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (None, "oit new review"),
        ("opens: 2569-06-01\n", "ยังไม่มีคะแนนของข้อใด"),
        ("items: [{item: O99, score: 50}]\n", "OIT517"),
        ("items: [{item: O1, scoer: 50}]\n", "OIT205"),
    ],
)
def test_what_is_missing_or_wrong_is_said(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str], text: str | None, reported: str
) -> None:
    if text is None:
        (agency.folder / FILE).unlink()
    else:
        agency.write(FILE, text)
    assert run() == 2
    assert reported in capsys.readouterr().err


def test_a_year_without_items_has_nothing_to_compare(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    agency.write("data/2568/ita.yml", "year: 2568\n")
    assert run("--year", "2568") == 2
    assert "ปีงบประมาณ 2568 ไม่มีข้อของแบบวัด" in capsys.readouterr().err


def test_without_the_sites_address_it_warns(
    agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    agency.write("data/agency.yml", AGENCY)
    assert run() == 0
    printed = capsys.readouterr()
    assert "site_url" in printed.err
    assert "      /oit/2569/o1/" in printed.out
