"""The answers to the national form as a table: CSV and Excel for staff to copy from, and HTML."""

import io
from collections.abc import Sequence

from oit.assess.assessment import Assessment
from oit.spreadsheets.cells import inert
from oit.spreadsheets.csv import csv_bytes
from oit.spreadsheets.excel import new_workbook
from oit.views.answers.answer import Answer
from oit.views.pages.environment import template
from oit.views.pages.page import plain
from oit.views.pages.words import mark_of

HEADER = ("ข้อ", "ชื่อข้อ", "มี/ไม่มี", "ที่อยู่", "คำอธิบาย", "สถานะ")
_WIDTHS = (6, 34, 8, 60, 80, 16)
_MAX_CELL_LENGTH = 32_767 // 2


def rows(answers: Sequence[Answer]) -> list[tuple[str, ...]]:
    """Return a row for each item; an item's addresses share one cell, one per line."""
    return [
        (
            plain(answer.id),
            plain(answer.result.item.title),
            answer.yes_or_no,
            "\n".join(answer.addresses),
            answer.where,
            mark_of(answer.result).word,
        )
        for answer in answers
    ]


def write_csv(answers: Sequence[Answer]) -> bytes:
    """Render the table as CSV without formulas."""
    return csv_bytes([HEADER, *([inert(cell) for cell in row] for row in rows(answers))])


def write_xlsx(answers: Sequence[Answer]) -> bytes:
    """Render the table as a workbook; the same answers give the same bytes."""
    out = io.BytesIO()
    book = new_workbook(out, "คำตอบแบบวัด OIT")
    sheet = book.add_worksheet("คำตอบ OIT")
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    wrapped = {"text_wrap": True, "valign": "top", "border": 1}
    head = book.add_format({**wrapped, "bold": True, "bg_color": "#DDE6F0"})
    cells = book.add_format(wrapped)
    # The hidden apostrophe keeps Excel from running the text as a formula after an edit.
    quoted = book.add_format({**wrapped, "quote_prefix": True})
    for column, (title, width) in enumerate(zip(HEADER, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
    for number, row in enumerate(rows(answers), start=1):
        for column, text in enumerate(row):
            cell_format = cells if inert(text) == text else quoted
            sheet.write_string(number, column, text[:_MAX_CELL_LENGTH], cell_format)
    book.close()
    return out.getvalue()


def write_html(
    assessment: Assessment, answers: Sequence[Answer], *, standalone: bool = True
) -> str:
    """Render the table as HTML: a complete document, or the contents of a page of the site."""
    return template("answers.html", assessment.agency.numerals).render(
        title=f"คำตอบแบบวัด OIT ปีงบประมาณ {assessment.year}",
        assessment=assessment,
        answers=answers,
        mark_of=mark_of,
        standalone=standalone,
    )
