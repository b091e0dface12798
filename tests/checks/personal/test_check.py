"""Personal data in all that a year publishes. All numbers are made up."""

from pathlib import Path

import pytest
from fpdf import FPDF

from given import a_folder
from oit.checks.personal import files
from oit.checks.personal.allowed import Allowance
from oit.checks.personal.check import PersonalData
from oit.checks.personal.files import PublishedFiles
from oit.data.checklist import empty
from oit.data.folder import DataFolder
from oit.data.item_file import read_record
from oit.data.load import load, read_allow_list
from oit.data.record import Record
from oit.data.tables.table import Table
from oit.data.year import YearData
from oit.findings.finding import Finding, Severity
from oit.forms import FORMS
from oit.forms.agency import Agency
from oit.forms.purchase import Purchase
from oit.source import SourceFile

AGENCY = "name: หน่วยงานตัวอย่าง\nkind: municipality\n"
AGENCY_FORM = Agency(name="หน่วยงานตัวอย่าง", kind="municipality")
FORM_OF = {
    "o03": "contact",
    "o05": "annual_plan",
    "o07": "annual_report",
    "o11": "procurement_monthly",
}
ID = "1-1111-11111-11-9"
SHAPE = "(sure: it is written as such numbers are)"


def a_pdf(path: Path, *pages: str) -> None:
    made = FPDF()
    made.set_font("Helvetica")
    for words in pages:
        made.add_page()
        made.multi_cell(0, 6, words)
    path.parent.mkdir(parents=True, exist_ok=True)
    made.output(str(path))


def records(folder: DataFolder) -> list[Record]:
    """Read the items of the year, without a scan for personal data."""
    return [
        read_record(path, folder, FORMS[FORM_OF[path.stem]], None)
        for path in sorted((folder.path / "2569").glob("*.yml"))
    ]


def scanner(folder: DataFolder) -> PersonalData:
    allowance = Allowance(read_allow_list(folder))
    return PersonalData(folder, allowance, PublishedFiles(folder, allowance.in_full))


def in_year(personal: PersonalData, of_items: list[Record]) -> list[Finding]:
    """Return what a scan adds to the findings of a year."""
    before = YearData(AGENCY_FORM, empty("general", 2569), records=by_id(of_items))
    after = personal.in_year(before, 2569)
    added = [
        finding
        for item, record in after.records.items()
        for finding in record.findings[len(before.records[item].findings) :]
    ]
    return [*added, *after.findings]


def by_id(of_items: list[Record]) -> dict[str, Record]:
    return {f"O{number}": record for number, record in enumerate(of_items, start=1)}


def in_agency(folder: DataFolder) -> list[Finding]:
    loaded = load(folder)
    assert loaded.agency
    return scanner(folder).in_agency(loaded.agency_file, loaded.agency, loaded.known_years)


def found(folder: DataFolder) -> list[Finding]:
    allowance = Allowance(read_allow_list(folder))
    published = PublishedFiles(folder, allowance.in_full)
    personal = PersonalData(folder, allowance, published)
    listed = in_year(personal, records(folder))
    published.save()
    return listed + personal.in_allow_list()


def messages(folder: DataFolder) -> list[str]:
    findings = found(folder)
    for finding in findings:
        assert "11111" not in finding.text("th") + finding.text("en")
    return [f"{f.place} {f.code.id} {f.message('en')}" for f in findings]


def a_year(path: Path, **files: str) -> DataFolder:
    """Write a year; ``o07="…"`` is the text of its o07.yml."""
    names = {f"data/2569/{name}.yml": text for name, text in files.items()}
    return a_folder(path, {"data/agency.yml": AGENCY, **names})


# Data files


def test_a_national_id_is_an_error_at_its_place(tmp_path: Path) -> None:
    folder = a_year(tmp_path, o07=f"summary: |-\n  ผู้รับจ้าง\n  เลขที่ {ID}\n")
    [finding] = found(folder)
    assert finding.severity is Severity.ERROR
    assert messages(folder) == [
        ("data/2569/o07.yml:3:10 OIT701 national id: 1xxxxxxxxxx19 " + SHAPE)
    ]


def test_how_sure_it_is(tmp_path: Path) -> None:
    folder = a_year(
        tmp_path,
        o07="problems: ผู้รับจ้าง 1111111111119\nrecommendations: เลขบัตรประชาชน 1111111111118\n"
        "summary: โทร. 081-234-5678\nowner: เลขที่บัญชี 123-4-56789-0\n",
    )
    assert messages(folder) == [
        (
            "data/2569/o07.yml:1:22 OIT706 possible national id: 1xxxxxxxxxx19 "
            "(not sure: only its digits fit)"
        ),
        (
            "data/2569/o07.yml:2:33 OIT706 possible national id: 1xxxxxxxxxx18 "
            "(not sure: the check digit is wrong, perhaps mistyped)"
        ),
        ("data/2569/o07.yml:3:15 OIT702 mobile phone number: 0xxxxxxx78 " + SHAPE),
        (
            "data/2569/o07.yml:4:20 OIT703 bank account number: 1xxxxxxx90 "
            "(sure: the words beside it say so)"
        ),
    ]
    assert {finding.severity for finding in found(folder)} == {Severity.WARNING}


def test_fields_that_publish_a_phone(tmp_path: Path) -> None:
    folder = a_year(tmp_path, o03="phone: 081-234-5678\nfax: 0812345678\naddress: 081-234-5678\n")
    assert [finding.place.line for finding in found(folder)] == [3]
    other = a_year(tmp_path / "2", o03=f"phone: {ID}\n")
    assert [finding.code.id for finding in found(other)] == ["OIT701"]


def test_a_number_repeated_at_one_place_is_reported_once(tmp_path: Path) -> None:
    folder = a_year(tmp_path, o07=f"summary: {ID} {ID}\nproblems: {ID}\n")
    assert [finding.place.line for finding in found(folder)] == [1, 2]


def test_tax_ids_of_persons_are_counted_in_their_field(tmp_path: Path) -> None:
    rows = "".join(
        f"      - {{name: ก, winner_tax_id: {number}}}\n"
        for number in ("0105551234567", ID, "xxxxxxxxxxxxx", "1111111111118")
    )
    folder = a_year(tmp_path, o11=f"months:\n  - month: 2568-10\n    purchases:\n{rows}")
    assert messages(folder) == [
        (
            "data/2569/o11.yml:5:34 OIT704 tax ids of natural persons: 2; masked on the site, "
            "but still in this file"
        )
    ]


def test_the_file_of_the_agency_is_scanned_too(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"data/agency.yml": f"{AGENCY}about: {ID}\nlogo: files/a.png\n"})
    (tmp_path / "docs/files").mkdir(parents=True)
    (tmp_path / "docs/files/a.png").touch()
    [finding] = in_agency(folder)
    assert (finding.code.id, finding.place) == ("OIT701", ("data/agency.yml", 3, 8))


# Tables


def a_table(**columns: list[object]) -> Table:
    length = len(next(iter(columns.values())))
    numbers = {name: number for number, name in enumerate(columns, start=1)}
    lines = range(2, length + 2)
    return Table("data/2569/procurement.csv", 2569, Purchase, columns, lines, numbers)


def in_table(folder: DataFolder, table: Table) -> list[str]:
    form = records(folder)[0].form
    files = (SourceFile(f"data/2569/{name}.yml") for name in ("o11", "o12"))
    # Several items may name a table; its findings are reported once.
    of_items = [Record(file, form, table=table) for file in files]
    findings = in_year(scanner(folder), of_items)
    return [f"{f.place} {f.code.id} {f.message('en')}" for f in findings]


def test_a_column_of_a_table_is_reported_once_for_each_kind(tmp_path: Path) -> None:
    table = a_table(
        project_number=["67119990001", "1111111111119"],
        agreed_price=[1111111111119, None],
        winner=["นายตัวอย่าง โทร. 081-234-5678", f"นางตัวอย่าง {ID}"],
        winner_tax_id=["0105551234567", "1111111111119"],
        reason=["081-234-5678", "081-234-5678"],
        status=[None, None],
    )
    assert in_table(a_year(tmp_path, o07="summary: ก"), table) == [
        (
            "data/2569/procurement.csv:2:3 OIT702 mobile phone number: 1 found: "
            "line 2 (0xxxxxxx78) " + SHAPE
        ),
        (
            "data/2569/procurement.csv:3:3 OIT701 national id: 1 found: line 3 (1xxxxxxxxxx19) "
            + SHAPE
        ),
        (
            "data/2569/procurement.csv:3:4 OIT704 tax ids of natural persons: 1; "
            "masked on the site, but still in this file"
        ),
        (
            "data/2569/procurement.csv:2:5 OIT702 mobile phone number: 2 found: "
            "line 2 (0xxxxxxx78), line 3 (0xxxxxxx78) " + SHAPE
        ),
    ]


def test_a_table_of_companies_has_nothing(tmp_path: Path) -> None:
    table = a_table(winner_tax_id=["0105551234567", None], winner=["บริษัท ก จำกัด", "ร้าน ข"])
    assert in_table(a_year(tmp_path, o07="summary: ก"), table) == []


# Documents

LINKED = "documents:\n  - {title: ก, file: files/2569/a.pdf}\n"


def test_a_document_is_reported_once_where_it_is_linked_first(tmp_path: Path) -> None:
    folder = a_year(tmp_path, o07=LINKED, o05=LINKED)
    pages = [f"{ID}\n081-234-5678", f"{ID}", *["x 1-1111-11111-11-9 x"] * 5]
    a_pdf(tmp_path / "docs/files/2569/a.pdf", *pages)
    assert messages(folder) == [
        (
            'data/2569/o05.yml:2:16 OIT701 national id: 7 found in "files/2569/a.pdf": '
            "page 1 (1xxxxxxxxxx19), page 2 (1xxxxxxxxxx19), page 3 (1xxxxxxxxxx19), "
            "page 4 (1xxxxxxxxxx19), page 5 (1xxxxxxxxxx19) … " + SHAPE
        ),
        (
            'data/2569/o05.yml:2:16 OIT702 mobile phone number: 1 found in "files/2569/a.pdf": '
            "page 1 (0xxxxxxx78) " + SHAPE
        ),
    ]


def test_it_is_the_same_from_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = a_year(tmp_path, o07=LINKED)
    a_pdf(tmp_path / "docs/files/2569/a.pdf", ID, "081-234-5678", "1111111111119")
    first = messages(folder)
    assert len(first) == 3
    kept = (tmp_path / ".cache/oit/personal.json").read_text()
    assert "11111" not in kept
    assert "2345" not in kept
    monkeypatch.setattr(files, "search_file", None)
    assert messages(folder) == first


def test_a_document_with_an_error_is_not_opened(tmp_path: Path) -> None:
    folder = a_year(
        tmp_path, o07=LINKED + "  - {title: ข, file: ../a.pdf}\n  - {title: ค, file: files/b.pdf}\n"
    )
    (tmp_path / "docs/files/2569").mkdir(parents=True)
    (tmp_path / "docs/files/2569/a.pdf").write_text(f"no PDF: {ID}")
    assert messages(folder) == []


def test_a_document_that_cannot_be_scanned_is_reported(tmp_path: Path) -> None:
    folder = a_year(tmp_path, o07=LINKED)
    (tmp_path / "docs/files/2569").mkdir(parents=True)
    (tmp_path / "docs/files/2569/a.pdf").write_bytes(b"%PDF-1.7")
    assert messages(folder) == [
        (
            'data/2569/o07.yml:2:16 OIT707 "files/2569/a.pdf" could not be searched '
            "completely for personal data: it cannot be opened"
        )
    ]
    assert len(messages(folder)) == 1


def test_files_of_the_year_that_no_item_names_are_scanned_too(tmp_path: Path) -> None:
    folder = a_year(tmp_path, o07="summary: ก")
    a_pdf(tmp_path / "docs/files/2569/old/b.pdf", ID)
    a_pdf(tmp_path / "docs/files/2568/c.pdf", ID)
    (tmp_path / "docs/files/2569/d.pdf").symlink_to(tmp_path / "docs/files/2568/c.pdf")
    assert [finding.place for finding in found(folder)] == [("docs/files/2569/old/b.pdf", 1, 1)]


# The allow list


def test_what_is_allowed_is_not_reported(tmp_path: Path) -> None:
    folder = a_year(tmp_path, o07=f"summary: โทร. 081-234-5678\n{LINKED}", o05=f"summary: {ID}\n")
    a_pdf(tmp_path / "docs/files/2569/a.pdf", f"{ID} 081-234-5678 089-876-5432")
    (tmp_path / "data/allowed.yml").write_text(
        "allowed:\n"
        "  - {text: 0812345678, reason: ก}\n"
        "  - {text: 1xxxxxxxxxx19, reason: ข, file: files/2569/a.pdf}\n"
        "  - {text: 1xxxxxxxxxx19, reason: ค, file: 2569/o05.yml}\n"
        "  - {text: 08 1234 5678, reason: ง, file: docs/files/*}\n"
    )
    for _ in ("scanned", "from the cache"):
        assert messages(folder) == [
            (
                "data/2569/o07.yml:3:16 OIT702 mobile phone number: "
                '1 found in "files/2569/a.pdf": page 1 (0xxxxxxx32) ' + SHAPE
            )
        ]


def test_what_is_allowed_in_a_table(tmp_path: Path) -> None:
    folder = a_year(tmp_path, o07="summary: ก")
    (tmp_path / "data/allowed.yml").write_text(
        "allowed: [{text: 0812345678, reason: ก, file: 2569/procurement.csv}]\n"
    )
    assert in_table(folder, a_table(winner=["081-234-5678"])) == []


def test_an_entry_may_be_used_in_another_year(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        {
            "data/agency.yml": AGENCY,
            "data/2569/o07.yml": "summary: ก\n",
            "data/2568/o07.yml": "summary: โทร. 081-234-5678\n",
            "data/2568/services.csv": "name\n089-876-5432\n",
            "data/allowed.yml": "allowed:\n"
            "  - {text: 0812345678, reason: ก}\n"
            "  - {text: 0898765432, reason: ข}\n"
            "  - {text: 0911111111, reason: ค, file: files/2568/*}\n"
            "  - {text: 0611111111, reason: ง}\n",
        },
    )
    a_pdf(tmp_path / "docs/files/2568/a.pdf", "0911111111")
    (tmp_path / "docs/files/2568/b.pdf").symlink_to("a.pdf")
    assert messages(folder) == [
        "data/allowed.yml:5:5 OIT705 0xxxxxxx11 was not found in any data or document"
    ]


def test_the_statement_of_a_month_is_scanned(tmp_path: Path) -> None:
    folder = a_year(tmp_path, o11="rows: procurement.csv\n")
    table = f"month,name,nothing\n2568-10,ก,\n2568-11,,ไม่มี ผู้รายงาน เลขบัตร {ID}\n"
    (tmp_path / "data/2569/procurement.csv").write_text(table, encoding="utf-8")
    assert [line.split()[:2] for line in messages(folder)] == [
        ["data/2569/procurement.csv:3:3", "OIT701"]
    ]


def test_files_elsewhere_in_docs_are_scanned_too(tmp_path: Path) -> None:
    folder = a_year(tmp_path, o03="address: เลขที่ 1\n")
    for name in ("about.md", "files/misc/list.csv", "files/2569/own.txt"):
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"เลขบัตร {ID}", encoding="utf-8")
    # The year's own files are scanned with the year.
    assert [finding.place.file for finding in in_agency(folder)] == [
        "docs/about.md",
        "docs/files/misc/list.csv",
    ]


def test_a_missing_logo_is_not_scanned(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"data/agency.yml": AGENCY + "logo: files/logo.png\n"})
    assert in_agency(folder) == []
