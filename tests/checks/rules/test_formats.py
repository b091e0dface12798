"""The rule ``formats``: the item is published in these file formats."""

from pathlib import Path

import pytest

from data.tables.reading import an_item
from given import TODAY, Place, an_element, gaps, places
from oit.checks.rules import formats
from oit.checks.rules.rule import Context

HERE = [("OIT222", 2, 1)]


def documents(*files: str) -> str:
    listed = "".join(f"  - {{title: เอกสาร, file: {file}}}\n" for file in files)
    return f"summary: สรุปรายเดือน\ndocuments:\n{listed}"


@pytest.mark.parametrize(
    ("formats_required", "files", "expected"),
    [
        (["pdf"], ["files/a.pdf"], []),
        (["pdf"], ["files/a.PDF"], []),
        (["pdf"], ["files/pdf.docx", "files/pdf/a.xlsx"], HERE),
        (["pdf", "xlsx|csv"], ["files/a.pdf", "files/a.csv"], []),
        (["pdf", "xlsx|csv"], ["files/a.pdf", "files/b.pdf"], HERE),
        (["pdf", "xlsx|csv"], ["files/a.xlsx"], HERE),
        (["pdf"], [], HERE),
    ],
)
def test_a_document_of_each_format(
    formats_required: list[str], files: list[str], expected: list[Place]
) -> None:
    element = an_element(rule="formats", formats=formats_required)
    assert places(gaps(element, "procurement_monthly", documents(*files))) == expected


def test_without_documents_the_place_is_the_beginning_of_the_data() -> None:
    element = an_element(rule="formats", formats=["pdf"])
    assert places(gaps(element, "news", "# O4\nowner: สำนักปลัด")) == [("OIT222", 2, 1)]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (["files/a.pdf", "files/b.docx"], "no file of the format xlsx / csv (found docx, pdf)"),
        (["https://drive.example/d"], "no file of the format pdf, xlsx / csv"),
        ([], "no file of the format pdf, xlsx / csv"),
    ],
)
def test_the_message_gives_missing_and_existing_formats(files: list[str], message: str) -> None:
    element = an_element(rule="formats", formats=["pdf", "xlsx|csv"])
    (gap,) = gaps(element, "news", documents(*files))
    assert gap.message("en").endswith(message)


# The site publishes its tables as files.


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("procurement_list", "purchases: [{name: ก}]", []),
        ("procurement_monthly", "months: [{month: 2568-10, purchases: [{name: ก}]}]", []),
        ("procurement_monthly", "months: [{month: 2568-10, nothing: ไม่มี}]", [("OIT222", 1, 1)]),
        ("procurement_list", "purchases: []", [("OIT222", 1, 1)]),
        ("news", "news: [{title: ก}]", [("OIT222", 1, 1)]),
    ],
)
def test_entries_are_published_as_files(form: str, text: str, expected: list[Place]) -> None:
    element = an_element(rule="formats", formats=["xlsx|ods", "csv", "json"])
    assert places(gaps(element, form, text)) == expected


@pytest.mark.parametrize("table", ["name\nก\n", "name,vendor\nก,ข\n"])
def test_rows_of_a_table_are_published_as_files(tmp_path: Path, table: str) -> None:
    element = an_element(rule="formats", formats=["pdf", "csv"])
    record = an_item(tmp_path, "procurement_list", table)
    (gap,) = formats.check(element, record, Context(2569, TODAY)).findings
    assert "the format pdf (found csv" in gap.message("en")
