"""The answers as CSV, as a workbook and as HTML."""

import csv
import io
from collections.abc import Sequence

import openpyxl

from oit.views.answers.answer import Answer, answers_of
from oit.views.pages.answers import HEADER, rows, write_csv, write_html, write_xlsx
from small_agency import SmallAgency

HOSTILE = "=HYPERLINK(1)<b>&"


def answers(agency: SmallAgency) -> Sequence[Answer]:
    return answers_of(agency.assess(), "https://www.lek.example")


def hostile(agency: SmallAgency) -> Sequence[Answer]:
    checklist = "data/checklists/small-2569.yml"
    text = (agency.folder / checklist).read_text(encoding="utf-8")
    agency.write(checklist, text.replace("title: การติดต่อ", f"title: '{HOSTILE}'"))
    return answers(agency)


def test_each_item_has_a_row(small_agency: SmallAgency) -> None:
    first, *_, last = rows(answers(small_agency))
    assert first == (
        "O1",
        "การติดต่อ",
        "มี",
        "https://www.lek.example/oit/2569/o1/",
        "หน้าเว็บแสดง ที่อยู่, โทรศัพท์",
        "ครบถ้วน",
    )
    assert last[2] == "ไม่มี"
    assert last[-1] == "ไม่เกี่ยวข้อง"


def test_csv_opens_in_excel_and_reads_back(small_agency: SmallAgency) -> None:
    data = write_csv(answers(small_agency))
    assert data.startswith(b"\xef\xbb\xbf")
    header, *read = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert tuple(header) == HEADER
    assert [tuple(row) for row in read] == rows(answers(small_agency))


def test_csv_has_no_formulas(small_agency: SmallAgency) -> None:
    read = csv.reader(io.StringIO(write_csv(hostile(small_agency)).decode("utf-8-sig")))
    assert [row[1] for row in read][1].startswith("'=HYPERLINK")


def test_workbook_has_the_same_texts(small_agency: SmallAgency) -> None:
    made = hostile(small_agency)
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(made)))
    header, *read = book.active.iter_rows()
    assert tuple(cell.value for cell in header) == HEADER
    assert [tuple(cell.value or "" for cell in row) for row in read] == rows(made)
    assert all(cell.data_type in {"s", "n"} for row in read for cell in row)
    assert [row[1].quotePrefix for row in read][:2] == [True, False]
    assert book.active.freeze_panes == "C2"


def test_the_same_answers_give_the_same_workbook(small_agency: SmallAgency) -> None:
    assert write_xlsx(answers(small_agency)) == write_xlsx(answers(small_agency))


def test_html_is_a_document_or_the_contents_of_a_page(small_agency: SmallAgency) -> None:
    made, assessment = hostile(small_agency), small_agency.assess()
    document, part = (write_html(assessment, made, standalone=s) for s in (True, False))
    assert document.startswith("<!doctype html>")
    assert part.startswith('<div class="oit-page">')
    for page in (document, part):
        assert '<a href="https://www.lek.example/oit/2569/o1/">' in page
        assert "&lt;b&gt;&amp;" in page
        assert "<b>" not in page
