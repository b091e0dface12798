"""What officers send is looked at before it reaches docs/."""

import errno
import io
import os
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import xlsxwriter
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from starlette.datastructures import UploadFile

import attack_files
from archives import archive
from oit.checks.personal.pictures import read_picture
from oit.checks.received.look import Refused
from oit.desk.desk import Desk
from oit.desk.documents import received, store
from oit.desk.documents.received import Received, Sent, waiting
from oit.desk.documents.store import Stored, hand_in, keep, put_away
from oit.desk.officer import ALONE, Officer
from oit.intake.workbook.files import ItemFile
from sent_files import REPORT, a_pdf, a_photo, a_picture, many_pages, sent

Item = Callable[[], ItemFile]


def stored(desk: Desk, item: Item, name: str, content: bytes, title: str = "") -> Stored:
    return store.store(desk, item(), sent(name, content), title=title)


def refused(desk: Desk, item: Item, name: str, content: bytes) -> str:
    before = files(desk)
    with pytest.raises(Refused) as error:
        stored(desk, item, name, content)
    assert files(desk) == before
    assert not [*desk.state.glob("received/*/*/*")]
    return error.value.why.en


def files(desk: Desk) -> set[str]:
    docs = desk.folder.docs
    return {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()}


def script() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf("one"))))
    action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject(key): value for key, value in action.items()}
    )
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf("one"))))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def workbook() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet().write("A1", "งบประมาณ")
    return stream.getvalue()


def zipped(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return stream.getvalue()


def test_documents_are_stored_under_the_year(desk: Desk, item: Item) -> None:
    kinds = {
        "a.pdf": a_pdf("one"),
        "b.xlsx": workbook(),
        "c.png": a_picture(),
        "d.JPG": a_picture("JPEG"),
        "e.csv": b"a,b\n",
    }
    for name, content in kinds.items():
        path = stored(desk, item, name, content).path
        assert path == f"files/2569/o07-{name.lower()}"
        assert (desk.folder.docs / path).read_bytes() == content
        assert (desk.folder.docs / path).stat().st_mode & 0o777 == 0o644
    assert stored(desk, item, "x.pdf", a_pdf("two"), "รายงาน ปี 2568").path == (
        "files/2569/o07-รายงาน-ปี-2568.pdf"
    )
    assert not [*desk.state.glob("received/*/*/*")]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", archive(word__document="<x/>"), "does not match"),
        ("a.pdf", b"<html>%PDF-", "does not match"),
        ("a.docx", a_pdf("one"), "does not match"),
        ("a.svg", b"<svg/>", "may not be published"),
        ("a.html", b"<p>", "may not be published"),
        ("a.exe", b"MZ\0", "may not be published"),
        ("a.pdf.exe", a_pdf("one"), "may not be published"),
        ("a.zip", archive(a="x"), "allowed types"),
        ("a", a_pdf("one"), "no ending"),
        ("a.png", a_picture() + b"<script>alert(1)</script>" * 2, "web page"),
        ("a.pdf", a_pdf("one") + archive(word__document="<x/>"), "archive"),
        ("a.jpg", a_picture("JPEG") + archive(x="<x/>"), "archive"),
        ("a.docx", zipped({"word/document.xml": "<x/>", "word/vbaProject.bin": "x"}), "macros"),
        ("a.pdf", locked(), "password"),
        ("a.pdf", b"%PDF-1.7\n" + b"x" * 100, "cannot be opened"),
        ("a.jpg", a_picture("JPEG", (200, 200))[:700], "damaged"),
    ],
)
def test_what_citizens_cannot_open_or_what_runs_is_refused(
    desk: Desk, item: Item, name: str, content: bytes, why: str
) -> None:
    assert why in refused(desk, item, name, content)


def test_an_officer_is_told_what_to_do(desk: Desk, item: Item) -> None:
    with pytest.raises(Refused) as error:
        stored(desk, item, "รายงาน.pdf", archive(word__document="<x/>"))
    assert "รายงาน.pdf" in error.value.why.th
    assert "แล้วส่งอีกครั้ง" in error.value.why.th


@pytest.mark.parametrize(
    "name", ["../../x.pdf", "..\\x.pdf", "CON.pdf", "a\0b.pdf", "ก" * 300 + ".pdf", "/etc/x.pdf"]
)
def test_no_name_leads_out_of_the_folder(desk: Desk, item: Item, name: str) -> None:
    path = stored(desk, item, name, a_pdf("one")).path
    assert path.startswith("files/2569/o07-")
    assert files(desk) == {"files/2569/o07-report.pdf", path}


def test_large_files_are_refused_while_they_arrive(
    desk: Desk, item: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(received, "MOST_BYTES", 1000)
    assert "100 MB" in refused(desk, item, "a.pdf", a_pdf("one") + b" " * 2_000_000)


def test_pictures_beyond_any_camera_are_refused(desk: Desk, item: Item) -> None:
    stream = io.BytesIO()
    Image.new("1", (30_000, 2_000)).save(stream, "PNG")
    assert "40 million" in refused(desk, item, "a.png", stream.getvalue())


def test_files_that_make_readers_loop_or_crash_do_no_harm(
    desk: Desk, item: Item, tmp_path: Path
) -> None:
    attack_files.write(tmp_path)
    for name in ("overlapping.docx", "far.xlsx", "entities.xlsx", "repeated.ods", "cut.ods"):
        remarks = stored(desk, item, name, (tmp_path / name).read_bytes()).remarks
        assert any("could not be searched" in remark.en for remark in remarks), name


def test_a_pdf_with_scripts_is_told(desk: Desk, item: Item) -> None:
    assert any("script" in remark.en for remark in stored(desk, item, "a.pdf", script()).remarks)


def test_a_pdf_of_ten_thousand_pages_is_told(desk: Desk, item: Item) -> None:
    remarks = stored(desk, item, "a.pdf", many_pages(10_000)).remarks
    assert any("2,000 pages" in remark.en for remark in remarks)


def test_a_scan_is_told(desk: Desk, item: Item) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (200, 300), "white").save(stream, "PDF")
    [remark] = stored(desk, item, "a.pdf", stream.getvalue()).remarks
    assert "is a scan" in remark.en


def test_a_picture_gets_the_ending_of_its_contents(desk: Desk, item: Item) -> None:
    # Phones and chat programs name any picture .jpg.
    found = stored(desk, item, "a.jpg", a_picture("WEBP"))
    assert found.path == "files/2569/o07-a.webp"
    assert "a.webp" not in str(found.remarks)
    assert ".webp" in found.remarks[0].th


def test_the_same_name_gets_a_number_and_the_same_contents_are_reused(
    desk: Desk, item: Item
) -> None:
    first = stored(desk, item, "a.pdf", a_pdf("one"))
    second = stored(desk, item, "a.pdf", a_pdf("two"))
    content = (desk.folder.docs / second.path).read_bytes()
    again = stored(desk, item, "other.pdf", content)
    assert (first.path, second.path) == ("files/2569/o07-a.pdf", "files/2569/o07-a-2.pdf")
    assert (again.path, again.is_new) == (second.path, False)
    assert second.path in again.remarks[0].th


def test_a_document_with_personal_data_waits_for_an_answer(desk: Desk, item: Item) -> None:
    content = a_pdf("nothing", "call 081-234-5678")
    taken = hand_in(desk, ALONE, item(), Sent(sent("a.pdf", content)))
    assert isinstance(taken, Received)
    assert "หน้า 2" in taken.questions[0].th
    assert files(desk) == {"files/2569/o07-report.pdf"}
    [asked] = waiting(desk, ALONE, item())
    assert asked == taken
    assert not waiting(desk, Officer("another"), item())
    found = keep(desk, item(), asked)
    assert (desk.folder.docs / found.path).read_bytes() == content
    assert not waiting(desk, ALONE, item())


def test_a_document_that_waits_can_be_left(desk: Desk, item: Item) -> None:
    taken = hand_in(desk, ALONE, item(), Sent(sent("a.pdf", a_pdf("call 081-234-5678"))))
    assert isinstance(taken, Received)
    taken.discard()
    assert not waiting(desk, ALONE, item())
    assert not [*desk.state.glob("received/*/*/*")]


def test_a_field_takes_no_document_with_personal_data(desk: Desk, item: Item) -> None:
    assert "confirm" in refused(desk, item, "a.pdf", a_pdf("call 081-234-5678"))


def test_the_traces_of_a_photo_are_removed_or_asked_about(desk: Desk, item: Item) -> None:
    found = stored(desk, item, "a.jpg", a_photo())
    kept = read_picture((desk.folder.docs / found.path).read_bytes())
    assert kept
    assert not kept.has_position
    assert not kept.has_author
    taken = hand_in(desk, ALONE, item(), Sent(sent("b.jpg", a_photo())))
    assert isinstance(taken, Received)
    assert len(taken.questions) == 2
    cleaned = keep(desk, item(), taken, cleaned=True)
    kept = read_picture((desk.folder.docs / cleaned.path).read_bytes())
    assert kept
    assert not kept.has_position


def test_numbers_that_the_agency_allows_are_not_asked_about(desk: Desk, item: Item) -> None:
    allowed = desk.folder.path / "allowed.yml"
    allowed.write_text(
        'allowed:\n  - {text: "081-234-5678", reason: สายด่วนของหน่วยงาน}\n', encoding="utf-8"
    )
    assert stored(desk, item, "a.pdf", a_pdf("call 081-234-5678")).is_new


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS])
def test_a_full_disk_leaves_nothing(
    desk: Desk, item: Item, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patched:
        patched.setattr(os, "link", fail)
        patched.setattr(store, "write_atomically", fail)
        why = refused(desk, item, "a.pdf", a_pdf("one"))
        assert ("full" in why) == (code == errno.ENOSPC)
    with monkeypatch.context() as patched:
        patched.setattr(received, "_copy", fail)
        refused(desk, item, "a.pdf", a_pdf("one"))


def test_without_hard_links_a_file_is_copied(
    desk: Desk, item: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", fail)
    assert stored(desk, item, "a.pdf", a_pdf("one")).path == "files/2569/o07-a.pdf"
    assert stored(desk, item, "a.pdf", a_pdf("two")).path == "files/2569/o07-a-2.pdf"


def test_no_symbolic_link_is_followed(desk: Desk, item: Item, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (desk.folder.docs / "files").rename(outside)
    (desk.folder.docs / "files").symlink_to(outside)
    assert "symbolic link" in refused(desk, item, "a.pdf", a_pdf("one"))
    put_away(desk, "files/2569/o07-report.pdf")
    assert (outside / "2569/o07-report.pdf").is_file()


def test_a_removed_file_stays_with_the_desk(desk: Desk) -> None:
    content = REPORT.read_bytes()
    put_away(desk, "files/2569/o07-report.pdf")
    assert not files(desk)
    [kept] = desk.state.glob("removed/*/files/2569/o07-report.pdf")
    assert kept.read_bytes() == content
    assert desk.state.stat().st_mode & 0o077 == 0
    assert (desk.state / ".gitignore").read_text() == "*\n"


def test_what_a_killed_process_left_is_cleared(desk: Desk, item: Item) -> None:
    folder = desk.state_folder("received") / "who" / "x"
    hand_in(desk, ALONE, item(), Sent(sent("a.pdf", a_pdf("one"))))
    [own] = desk.state.glob("received/*/*")
    left = own / "left"
    left.mkdir()
    os.utime(left, (0, 0))
    hand_in(desk, ALONE, item(), Sent(sent("b.pdf", a_pdf("two"))))
    assert not left.exists()
    assert not folder.exists()


def test_a_file_sent_without_a_name_is_refused(desk: Desk, item: Item) -> None:
    with pytest.raises(Refused):
        store.store(desk, item(), UploadFile(io.BytesIO(a_pdf("one"))))


def test_files_that_arrive_together_get_names_of_their_own(desk: Desk, item: Item) -> None:
    file = item()
    contents = [b"a,%d\n" % number for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda each: store.store(desk, file, sent("a.csv", each)), contents))
    kept = {(desk.folder.docs / each.path).read_bytes() for each in found}
    assert len({each.path for each in found}) == 8
    assert kept == set(contents)


def test_a_name_that_another_process_took_meanwhile_is_not_overwritten(
    desk: Desk, item: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = stored(desk, item, "a.csv", b"a,1")
    names = iter(["o07-a.csv", "o07-a-2.csv"])
    monkeypatch.setattr(store, "free_name", lambda *_: next(names))
    assert stored(desk, item, "a.csv", b"a,2").path == "files/2569/o07-a-2.csv"
    assert (desk.folder.docs / first.path).read_bytes() == b"a,1"


def test_the_number_of_a_person_gets_into_no_name(desk: Desk, item: Item) -> None:
    found = stored(desk, item, "081-234-5678 สมชาย.png", a_picture())
    assert found.path == "files/2569/o07-0xxxxxxx78-สมชาย.png"
    assert found.title == "0xxxxxxx78 สมชาย"
