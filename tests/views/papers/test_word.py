"""Papers as Word files."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table as WordTable
from hypothesis import given, settings
from hypothesis import strategies as st

from given import ROOT
from oit.assess.examine import examine_all
from oit.data.folder import DataFolder
from oit.forms.ita import Evidence, Signer
from oit.views.pages.ita import Filed, file_papers
from oit.views.papers.paper import (
    Block,
    Chart,
    Figures,
    Heading,
    Paper,
    PaperTable,
    Points,
    Record,
    Records,
    Row,
    Signatures,
    Text,
    Timeline,
    Value,
)
from oit.views.papers.word import write_word

DAY = date(2026, 4, 1)
COLUMNS = ["ข้อ", "เรื่อง"]
TABLE = PaperTable("คะแนน", COLUMNS, [("", [["i1", "ตามขั้นตอน"]])])


def a_paper(*blocks: Block, landscape: bool = False, subtitle: str = "เทศบาลตำบลเล็ก") -> Paper:
    wide = [replace(b, is_wide=landscape) if isinstance(b, PaperTable) else b for b in blocks]
    return Paper("report", "รายงาน", "รายงานผล", subtitle, wide)


def opened(paper: Paper, numerals: str | None = None) -> Document:
    return docx.Document(io.BytesIO(write_word(paper, DAY, numerals)))


def lines(*blocks: Block, numerals: str | None = None) -> list[str]:
    """Return the paragraphs under the title and the subtitle."""
    return [line.text for line in opened(a_paper(*blocks), numerals).paragraphs[2:]]


def table_of(*rows: Row, columns: list[str] | None = None, name: str = "") -> WordTable:
    (table,) = opened(a_paper(PaperTable("คะแนน", columns or COLUMNS, [(name, rows)]))).tables
    return table


def cells(table: WordTable) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def everything(document: Document) -> str:
    """Return every text of a document, its running head too."""
    parts = [document.element.body, document.sections[0].header.part.element]
    return "\n".join(node.text or "" for part in parts for node in part.iter(qn("w:t")))


# The file.


def test_same_paper_gives_the_same_bytes() -> None:
    paper = a_paper(TABLE, Text("ก"))
    assert write_word(paper, DAY) == write_word(paper, DAY)


def test_parts_of_the_file_have_a_fixed_time() -> None:
    with zipfile.ZipFile(io.BytesIO(write_word(a_paper(), DAY))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_file_properties_have_title_agency_and_day() -> None:
    properties = opened(a_paper()).core_properties
    assert (properties.title, properties.author) == ("รายงานผล", "เทศบาลตำบลเล็ก")
    assert properties.language == "th-TH"
    assert properties.created == properties.modified == datetime(2026, 4, 1, tzinfo=UTC)


def test_long_properties_are_cut() -> None:
    properties = opened(a_paper(subtitle="ก" * 300 + "\x01")).core_properties
    assert properties.author == "ก" * 255


# The page.


@pytest.mark.parametrize(
    ("landscape", "orientation", "width", "height"),
    [(False, WD_ORIENT.PORTRAIT, 21, 29.7), (True, WD_ORIENT.LANDSCAPE, 29.7, 21)],
    ids=["portrait", "landscape"],
)
def test_page_is_a4(
    landscape: bool,
    orientation: WD_ORIENT,
    width: float,
    height: float,
) -> None:
    document = opened(a_paper(TABLE, landscape=landscape))
    (section,) = document.sections
    assert section.orientation == orientation
    # Word counts in twentieths of a point.
    assert section.page_width == pytest.approx(Cm(width), abs=Cm(0.01))
    assert section.page_height == pytest.approx(Cm(height), abs=Cm(0.01))
    wide = sum(column.width or 0 for column in document.tables[0].columns)
    assert wide == pytest.approx(Cm(width - 4), abs=Cm(0.01))


def test_every_page_has_the_running_head_and_its_number() -> None:
    (section,) = opened(a_paper()).sections
    assert [line.text for line in section.header.paragraphs] == ["รายงานผล · เทศบาลตำบลเล็ก"]
    (foot,) = section.footer.paragraphs
    assert foot.text == "หน้า  จาก "
    assert foot.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert field_of(a_paper()) == ["begin", "PAGE", "end", "begin", "NUMPAGES", "end"]


def field_of(paper: Paper, numerals: str | None = None) -> list[str]:
    """Return the parts of the field that Word fills in."""
    foot = opened(paper, numerals).sections[0].footer.paragraphs[0]._p
    names = {qn("w:fldChar"), qn("w:instrText")}
    return [node.get(qn("w:fldCharType")) or node.text for node in foot.iter() if node.tag in names]


def test_paper_begins_with_its_title_centred() -> None:
    title, subtitle = opened(a_paper()).paragraphs
    assert (title.text, subtitle.text) == ("รายงานผล", "เทศบาลตำบลเล็ก")
    assert title.style is not None
    assert title.style.name == "Title"
    assert title.alignment == subtitle.alignment == WD_ALIGN_PARAGRAPH.CENTER


@pytest.mark.parametrize(
    ("name", "size", "bold"),
    [
        ("Normal", 16, False),
        ("Title", 20, True),
        ("Table", 14, False),
        ("Table Head", 14, True),
    ],
)
def test_thai_letters_have_the_typeface_of_official_letters(
    name: str,
    size: int,
    bold: bool,
) -> None:
    properties = opened(a_paper()).styles[name].element.rPr
    fonts = properties.find(qn("w:rFonts"))
    scripts = [fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs", "eastAsia")]
    assert set(scripts) == {"TH SarabunPSK"}
    assert properties.find(qn("w:szCs")).get(qn("w:val")) == str(2 * size)
    assert (properties.find(qn("w:bCs")) is not None) is bold


def test_thai_is_the_language_in_which_word_breaks_lines() -> None:
    (languages,) = opened(a_paper()).styles.element.iter(qn("w:lang"))
    assert [languages.get(qn(f"w:{script}")) for script in ("bidi", "eastAsia")] == ["th-TH"] * 2


def test_cover_has_no_running_head_and_the_paper_begins_on_the_next_page() -> None:
    document = opened(replace(a_paper(), cover=["ปก", "เทศบาล"]))
    assert document.sections[0].different_first_page_header_footer
    title = document.paragraphs[2]
    assert title.text == "รายงานผล"
    assert title.paragraph_format.page_break_before
    assert not opened(a_paper()).sections[0].different_first_page_header_footer


# Blocks.


def test_headings_texts_and_points_are_paragraphs() -> None:
    assert lines(
        Heading("ผล", "results"),
        Text("ขัดกัน", "หมายเหตุ"),
        Text(date(2026, 4, 1)),
        Text(None),
        Points(["ก", "ข"]),
        Points(["ค", "ง"], numbered=True),
        Figures([("คะแนนรวม", Decimal("88.42")), ("ระดับ", None), ("มาตรการ", 1200)]),
    ) == [
        *("ผล", "หมายเหตุ  ขัดกัน", "1 เมษายน 2569", "", "ก", "ข", "(1) ค", "(2) ง"),
        *("คะแนนรวม:  88.42", "มาตรการ:  1,200"),
    ]


def test_heading_is_kept_with_the_next_paragraph() -> None:
    heading = opened(a_paper(Heading("ผล", "results"))).paragraphs[2]
    assert heading.style is not None
    assert heading.style.name == "Heading 1"
    styles = opened(a_paper()).styles
    for name in ("Heading 1", "Caption"):
        assert styles[name].paragraph_format.keep_with_next


def test_label_is_bold_for_thai_letters_too() -> None:
    label, text = opened(a_paper(Text("ขัดกัน", "หมายเหตุ"))).paragraphs[2].runs
    assert label._r.find(f"{qn('w:rPr')}/{qn('w:bCs')}") is not None
    assert text._r.find(qn("w:rPr")) is None


def test_chart_is_left_out() -> None:
    assert lines(Chart("คะแนน", [("ก", 1)])) == []


def test_timeline_marks_the_quarters() -> None:
    timeline = Timeline("ปฏิทิน", ["ไตรมาสที่ 1", "ไตรมาสที่ 2"], [("ประชาคม", [False, True])])
    document = opened(a_paper(timeline))
    assert document.paragraphs[2].text == "ปฏิทิน"
    assert cells(document.tables[0]) == [
        ["มาตรการ", "ไตรมาสที่ 1", "ไตรมาสที่ 2"],
        ["ประชาคม", "", "●"],
    ]


def test_there_is_space_to_sign() -> None:
    signers = [Signer(position="ปลัดเทศบาล", name="นาง ก"), Signer(position="นายก")]
    document = opened(a_paper(Signatures(signers)))
    written = document.paragraphs[2:]
    dots = "." * 40
    assert [line.text for line in written] == [
        *(f"ลงชื่อ {dots}", "(นาง ก)", "ปลัดเทศบาล"),
        *(f"ลงชื่อ {dots}", f"({dots})", "นายก"),
    ]
    # All signatures are kept on one page.
    kept = [bool(line.paragraph_format.keep_with_next) for line in written]
    assert kept == [True] * 5 + [False]
    assert {line.alignment for line in written} == {WD_ALIGN_PARAGRAPH.CENTER}


def test_signer_without_a_position_has_no_empty_line() -> None:
    blank = Signatures([Signer.model_construct(position="")])
    written = opened(a_paper(blank)).paragraphs[2:]
    assert [bool(line.paragraph_format.keep_with_next) for line in written] == [True, False]


# Tables.


def test_table_has_a_caption_a_header_and_rows() -> None:
    document = opened(a_paper(TABLE))
    assert document.paragraphs[2].text == "คะแนน"
    assert cells(document.tables[0]) == [["ข้อ", "เรื่อง"], ["i1", "ตามขั้นตอน"]]


def test_header_is_repeated_and_rows_are_not_split() -> None:
    table = table_of(["i1", "ก"], ["i2", "ข"], name="ประเด็น")
    repeated = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for row in table.rows]
    assert [mark is not None for mark in repeated] == [True, False, False, False]
    for row in table.rows:
        assert row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None


def test_topic_spans_all_columns_above_its_rows() -> None:
    columns = [*COLUMNS, "คะแนน"]
    _, topic, _ = table_of(["i1", "ก", 5], columns=columns, name="(1) กระบวนการ").rows
    (cell,) = {id(cell._tc): cell for cell in topic.cells}.values()
    assert cell.text == "(1) กระบวนการ"
    assert cell._tc.grid_span == 3


def test_topic_of_a_table_with_one_column_needs_no_span() -> None:
    table = table_of([["ก", "ข"]], columns=COLUMNS[:1], name="(1) กระบวนการ")
    assert cells(table) == [["ข้อ"], ["(1) กระบวนการ"], ["ก\nข"]]


def test_cell_has_a_paragraph_for_each_entry_or_evidence() -> None:
    evidence = [Evidence(title="ภาพถ่าย", url="https://a.example/"), Evidence(title="คำสั่ง")]
    assert cells(table_of([["ก", "ข"], evidence], [[], None]))[1:] == [
        ["ก\nข", "ภาพถ่าย\nคำสั่ง"],
        ["", ""],
    ]


def test_lists_have_bullets_of_word() -> None:
    document = opened(
        a_paper(Points(["ก"]), PaperTable("คะแนน", COLUMNS, [("", [["ก", ["ข", "ค"]]])]))
    )
    one, several = document.tables[0].rows[1].cells
    lists = [document.paragraphs[2], *several.paragraphs]
    assert [line.style.name for line in lists if line.style] == ["List", *["Table List"] * 2]
    for line in lists:
        assert line.style is not None
        assert line.style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
    assert one.paragraphs[0].style is not None
    assert one.paragraphs[0].style.name == "Table"


def test_record_has_its_title_above_labelled_lines() -> None:
    record = Record("ประชาคม", [("งบประมาณ (บาท)", Decimal(85000)), ("ขั้นตอน", ["ก", "ข"])])
    document = opened(a_paper(Records("มาตรการ", [("(1) ประเด็น", [record])])))
    assert document.paragraphs[2].text == "(1) ประเด็น"
    assert cells(document.tables[0]) == [
        ["ประชาคม", "ประชาคม"],
        ["งบประมาณ (บาท)", "85,000"],
        ["ขั้นตอน", "ก\nข"],
    ]
    assert document.tables[0].rows[1].cells[1].paragraphs[0].alignment is None


def test_numbers_are_aligned_right() -> None:
    _, row = table_of(["i1", Decimal("1482300.50")]).rows
    text, number = (cell.paragraphs[0] for cell in row.cells)
    assert (number.text, number.alignment) == ("1,482,300.50", WD_ALIGN_PARAGRAPH.RIGHT)
    assert text.alignment is None


# Numerals.


def test_thai_numerals_are_used_throughout() -> None:
    paper = Paper(
        "a",
        "a",
        "รายงาน 1",
        "ปี 2569",
        [
            Heading("ข้อ 2", "a"),
            Text(date(2026, 4, 1), "3"),
            Points(["4"], numbered=True),
            Figures([("5", Decimal("6.7"))]),
            PaperTable("8", ["9"], [("10", [["11"], [12], [["13"]]])]),
            Timeline("14", ["15"], [("16", [True])]),
            Signatures([Signer(position="17", name="18")]),
        ],
    )
    text = everything(opened(paper, "thai"))
    assert not set(text) & set("0123456789")
    assert text.count("๑") == 14
    assert not set(everything(opened(paper, "arabic"))) & set("๐๑๒๓๔๕๖๗๘๙")
    pages = field_of(paper, "thai")
    assert pages[1::3] == [r"PAGE \* THAIARABIC", r"NUMPAGES \* THAIARABIC"]


# Texts with special characters.


def test_characters_that_xml_does_not_allow_are_left_out() -> None:
    assert lines(Text("ก\x00ข\x0bค\x1b\ud800ง\ufffe")) == ["กขคง"]
    hostile = a_paper(Text("ก"), subtitle="เทศบาล\x01")
    assert opened(hostile).sections[0].header.paragraphs[0].text == "รายงานผล · เทศบาล"


def test_lines_of_a_text_are_joined_by_spaces() -> None:
    assert lines(Text("หนึ่ง\nสอง\r\n  สาม\tสี่\n")) == ["หนึ่ง สอง สาม สี่ "]


@pytest.mark.parametrize(
    "text", ["5\u00a0ม.ค.", "แผน\u200bงาน", "👩\u200d🌾", "a  b", "<b>&amp;</b>"]
)
def test_other_characters_are_unchanged(text: str) -> None:
    assert lines(Text(text)) == [text]


XML_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1
)
VALUES = XML_TEXT | st.dates(date(1900, 1, 1)) | st.decimals(0, 10**9, places=2) | st.integers()


@settings(max_examples=20, deadline=None)
@given(XML_TEXT, VALUES, st.lists(XML_TEXT, min_size=1, max_size=3))
def test_every_value_is_in_the_file(text: str, value: Value, entries: list[str]) -> None:
    paper = a_paper(
        Text(value),
        Heading(text, "a"),
        Points(entries),
        PaperTable(text, [text], [(text, [[value], [entries]])]),
        Signatures([Signer.model_construct(position=text, name=text)]),
        subtitle=text,
    )
    document = opened(paper)
    shown = document.paragraphs[2].text
    assert shown == value if isinstance(value, str) else shown
    *rows, signature = (row.cells[0].text for row in document.tables[0].rows)
    assert rows == [text, text, shown, "\n".join(entries)]
    assert signature == f"ลงชื่อ {'.' * 40}\n({text})\n{text}"
    # The heading has the words of the table's caption.
    assert [line.text for line in document.paragraphs[3:]] == [text, *entries, ""]
    assert document.sections[0].header.paragraphs[0].text == f"รายงานผล · {text}"


# The papers of the sample and the examples.


@cache
def papers_of(folder: Path) -> list[Filed]:
    assessments = examine_all(DataFolder(folder, ROOT), DAY)
    cycles = [assessment.cycle for assessment in assessments if assessment.cycle]
    agency = assessments[0].agency
    return [filed for cycle in cycles for filed in file_papers(cycle, agency, cycles)]


FOLDERS = [ROOT / "data", *sorted(ROOT.glob("examples/*/data"))]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_paper_of_the_data_is_written(folder: Path) -> None:
    assert papers_of(folder)
    for filed in papers_of(folder):
        document = opened(filed.paper)
        text = everything(document)
        assert filed.paper.title in text
        tables = [block for block in filed.paper.blocks if isinstance(block, PaperTable | Timeline)]
        assert all(table.caption in text for table in tables)
        records = [
            record
            for block in filed.paper.blocks
            if isinstance(block, Records)
            for _, group in block.groups
            for record in group
        ]
        assert all(record.title in text for record in records)
        assert len(document.tables) == len(tables) + len(records)


def test_sample_has_papers_of_every_year_and_kind() -> None:
    found = {(filed.year, filed.paper.slug) for filed in papers_of(ROOT / "data")}
    assert {year for year, _ in found} == {2567, 2568, 2569}
    kinds = {"development", "measures", "progress-6", "progress-12", "report", "memo"}
    assert {slug for _, slug in found} == kinds
