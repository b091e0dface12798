"""From a record and a checklist to statuses: what counts as present, and what is reported."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter

from given import TODAY, a_folder, an_element
from oit.assess.assess import assess
from oit.assess.assessment import Assessment, ElementStatus, ItemResult, ItemStatus, errors_in
from oit.data.checklist import Checklist, Element, Item
from oit.data.folder import DataFolder
from oit.data.item_file import read_record
from oit.data.year import YearData
from oit.findings.codes import owner_spelling, unknown_file
from oit.findings.finding import Place, Severity
from oit.forms import FORMS
from oit.forms.agency import Agency

SHOWN, ATTESTED, NONE_DECLARED, NOT_APPLICABLE, PARTIAL, OUTDATED, MISSING = ElementStatus

Assess = Callable[..., ItemResult]


def a_pdf(pages: int) -> bytes:
    writer, stream = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    writer.write(stream)
    return stream.getvalue()


def a_checklist(*items: dict[str, Any]) -> Checklist:
    plain = {"title": "ข้อ", "indicator": "9", "form": "annual_report"}
    return Checklist.model_validate(
        {
            "checklist": "small",
            "year": "2569",
            "title": "แบบวัดย่อ",
            "items": [Item.model_validate({**plain, **item}) for item in items],
        }
    )


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with one document of two pages."""
    folder = a_folder(tmp_path, {"docs/files/other.txt": "อื่น", "data/agency.yml": ""})
    (tmp_path / "docs/files/report.pdf").write_bytes(a_pdf(2))
    return folder


@pytest.fixture
def assessed(folder: DataFolder) -> Assess:
    """Assess the one item of a small checklist."""

    def assess_item(
        *elements: Element,
        text: str | None,
        form: str = "annual_report",
        kind: str = "municipality",
    ) -> ItemResult:
        checklist = a_checklist({"id": "O7", "form": form, "elements": list(elements)})
        (item,) = checklist.items
        records = {}
        if text is not None:
            a_folder(folder.base, {"data/2569/o07.yml": text})
            path, ids = folder.path / "2569/o07.yml", [element.id for element in item.elements]
            records["O7"] = read_record(path, folder, FORMS[item.form], ids)
        agency = Agency(name="หน่วยงานเล็ก", kind=kind)
        data = YearData(agency, checklist, {"O7": "data/2569/o07.yml"}, records)
        (result,) = assess(data, TODAY).items
        return result

    return assess_item


def statuses(result: ItemResult) -> dict[str, ElementStatus]:
    return {element.element.id: element.status for element in result.elements}


def reported(result: ItemResult) -> list[tuple[str, str, int]]:
    return [(f.code.id, f.element, f.place.line) for f in result.findings]


PROBLEMS = an_element(id="problems", rule="present", field="problems")
ADVICE = an_element(id="advice", rule="present", field="recommendations")
TOTAL = an_element(id="total", rule="present", field="total", none_allowed="yes")
DONE = an_element(id="done", rule="present", field="done")
YEAR = an_element(
    id="year", rule="covers", field="year", year="previous", governs=["problems", "advice"]
)
ON_PAPER = an_element(id="on_paper", rule="document")
FOR_SCHOOLS = an_element(
    id="for_schools", rule="present", field="problems", only=["school", "college"]
)

DOCUMENT = """\
documents:
  - {title: รายงาน, file: files/report.pdf, shows: {problems: 2}}
"""
NOTHING = "nothing_to_report: ไม่มีเรื่องร้องเรียน\n"


# Elements, in the order of precedence of their statuses.


def test_shown_in_the_data(assessed: Assess) -> None:
    result = assessed(PROBLEMS, text="problems: ฝนตก")
    assert statuses(result) == {"problems": SHOWN}
    assert reported(result) == []


def test_what_is_in_the_data_is_shown_even_if_a_document_shows_it_too(assessed: Assess) -> None:
    result = assessed(PROBLEMS, text="problems: ฝนตก\n" + DOCUMENT)
    (element,) = result.elements
    assert element.status is SHOWN
    assert [(document.file, str(pages)) for document, pages in element.attested_by] == [
        ("files/report.pdf", "2")
    ]


def test_attested_by_a_document(assessed: Assess) -> None:
    result = assessed(PROBLEMS, ADVICE, text=DOCUMENT)
    assert statuses(result) == {"problems": ATTESTED, "advice": MISSING}
    assert reported(result) == [("OIT201", "advice", 1)]
    assert [str(pages) for _, pages in result.elements[0].attested_by] == ["2"]


def test_a_document_without_a_page_attests_on_its_first(assessed: Assess) -> None:
    result = assessed(PROBLEMS, text=DOCUMENT.replace("problems: 2", "problems: "))
    assert [str(pages) for _, pages in result.elements[0].attested_by] == ["1"]
    assert reported(result) == []


def test_an_element_that_only_a_document_can_show(assessed: Assess) -> None:
    text = DOCUMENT.replace("problems: 2", "on_paper: 1")
    assert statuses(assessed(ON_PAPER, text=text)) == {"on_paper": ATTESTED}
    assert reported(assessed(ON_PAPER, text=NOTHING)) == [
        ("OIT216", "", 1),
        ("OIT223", "on_paper", 1),
    ]


@pytest.mark.parametrize(
    ("file", "page", "code"),
    [
        ("files/reports.pdf", 1, "OIT301"),
        ("files/report.pdf", 3, "OIT303"),
        ("files/other.txt", 2, "OIT303"),
        ("../report.pdf", 1, "OIT305"),
    ],
)
def test_a_document_with_a_fault_attests_nothing_and_only_the_fault_is_reported(
    assessed: Assess, file: str, page: int, code: str
) -> None:
    text = DOCUMENT.replace("files/report.pdf", file).replace("problems: 2", f"problems: {page}")
    result = assessed(PROBLEMS, ADVICE, text=text + "recommendations: ไม่มี\n")
    assert statuses(result) == {"problems": MISSING, "advice": SHOWN}
    assert reported(result) == [(code, "", 2)]


def test_of_two_documents_the_sound_one_attests(assessed: Assess) -> None:
    text = DOCUMENT + "  - {title: ก, file: files/none.pdf, shows: {problems: 1}}\n"
    result = assessed(PROBLEMS, text=text)
    assert statuses(result) == {"problems": ATTESTED}
    assert len(result.elements[0].attested_by) == 1
    assert reported(result) == [("OIT301", "", 3)]


def test_none_declared_where_the_checklist_allows_it(assessed: Assess) -> None:
    result = assessed(TOTAL, DONE, text=NOTHING, form="complaint_statistics")
    assert statuses(result) == {"total": NONE_DECLARED, "done": MISSING}
    assert reported(result) == [("OIT201", "done", 1)]


def test_what_is_in_the_data_goes_before_a_declaration_of_none(assessed: Assess) -> None:
    result = assessed(TOTAL, text=NOTHING + "total: 0", form="complaint_statistics")
    assert statuses(result) == {"total": SHOWN}


def test_a_document_goes_before_a_declaration_of_none(assessed: Assess) -> None:
    text = NOTHING + DOCUMENT.replace("problems: 2", "total: 1")
    result = assessed(TOTAL, text=text, form="complaint_statistics")
    assert statuses(result) == {"total": ATTESTED}


def test_outdated_is_what_is_there_but_of_another_year(assessed: Assess) -> None:
    result = assessed(YEAR, text="year: 2567\nproblems: ไม่มี")
    assert statuses(result) == {"year": OUTDATED}
    assert reported(result) == [("OIT204", "year", 1)]


def test_missing_is_what_is_not_there(assessed: Assess) -> None:
    result = assessed(PROBLEMS, YEAR, text="problems: '-'")
    assert statuses(result) == {"problems": MISSING, "year": MISSING}


def test_a_whole_item_that_does_not_apply(assessed: Assess) -> None:
    result = assessed(PROBLEMS, TOTAL, text="not_applicable: ไม่มีภารกิจนี้")
    assert statuses(result) == {"problems": NOT_APPLICABLE, "total": NOT_APPLICABLE}


@pytest.mark.parametrize("reason", ["ดูในเอกสารแนบ", "ไม่มี", "TODO"])
def test_an_exception_without_a_reason_does_not_count(assessed: Assess, reason: str) -> None:
    result = assessed(PROBLEMS, YEAR, text=f"not_applicable: {reason}")
    assert statuses(result) == {"problems": MISSING, "year": MISSING}
    (code,) = {code for code, element, _ in reported(result) if not element}
    assert code in {"OIT219", "OIT228"}


# An element that gives the year governs what must be of that year.


@pytest.mark.parametrize(
    ("text", "expected", "codes"),
    [
        # If the year is right, each element counts by itself.
        ("year: 2568\nproblems: ก\n", [SHOWN, SHOWN, MISSING], ["OIT201"]),
        # If it is another year, elements that are present are outdated, reported once.
        (
            "year: 2567\nproblems: ก\nrecommendations: ข\n",
            [OUTDATED, OUTDATED, OUTDATED],
            ["OIT204"],
        ),
        ("year: 2567\nproblems: ก\n", [OUTDATED, OUTDATED, MISSING], ["OIT201", "OIT204"]),
        # If the year is missing, elements that are present do not count either.
        ("problems: ก\nrecommendations: ข\n", [MISSING, OUTDATED, OUTDATED], ["OIT204"]),
        # If no element is present, only that is reported.
        ("year: 2567\n", [MISSING, MISSING, MISSING], ["OIT201", "OIT201"]),
        ("", [MISSING, MISSING, MISSING], ["OIT201", "OIT201"]),
    ],
)
def test_what_is_of_the_wrong_year_does_not_count(
    assessed: Assess, text: str, expected: list[ElementStatus], codes: list[str]
) -> None:
    result = assessed(YEAR, PROBLEMS, ADVICE, text=text)
    assert list(statuses(result).values()) == expected
    assert sorted(code for code, _, _ in reported(result)) == codes


def test_what_a_document_attests_is_governed_too(assessed: Assess) -> None:
    result = assessed(YEAR, PROBLEMS, ADVICE, text="year: 2567\n" + DOCUMENT)
    assert statuses(result) == {"year": OUTDATED, "problems": OUTDATED, "advice": MISSING}


def test_elements_that_are_not_governed_are_for_themselves(assessed: Assess) -> None:
    year = an_element(id="year", rule="covers", field="year", year="previous", governs=["advice"])
    result = assessed(year, PROBLEMS, ADVICE, text="year: 2567\nproblems: ก\nrecommendations: ข")
    assert statuses(result) == {"year": OUTDATED, "problems": SHOWN, "advice": OUTDATED}


def test_what_does_not_apply_is_not_governed(assessed: Assess) -> None:
    year = an_element(
        id="year", rule="covers", field="year", year="previous", governs=["for_schools"]
    )
    result = assessed(year, FOR_SCHOOLS, text="year: 2567\nproblems: ก")
    assert statuses(result) == {"year": OUTDATED, "for_schools": NOT_APPLICABLE}
    assert reported(result) == [("OIT204", "year", 1)]


# Some elements apply to some kinds of agency only.


@pytest.mark.parametrize(
    ("kind", "status"),
    [("municipality", NOT_APPLICABLE), ("school", MISSING), ("college", MISSING)],
)
def test_an_element_for_other_kinds_of_agency_is_not_asked(
    assessed: Assess, kind: str, status: ElementStatus
) -> None:
    result = assessed(FOR_SCHOOLS, ADVICE, text="recommendations: ไม่มี", kind=kind)
    assert statuses(result) == {"for_schools": status, "advice": SHOWN}
    assert len(result.findings) == (status is MISSING)


def test_elements_keep_the_order_of_the_checklist(assessed: Assess) -> None:
    result = assessed(ADVICE, FOR_SCHOOLS, PROBLEMS, text="")
    assert list(statuses(result)) == ["advice", "for_schools", "problems"]


# Items.


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("problems: ก\nrecommendations: ข\n", ItemStatus.COMPLETE),
        ("recommendations: ข\n" + DOCUMENT, ItemStatus.COMPLETE),
        ("problems: ก\n", ItemStatus.PARTIAL),
        ("", ItemStatus.MISSING),
        (None, ItemStatus.MISSING),
        ("not_applicable: ไม่มีภารกิจนี้", ItemStatus.NOT_APPLICABLE),
    ],
)
def test_the_status_of_an_item(assessed: Assess, text: str | None, status: ItemStatus) -> None:
    assert assessed(PROBLEMS, ADVICE, FOR_SCHOOLS, text=text).status is status


def test_an_item_that_declares_none_is_complete(assessed: Assess) -> None:
    result = assessed(TOTAL, text=NOTHING, form="complaint_statistics")
    assert result.status is ItemStatus.COMPLETE


def test_all_ways_of_being_there_make_an_item_complete_together(assessed: Assess) -> None:
    text = NOTHING + "done: 0\n" + DOCUMENT.replace("problems: 2", "on_paper: 1")
    result = assessed(TOTAL, DONE, ON_PAPER, text=text, form="complaint_statistics")
    assert list(statuses(result).values()) == [NONE_DECLARED, SHOWN, ATTESTED]
    assert result.status is ItemStatus.COMPLETE


def test_what_is_outdated_does_not_count_as_there(assessed: Assess) -> None:
    result = assessed(YEAR, PROBLEMS, text="year: 2567\nproblems: ก")
    assert result.status is ItemStatus.MISSING


def test_an_item_of_which_nothing_applies_to_the_agency(assessed: Assess) -> None:
    result = assessed(FOR_SCHOOLS, text=None)
    assert result.status is ItemStatus.NOT_APPLICABLE
    assert result.findings == ()


def test_owner_and_date_come_from_the_file(assessed: Assess) -> None:
    result = assessed(PROBLEMS, text="owner: กองคลัง\nupdated: 2569-01-15")
    assert (result.owner, str(result.updated), result.url) == (
        "กองคลัง",
        "2026-01-15",
        "oit/2569/o7/",
    )
    without = assessed(PROBLEMS, text="problems: ก")
    assert (without.owner, without.updated) == ("", None)


def test_without_a_file_nobody_is_named(assessed: Assess) -> None:
    result = assessed(PROBLEMS, ADVICE, text=None)
    assert (result.owner, result.updated, result.record) == ("", None, None)
    assert reported(result) == [("OIT200", "", 1)]
    assert result.findings[0].place.file == "data/2569/o07.yml"
    assert result.findings[0].item == "O7"


# Claims of an item about itself.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "nothing_to_report: ไม่มี\nprojects: [{name: ก}]",
            [("OIT214", "", 1), ("OIT201", "problems", 1)],
        ),
        ("projects: [{name: ก}]\nnot_applicable: ไม่มีภารกิจ", [("OIT214", "", 2)]),
        ("nothing_to_report: ไม่มี\nnot_applicable: ไม่มีภารกิจ", [("OIT214", "", 2)]),
        (
            "nothing_to_report: ไม่มี\nnot_applicable: ไม่มีภารกิจ\nprojects: [{name: ก}]",
            [("OIT214", "", 2)],
        ),
        ("not_applicable: ไม่มีภารกิจ", [("OIT215", "", 1)]),
        ("not_applicable: ไม่มีภารกิจ\nowner: กองคลัง\nyear: 2568", [("OIT215", "", 1)]),
        # Documents may support a claim; they do not contradict it.
        ("not_applicable: ไม่มีภารกิจ\n" + DOCUMENT, [("OIT215", "", 1)]),
        ("problems: ก\nrecommendations: ข\nnothing_to_report: '-'", []),
    ],
)
def test_claims(assessed: Assess, text: str, expected: list[tuple[str, str, int]]) -> None:
    assert reported(assessed(PROBLEMS, text=text)) == expected


def test_nothing_to_report_is_no_exception_that_needs_a_reason(assessed: Assess) -> None:
    assert reported(assessed(TOTAL, text=NOTHING, form="complaint_statistics")) == []


def test_that_an_item_does_not_apply_needs_no_reason_where_the_checklist_agrees(
    assessed: Assess,
) -> None:
    assert reported(assessed(FOR_SCHOOLS, text="not_applicable: ใช้กับสถานศึกษา")) == []


# An unreadable field is reported as that; do not report it as missing too.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("problems: [ก, ข]", [("OIT206", "", 1)]),
        ("probelms: ฝนตก", [("OIT205", "", 1)]),
        # A misspelt claim or list of documents could apply to every element.
        ("not_applicabel: ไม่มีภารกิจ", [("OIT205", "", 1)]),
        ("document: [{title: ก, file: files/report.pdf}]", [("OIT205", "", 1)]),
        ("documents: [{file: files/report.pdf, shows: {problems: 1}}]", [("OIT207", "", 1)]),
        (
            "documents: [{title: ก, file: files/report.pdf, shows: {problem: 1}}]",
            [("OIT306", "", 1)],
        ),
        ("problems: ไม่มี: จริง", [("OIT102", "", 1)]),
        # A fault elsewhere hides nothing.
        ("owner: [ก, ข]", [("OIT201", "problems", 1), ("OIT206", "", 1)]),
        ("qwerty: ก", [("OIT201", "problems", 1), ("OIT205", "", 1)]),
    ],
)
def test_a_fault_is_not_reported_twice(
    assessed: Assess, text: str, expected: list[tuple[str, str, int]]
) -> None:
    result = assessed(PROBLEMS, text=text)
    assert sorted(reported(result)) == sorted(expected)
    assert statuses(result) == {"problems": MISSING}


@pytest.mark.parametrize(
    ("element", "codes"),
    [(TOTAL, ["OIT205"]), (DONE, ["OIT201", "OIT205"])],
)
def test_a_misspelt_declaration_of_none_may_are_for_what_may_be_declared(
    assessed: Assess, element: Element, codes: list[str]
) -> None:
    result = assessed(element, text="nothing_to_reprot: ไม่มี", form="complaint_statistics")
    assert sorted(code for code, _, _ in reported(result)) == codes


def test_a_plan_whose_last_year_cannot_be_read(assessed: Assess) -> None:
    element = an_element(
        id="year", rule="covers", field="from_year", to="to_year", year="this", count="2"
    )
    text = "from_year: 2566\nto_year: สองห้าเจ็ดศูนย์"
    result = assessed(element, text=text, form="strategic_plan")
    assert reported(result) == [("OIT208", "", 2)]


def test_an_unreadable_field_of_either_or(assessed: Assess) -> None:
    either = an_element(id="map", rule="present", field="map|latitude")
    result = assessed(either, text="latitude: เหนือ", form="contact")
    assert reported(result) == [("OIT210", "", 1)]


# The complete assessment.


@pytest.fixture
def assessment(folder: DataFolder) -> Assessment:
    """Three items: O1 of one owner, O2 of another with a fault, O10 without a file."""
    checklist = a_checklist(
        {"id": "O2", "elements": [PROBLEMS, ADVICE]},
        {"id": "O1", "elements": [PROBLEMS]},
        {"id": "O10", "elements": [PROBLEMS]},
    )
    files = {
        "O2": "recommendations: '-'\nupdated: 2026-01-15\nowner: กองคลัง\n",
        "O1": "owner: กองช่าง\nproblems: [ก]\n",
    }
    records = {}
    for item in checklist.items[:2]:
        a_folder(folder.base, {f"data/2569/{item.file_name}": files[item.id]})
        path, ids = folder.path / "2569" / item.file_name, [e.id for e in item.elements]
        records[item.id] = read_record(path, folder, FORMS[item.form], ids)
    agency = Agency(name="หน่วยงานเล็ก", kind="municipality")
    paths = {item.id: f"data/2569/{item.file_name}" for item in checklist.items}
    before = unknown_file.CODE.at(Place("data/2569/o99.yml"), name="o99.yml", suggestion="")
    return assess(YearData(agency, checklist, paths, records), TODAY, (before,))


def test_findings_are_in_the_order_of_files_and_lines(assessment: Assessment) -> None:
    assert [(f.item, str(f.place), f.code.id) for f in assessment.findings] == [
        ("O1", "data/2569/o01.yml:2:1", "OIT206"),
        ("O2", "data/2569/o02.yml:1:1", "OIT201"),
        ("O2", "data/2569/o02.yml:1:1", "OIT201"),
        ("O2", "data/2569/o02.yml:2:10", "OIT209"),
        ("O10", "data/2569/o10.yml:1:1", "OIT200"),
        ("", "data/2569/o99.yml:1:1", "OIT110"),
    ]


def test_findings_that_belong_to_no_item(assessment: Assessment) -> None:
    assert assessment.findings[-1:] == assessment.general_findings
    assert len(assessment.general_findings) == 1


def test_every_status_is_counted_even_where_none_is_so(assessment: Assessment) -> None:
    assert list(assessment.item_counts.values()) == [0, 0, 3, 0]
    assert assessment.element_counts == {
        SHOWN: 0,
        ATTESTED: 0,
        NONE_DECLARED: 0,
        NOT_APPLICABLE: 0,
        PARTIAL: 0,
        OUTDATED: 0,
        MISSING: 4,
    }


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        ({}, ["O2", "O1", "O10"]),
        ({"owner": "กองคลัง"}, ["O2"]),
        ({"item": "o10"}, ["O10"]),
        ({"owner": "กองคลัง", "item": "o2"}, ["O2"]),
        ({"owner": "กองคลัง", "item": "o1"}, []),
        ({"owner": "กอง"}, []),
        ({"owner": ""}, ["O10"]),
    ],
)
def test_the_items_of_one_owner_or_one_item(
    assessment: Assessment, choice: dict[str, str], ids: list[str]
) -> None:
    part = assessment.only(**choice)
    assert [result.item.id for result in part.items] == ids
    # An error stops every build, whoever made it.
    errors = tuple(f for f in assessment.general_findings if f.severity is Severity.ERROR)
    assert part.general_findings == (errors if choice else assessment.general_findings)
    assert {f.item for f in part.findings} == {*ids, ""}


def test_warnings_about_other_files_are_left_out_of_a_part(assessment: Assessment) -> None:
    here, elsewhere = (
        replace(f, place=Place(f"data/2569/{name}.yml"), code=owner_spelling.CODE)
        for f in assessment.general_findings
        for name in ("o02", "o01")
    )
    whole = replace(assessment, general_findings=(here, elsewhere))
    assert whole.only(item="o2").general_findings == (here,)
    assert whole.only().general_findings == (here, elsewhere)


def test_only_errors_make_data_unusable(assessment: Assessment) -> None:
    errors = errors_in([assessment])
    assert [f.code.id for f in errors] == ["OIT206", "OIT110"]
    assert {f.severity for f in errors} == {Severity.ERROR}


def test_what_several_years_or_items_share_is_reported_once(assessment: Assessment) -> None:
    errors = errors_in([assessment])
    assert errors_in([assessment, assessment.only(item="o10"), assessment]) == errors
    again = replace(
        assessment, general_findings=(*assessment.general_findings, *assessment.findings)
    )
    assert again.findings == assessment.findings


def test_year_and_day(assessment: Assessment) -> None:
    assert (assessment.year, assessment.today) == (2569, TODAY)
