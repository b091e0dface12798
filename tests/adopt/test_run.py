"""A run: what the old site has goes into the agency's folder, and no result of a check changes."""

import io
import os
import re
import shutil
import sys
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from adopt.adopting import DOCUMENTS, REPORT, Adopting, index, of_item
from adopt.served import OldSite
from given import TODAY
from oit.adopt import write as writing
from oit.adopt.adoption import Held, Outcome
from oit.adopt.documents import Why
from oit.adopt.groups import state_of
from oit.adopt.trouble import TroubleKind
from oit.assess.assessment import ElementStatus
from oit.atomic import write_atomically
from oit.data.checklist import available, load
from oit.findings.codes import document_path
from oit.findings.refusal import NothingWrittenError
from sent_files import a_pdf, a_picture

O1 = "O1 โครงสร้าง หน้าที่และอำนาจ"
O7 = "O7 รายงานผลการดำเนินงานประจำปี"
O8 = "O8 คู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่"
O9 = "O9 คู่มือหรือแนวทางการขอรับบริการสำหรับผู้รับบริการหรือผู้มาติดต่อ"
ONE = index({O7: [("รายงานผลการดำเนินงาน พ.ศ. 2568", "report.pdf")]})
AN_ID = "1101700230708"
"""An invented number whose check digit is right."""


def test_a_document_is_an_entry_and_what_it_shows_is_a_comment(adopting: Adopting) -> None:
    adopting.save(ONE, report_pdf=REPORT)
    adoption = adopting.adopt()
    text = adopting.newcomer.read("2569/o07.yml")
    assert (
        "\ndocuments:\n"
        "  - title: รายงานผลการดำเนินงาน พ.ศ. 2568\n"
        "    file: files/2569/o07-1.pdf\n"
        "    # shows: {" in text
    )
    assert re.search(r"# shows: \{.*results: 4.*\}   # พบคำเหล่านี้ เปิดดูก่อน", text)
    assert "# ไม่พบคำว่า ปัญหา/อุปสรรค ในเอกสารนี้" in text
    stored = adopting.folder.docs / "files/2569/o07-1.pdf"
    assert stored.read_bytes() == REPORT.read_bytes()
    assert of_item(adoption, "O7").held is Held.WRITTEN
    assert "address: file:///report.pdf" in adopting.newcomer.read("2569/adopted.yml")


def test_a_proposal_counts_once_its_sign_is_removed(adopting: Adopting) -> None:
    adopting.save(ONE, report_pdf=REPORT)
    adopting.adopt()
    text = adopting.newcomer.read("2569/o07.yml")
    adopting.newcomer.write("2569/o07.yml", text.replace("# shows:", "shows:"))
    item = adopting.newcomer.check(2569).items[6]
    statuses = {entry.element.id: entry.status for entry in item.elements}
    assert statuses["results"] is ElementStatus.ATTESTED
    assert statuses["problems"] is ElementStatus.MISSING
    [row] = of_item(adopting.adopt(), "O7").rows
    assert (row.outcome, row.shows, row.absent) == (Outcome.KNOWN, {}, ())


def test_what_is_still_to_do_is_said_by_every_run(adopting: Adopting) -> None:
    adopting.save(
        index({O7: [("รายงาน", "report.pdf"), ("รายงานปีก่อน", "old.pdf")]}),
        report_pdf=REPORT,
        old_pdf=DOCUMENTS / "o14-hr-report-2567.pdf",
    )
    first, again = of_item(adopting.adopt(), "O7"), of_item(adopting.adopt(), "O7")
    assert [row.outcome for row in first.rows] == [Outcome.LIVE, Outcome.LOOK]
    assert [row.outcome for row in again.rows] == [Outcome.KNOWN, Outcome.WAITING]
    assert state_of(again) == state_of(first) == "look"
    for before, row in zip(first.rows, again.rows, strict=True):
        assert replace(row, outcome=before.outcome) == before


@pytest.mark.parametrize("text", ["owner: กองคลัง\n", "documents: [\n", "documents: none\n"])
def test_a_document_that_somebody_took_out_is_not_proposed_again(
    text: str, adopting: Adopting
) -> None:
    adopting.save(ONE, report_pdf=REPORT)
    adopting.adopt()
    adopting.newcomer.write("2569/o07.yml", text)
    [row] = of_item(adopting.adopt(), "O7").rows
    assert (row.outcome, row.shows, row.doubts) == (Outcome.KNOWN, {}, ())


def test_no_result_of_a_check_changes(adopting: Adopting) -> None:
    """Every item is given every document of the sample that its own name says is for it."""
    before = adopting.said()
    checklist = adopting.newcomer.check(2569).checklist
    items: dict[str, list[tuple[str, str]]] = {}
    files: dict[str, Path | bytes] = {}
    for item in checklist.items:
        for file in sorted(DOCUMENTS.glob(f"o{item.number:0>2}-*")) or [REPORT]:
            name = f"{item.slug}x{file.stem[3:]}{file.suffix}"
            items.setdefault(f"{item.id} {item.title}", []).append(("เอกสารฉบับเต็ม", name))
            files["_".join(name.rsplit(".", 1))] = file
    adopting.save(index(items), **files)
    adoption = adopting.adopt()
    rows = [row for entry in adoption.items for row in entry.rows]
    assert {row.outcome for row in rows} == {Outcome.LIVE, Outcome.LOOK}
    assert len({entry.item.id for entry in adoption.items if entry.rows}) == len(checklist.items)
    assert adopting.said() == before
    assert not {"OIT311", "OIT402"} & {
        finding.code.id for finding in adopting.newcomer.check(2569).findings
    }


def test_a_second_run_changes_nothing(adopting: Adopting) -> None:
    adopting.save(ONE, report_pdf=REPORT)
    adopting.adopt()
    before = adopting.written()
    adoption = adopting.adopt()
    assert adopting.written() == before
    assert [row.outcome for row in of_item(adoption, "O7").rows] == [Outcome.KNOWN]


def test_a_second_run_says_what_changed_at_the_source(adopting: Adopting) -> None:
    first = {O7: [("รายงาน", "report.pdf")], O8: [("คู่มือปฏิบัติงาน", "manual.pdf")]}
    adopting.save(index(first), report_pdf=REPORT, manual_pdf=DOCUMENTS / "o08-manuals.pdf")
    adopting.adopt()
    before = adopting.written()
    now = {
        O7: [("รายงาน", "report.pdf")],
        O9: [("คู่มือบริการ", "service.pdf")],
    }
    service = DOCUMENTS / "o09-service-guide.pdf"
    adopting.save(index(now), report_pdf=DOCUMENTS / "o06-progress.pdf", service_pdf=service)
    adoption = adopting.adopt()
    assert adopting.written() == before
    assert of_item(adoption, "O7").rows[0].outcome is Outcome.CHANGED
    assert of_item(adoption, "O9").rows[0].outcome is Outcome.NEW
    assert [gone.file for gone in adoption.gone] == ["files/2569/o08-1.pdf"]
    assert not adoption.is_complete


def test_another_source_adds_to_items_that_are_still_empty(adopting: Adopting) -> None:
    adopting.save(ONE, report_pdf=REPORT)
    adopting.adopt()
    before = adopting.newcomer.read("2569/o07.yml")
    other = adopting.newcomer.folder / "other"
    other.mkdir()
    page = index({O7: [("อื่น", "b.pdf")], O8: [("คู่มือปฏิบัติงาน", "b.pdf")]})
    (other / "index.html").write_text(page, encoding="utf-8")
    shutil.copyfile(DOCUMENTS / "o08-manuals.pdf", other / "b.pdf")
    adoption = adopting.adopt(str(other))
    assert of_item(adoption, "O7").rows[0].outcome is Outcome.BESIDE
    assert adopting.newcomer.read("2569/o07.yml") == before
    assert "file: files/2569/o08-1.pdf" in adopting.newcomer.read("2569/o08.yml")


def test_a_file_written_by_hand_is_left_alone(adopting: Adopting) -> None:
    adopting.newcomer.write("2569/o07.yml", "owner: กองคลัง\n")
    adopting.save(ONE, report_pdf=REPORT)
    before = adopting.written()
    adoption = adopting.adopt()
    assert adopting.written() == before
    entry = of_item(adoption, "O7")
    assert (entry.held, entry.rows[0].outcome) == (Held.BY_HAND, Outcome.BESIDE)
    assert entry.rows[0].shows["results"] == 4


def test_a_missing_file_of_an_item_is_written(adopting: Adopting) -> None:
    (adopting.newcomer.data / "2569/o07.yml").unlink()
    adopting.save(ONE, report_pdf=REPORT)
    adopting.adopt()
    assert "file: files/2569/o07-1.pdf" in adopting.newcomer.read("2569/o07.yml")


@pytest.mark.parametrize("gone", ["2569/o07.yml", "2569"])
def test_a_document_is_an_entry_too_where_its_file_is_missing(
    gone: str, adopting: Adopting
) -> None:
    """A check words a missing file otherwise than an empty one; that is no change of a status."""
    path = adopting.folder.path / gone
    if path.is_dir():
        shutil.rmtree(path)
        path.mkdir()
    else:
        path.unlink()
    adopting.save(ONE, report_pdf=REPORT)
    [row] = of_item(adopting.adopt(), "O7").rows
    assert row.outcome is Outcome.LIVE


def test_a_dry_run_writes_nothing(adopting: Adopting) -> None:
    adopting.save(ONE, report_pdf=REPORT)
    before = adopting.written()
    adoption = adopting.adopt(is_dry=True)
    assert adopting.written() == before
    assert [*adoption.written] == [
        "docs/files/2569/o07-1.pdf",
        "data/2569/adopted.yml",
        "data/2569/o07.yml",
    ]


def test_a_document_of_two_items_is_one_file(adopting: Adopting) -> None:
    page = index({O7: [("รายงานรวม", "a.pdf"), ("ซ้ำ", "b.pdf")], O8: [("รวมเล่ม", "a.pdf")]})
    adopting.save(page, a_pdf=REPORT, b_pdf=REPORT)
    adopting.adopt()
    assert [path.name for path in (adopting.folder.docs / "files/2569").iterdir()] == ["o07-1.pdf"]
    assert adopting.newcomer.read("2569/o07.yml").count("o07-1.pdf") == 1
    assert "o07-1.pdf" in adopting.newcomer.read("2569/o08.yml")


def test_a_name_that_is_taken_is_not_used(adopting: Adopting) -> None:
    mine = adopting.folder.docs / "files/2569/O07-1.docx"
    mine.parent.mkdir()
    mine.write_bytes(b"mine")
    adopting.save(ONE, report_pdf=REPORT)
    adopting.adopt()
    assert mine.read_bytes() == b"mine"
    assert (mine.parent / "o07-2.pdf").is_file()


def test_a_national_id_keeps_a_document_out_and_its_page_is_told(adopting: Adopting) -> None:
    shown = f"{AN_ID[0]}-{AN_ID[1:5]}-{AN_ID[5:10]}-{AN_ID[10:12]}-{AN_ID[12]}"
    adopting.save(ONE, report_pdf=a_pdf("page one", f"Name A, {shown}"))
    before = adopting.written()
    adoption = adopting.adopt()
    assert adopting.written() == before
    [row] = of_item(adoption, "O7").rows
    [doubt] = row.doubts
    assert (row.outcome, doubt.why) == (Outcome.OUT, Why.PERSONAL)
    assert "หน้า 2" in doubt.words.th
    assert AN_ID not in doubt.words.th


def test_a_scan_is_stored_and_its_entry_waits(adopting: Adopting) -> None:
    from fpdf import FPDF  # noqa: PLC0415 - for this test alone

    made = FPDF()
    made.add_page()
    picture = adopting.newcomer.folder / "page.png"
    picture.write_bytes(a_picture(size=(200, 300)))
    made.image(str(picture), 0, 0, 100)
    adopting.save(ONE, report_pdf=bytes(made.output()))
    before = adopting.said()
    [row] = of_item(adopting.adopt(), "O7").rows
    assert row.outcome is Outcome.LOOK
    assert Why.SCAN in {doubt.why for doubt in row.doubts}
    text = adopting.newcomer.read("2569/o07.yml")
    assert "\n#   - title: รายงานผลการดำเนินงาน พ.ศ. 2568\n" in text
    assert adopting.said() == before


def test_what_cannot_be_published_stays_out(adopting: Adopting) -> None:
    page = index({O7: [("รายงาน", "a.pdf"), ("บีบอัด", "b.zip"), ("ไม่มี", "none.pdf")]})
    adopting.save(page, a_pdf=b"%PDF-1.4 broken", b_zip=b"PK\x03\x04")
    adoption = adopting.adopt()
    rows = of_item(adoption, "O7").rows
    assert [row.outcome for row in rows] == [Outcome.OUT, Outcome.OUT, Outcome.TROUBLE]
    assert rows[2].trouble
    assert rows[2].trouble.kind is TroubleKind.MISSING
    assert not (adopting.newcomer.data / "2569/adopted.yml").exists()


def test_a_run_that_is_interrupted_while_it_writes_goes_on(
    adopting: Adopting, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = index({O7: [("รายงาน", "a.pdf")], O8: [("คู่มือปฏิบัติงาน", "b.pdf")]})
    adopting.save(page, a_pdf=REPORT, b_pdf=DOCUMENTS / "o08-manuals.pdf")
    whole = _whole(adopting)
    for last in range(1, 5):
        _begin_again(adopting)
        left = last

        def write(path: Path, contents: str | bytes) -> None:
            nonlocal left
            if not left:
                raise KeyboardInterrupt
            left -= 1
            write_atomically(path, contents)

        with monkeypatch.context() as patched:
            patched.setattr(writing, "write_atomically", write)
            with pytest.raises(KeyboardInterrupt):
                adopting.adopt()
        adopting.adopt()
        assert adopting.written() == whole


def _whole(adopting: Adopting) -> dict[str, bytes]:
    adopting.adopt()
    return adopting.written()


def _begin_again(adopting: Adopting) -> None:
    shutil.rmtree(adopting.newcomer.site)
    adopting.begin()


def test_a_file_that_changes_meanwhile_stops_everything(
    adopting: Adopting, monkeypatch: pytest.MonkeyPatch
) -> None:
    adopting.save(ONE, report_pdf=REPORT)
    check = writing._check

    def edited(*arguments: object) -> None:
        adopting.newcomer.write("2569/o07.yml", "owner: กองคลัง\n")
        check(*arguments)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(writing, "_check", edited)
    with pytest.raises(NothingWrittenError, match="changed a file meanwhile"):
        adopting.adopt()
    assert not [*(adopting.folder.docs / "files").iterdir()]


def test_documents_are_not_stored_behind_a_link(adopting: Adopting, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (adopting.folder.docs / "files/2569").symlink_to(tmp_path / "elsewhere")
    adopting.save(ONE, report_pdf=REPORT)
    with pytest.raises(NothingWrittenError, match="symbolic link"):
        adopting.adopt()


def test_nothing_is_written_into_a_year_that_is_a_link(adopting: Adopting, tmp_path: Path) -> None:
    year = adopting.newcomer.data / "2569"
    shutil.move(year, tmp_path / "elsewhere")
    year.symlink_to(tmp_path / "elsewhere")
    adopting.save(ONE, report_pdf=REPORT)
    with pytest.raises(NothingWrittenError, match="symbolic link"):
        adopting.adopt()
    assert not (tmp_path / "elsewhere/adopted.yml").exists()


def test_folders_and_dead_links_take_names_too(adopting: Adopting) -> None:
    place = adopting.folder.docs / "files/2569"
    (place / "o07-1.pdf").mkdir(parents=True)
    (place / "o07-2.pdf").symlink_to("nowhere.pdf")
    adopting.save(ONE, report_pdf=REPORT)
    adopting.adopt()
    assert (place / "o07-2.pdf").is_symlink()
    assert (place / "o07-3.pdf").read_bytes() == REPORT.read_bytes()


@pytest.mark.parametrize("path", ["../../secret.pdf", "/secret.pdf", "files/2569/../../s.pdf"])
def test_adopted_documents_lie_below_docs(adopting: Adopting, path: str) -> None:
    digest = sha256(REPORT.read_bytes()).hexdigest()
    shutil.copyfile(REPORT, adopting.newcomer.folder / "secret.pdf")
    adopting.newcomer.write(
        "2569/adopted.yml",
        f"documents:\n  - {{item: O7, address: 'file:///r', file: {path}, sha256: {digest}}}\n",
    )
    adopting.save(ONE, report_pdf=REPORT)
    before = adopting.written()
    with pytest.raises(NothingWrittenError) as refused:
        adopting.adopt()
    assert [getattr(line, "code", None) for line in refused.value.lines] == [document_path.CODE]
    assert adopting.written() == before


def test_an_older_list_is_followed_to_the_items_of_the_year(adopting: Adopting) -> None:
    path = available()["general", 2568]
    older, _, _ = load(path, path.name)
    assert older
    items = {f"{item.id} {item.title}": [("เอกสาร", f"{item.id}.pdf")] for item in older.items}
    adopting.save(index(items, 2568))
    adoption = adopting.adopt()
    assert adoption.choice.year == 2568
    assert {found.link.list for found in adoption.choice.every} == {"general-2568"}
    before = {name for item in adoption.checklist.items for name in item.continues}
    assert len({entry.found for entry in adoption.choice.chosen}) == len(before)
    wanted = adopting.adopt(from_year=2569)
    assert wanted.choice.year is None
    assert len(wanted.choice.left) == len(older.items)


def test_the_old_site_as_it_is_served(adopting: Adopting, old_site: OldSite) -> None:
    """A sub-page, a dead link, a drive, a social network, a page named .pdf, and another year."""
    items = {
        O1: [("โครงสร้าง", "o1")],
        O7: [("รายงานปี 2567", "/files/old.pdf"), ("รายงาน", "/files/report.pdf?v=2")],
        O8: [("คู่มือ", "/files/dead.pdf"), ("คู่มือ", "/files/page.pdf")],
        O9: [
            ("คู่มือ", "https://drive.google.com/file/d/1/view"),
            ("ข่าว", "https://www.facebook.com/tumbon"),
        ],
    }
    old_site.page("/ita", index(items))
    old_site.page("/o1", "<html><body><a href='/files/chart.pdf'>แผนผังโครงสร้าง</a></body></html>")
    old_site.page("/files/page.pdf", "<html><body>เข้าสู่ระบบ</body></html>")
    old_site.file("/files/chart.pdf", (DOCUMENTS / "o01-structure.pdf").read_bytes())
    old_site.file("/files/report.pdf?v=2", REPORT.read_bytes())
    old_site.file("/files/old.pdf", (DOCUMENTS / "o14-hr-report-2567.pdf").read_bytes())
    adoption = adopting.adopt(f"{old_site.root}/ita")
    structure = [row for row in of_item(adoption, "O1").rows if row.outcome is Outcome.LIVE]
    assert [row.file for row in structure] == ["files/2569/o01-1.pdf"]
    older, report = of_item(adoption, "O7").rows
    assert of_item(adoption, "O1").is_sure
    assert (older.outcome, report.outcome) == (Outcome.LOOK, Outcome.LIVE)
    assert Why.OTHER_YEAR in {doubt.why for doubt in older.doubts}
    kinds = [
        row.trouble.kind
        for item in ("O8", "O9")
        for row in of_item(adoption, item).rows
        if row.trouble
    ]
    wanted = [TroubleKind.DEAD, TroubleKind.MISMATCH, TroubleKind.DRIVE, TroubleKind.SOCIAL]
    assert kinds == wanted
    before = adopting.written()
    adopting.adopt(f"{old_site.root}/ita")
    assert adopting.written() == before


def test_a_dry_run_of_a_saved_page_asks_nobody_for_documents(
    adopting: Adopting, old_site: OldSite
) -> None:
    report, drive = f"{old_site.root}/report.pdf", "https://drive.google.com/file/d/1/view"
    adopting.save(index({O7: [("รายงาน", report), ("รายงานฉบับเต็ม", drive)]}))
    adoption = adopting.adopt(is_dry=True)
    of_report, of_drive = of_item(adoption, "O7").rows
    assert of_report.outcome is Outcome.NOT_LOOKED
    assert of_drive.trouble
    assert of_drive.trouble.kind is TroubleKind.DRIVE
    assert old_site.asked == []


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("", "not a web page"),
        ("<html><body><p>ไม่มีลิงก์ในหน้านี้เลย</p></body></html>", "no links"),
        ("%PDF-1.4", "not a web page"),
        (f"<html><body>{'<div>' * 5000}<a href='x.pdf'>O7</a></body></html>", "nested too deeply"),
        ("<html><body><div id='root'></div><script>x()</script></body></html>", "JavaScript"),
    ],
)
def test_a_page_that_cannot_be_used_is_told_and_nothing_written(
    page: str, reason: str, adopting: Adopting
) -> None:
    adopting.save(page)
    before = adopting.written()
    with pytest.raises(NothingWrittenError) as refused:
        adopting.adopt()
    assert reason in " ".join(line.en for line in refused.value.lines if hasattr(line, "en"))
    assert adopting.written() == before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("agency.yml", "name: [\n"),
        ("2569/adopted.yml", "documents:\n  - {item: O7}\n"),
    ],
)
def test_data_that_cannot_be_used_is_told(name: str, text: str, adopting: Adopting) -> None:
    adopting.save(ONE, report_pdf=REPORT)
    adopting.newcomer.write(name, text)
    before = adopting.written()
    with pytest.raises(NothingWrittenError):
        adopting.adopt()
    assert adopting.written() == before


def test_a_year_without_a_list_is_told(adopting: Adopting) -> None:
    adopting.save(ONE, report_pdf=REPORT)
    with pytest.raises(NothingWrittenError):
        adopting.adopt(year=2599)


def test_the_day_of_the_run_is_kept(adopting: Adopting) -> None:
    adopting.save(ONE, report_pdf=REPORT)
    assert adopting.adopt().day == TODAY
    assert "day: 2569-04-01" in adopting.newcomer.read("2569/adopted.yml")


def test_a_template_keeps_its_ends_of_lines(adopting: Adopting) -> None:
    adopting.save(ONE, report_pdf=REPORT)
    file = adopting.newcomer.data / "2569/o07.yml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = adopting.said()
    adopting.adopt()
    text = file.read_bytes()
    assert b"file: files/2569/o07-1.pdf" in text
    assert text.count(b"\n") == text.count(b"\r\n")
    assert adopting.said() == before
    written = adopting.written()
    [row] = of_item(adopting.adopt(), "O7").rows
    assert row.outcome is Outcome.KNOWN
    assert adopting.written() == written


def test_a_template_behind_a_link_is_left_alone(adopting: Adopting) -> None:
    adopting.save(ONE, report_pdf=REPORT)
    file = adopting.newcomer.data / "2569/o07.yml"
    elsewhere = file.rename(adopting.newcomer.folder / "o07.yml")
    file.symlink_to(elsewhere)
    before = adopting.written()
    [row] = of_item(adopting.adopt(), "O7").rows
    assert row.outcome is Outcome.BESIDE
    assert file.is_symlink()
    assert adopting.written() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_among_the_data_is_not_read(adopting: Adopting) -> None:
    adopting.save(ONE, report_pdf=REPORT)
    os.mkfifo(adopting.newcomer.data / "2569/odd.yml")
    [row] = of_item(adopting.adopt(), "O7").rows
    assert row.outcome is Outcome.LIVE


def test_what_cannot_be_searched_for_personal_data_stays_out(adopting: Adopting) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", "not XML")
    adopting.save(index({O7: [("รายงาน", "report.xlsx")]}), report_xlsx=bomb.getvalue())
    before = adopting.written()
    [row] = of_item(adopting.adopt(), "O7").rows
    [doubt] = row.doubts
    assert row.outcome is Outcome.OUT
    assert "cannot be searched for personal data" in doubt.words.en
    assert adopting.written() == before
