"""The rule ``formats``: the item is published in these file formats."""

import pytest

from given import Place, an_element, gaps, places

HERE = [("OIT222", 2, 1)]


def documents(*files: str) -> str:
    listed = "".join(f"  - {{title: เอกสาร, file: {file}}}\n" for file in files)
    return f"summary: สรุปรายเดือน\ndocuments:\n{listed}"


@pytest.mark.parametrize(
    ("formats", "files", "expected"),
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
    formats: list[str], files: list[str], expected: list[Place]
) -> None:
    element = an_element(rule="formats", formats=formats)
    assert places(gaps(element, "procurement_monthly", documents(*files))) == expected


def test_without_documents_it_is_told_where_the_data_begins() -> None:
    element = an_element(rule="formats", formats=["pdf"])
    assert places(gaps(element, "news", "# O4\nowner: สำนักปลัด")) == [("OIT222", 2, 1)]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (["files/a.pdf", "files/b.docx"], "no file of the format xlsx / csv (found docx, pdf)"),
        ([], "no file of the format pdf, xlsx / csv"),
    ],
)
def test_the_message_names_what_is_missing_and_what_is_there(files: list[str], said: str) -> None:
    element = an_element(rule="formats", formats=["pdf", "xlsx|csv"])
    (gap,) = gaps(element, "news", documents(*files))
    assert gap.message("en").endswith(said)
