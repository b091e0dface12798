"""Can it be true? Each kind of claim, with its place and what does not count because of it."""

import pkgutil
from datetime import date
from pathlib import Path

import pytest

import oit.checks.possible
from data.tables.reading import an_item
from given import a_folder, a_record
from oit.assess.assessment import ElementStatus
from oit.assess.examine import examine
from oit.checks.possible import check
from oit.checks.possible.check import doubts_about
from oit.checks.possible.doubt import Doubt
from oit.data.folder import DataFolder
from oit.data.form_file import read_form_file
from oit.data.item_file import record_of
from oit.findings.finding import Severity
from oit.forms.agency import Agency
from oit.forms.procurement_monthly import ProcurementMonthly
from oit.source import SourceFile, parse
from procurement.reading import in_table

TODAY = date(2026, 4, 1)


def doubts(form: str, text: str, year: int = 2569) -> list[Doubt]:
    return [*doubts_about(a_record(form, text), year, TODAY)]


def found(form: str, text: str) -> list[tuple[str, int]]:
    return [(d.finding.code.id, d.finding.place.line) for d in doubts(form, text)]


def test_every_question_is_asked() -> None:
    modules = {m.name for m in pkgutil.iter_modules(oit.checks.possible.__path__)}
    assert modules - {"check", "columns", "doubt"} <= vars(check).keys()


# Dates


@pytest.mark.parametrize(
    ("form", "text", "fields"),
    [
        ("contact", "updated: 2569-04-02", {"updated"}),
        ("procurement_list", "as_of: 2569-05-01", {"as_of"}),
        (
            "procurement_list",
            "purchases: [{name: ก, contract_date: 2570-01-15}]",
            {"purchases.contract_date"},
        ),
        (
            "procurement_list",
            "purchases: [{name: ก, announced: 2570-01-15}]",
            {"purchases.announced"},
        ),
        ("no_gift_policy", "declaration: {date: 2569-10-01}", {"declaration.date"}),
        ("gifts_received", "gifts: [{name: ก, date: 2569-12-01}]", {"gifts.date"}),
        ("news", "news: [{title: ก, date: 2569-06-01}]", set()),
        ("participation", "activities: [{name: ก, date: 2569-06-01}]", set()),
    ],
)
def test_a_date_in_the_future(form: str, text: str, fields: set[str]) -> None:
    [doubt] = doubts(form, text)
    assert doubt.finding.code.id == "OIT420"
    assert doubt.fields == frozenset(fields)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("contact", "updated: 2569-04-01"),
        ("procurement_list", "purchases: [{name: ก, contract_end: 2570-01-15}]"),
        ("ita_development", "measures: [{name: ก, deadline: 2569-09-30}]"),
    ],
)
def test_dates_that_may_lie_ahead(form: str, text: str) -> None:
    assert found(form, text) == []


def test_a_table_reports_its_first_row_for_all(tmp_path: Path) -> None:
    table = "month,name,contract_date\n2568-10,ก,2568-10-02\n" + "2569-03,ข,2569-05-02\n" * 3
    record = in_table(tmp_path, table).record
    [doubt] = [d for d in doubts_about(record, 2569, TODAY) if d.finding.code.id == "OIT420"]
    assert (doubt.finding.place.line, doubt.finding.place.column) == (3, 3)
    assert "(and 2 more)" in doubt.finding.message("en")


# Months


@pytest.mark.parametrize(
    ("month", "code"),
    [
        ("2569-05", True),
        ("2567-10", True),
        ("2570-01", True),
        ("2568-10", False),
        ("2569-04", False),
    ],
)
def test_months_of_purchases(month: str, code: bool) -> None:
    text = f"months:\n  - {{month: {month}, nothing: ไม่มี}}\n"
    assert found("procurement_monthly", text) == [("OIT421", 2)] * code


def test_an_entry_without_a_month() -> None:
    assert found("procurement_monthly", "months:\n  - nothing: ไม่มี\n") == [("OIT421", 2)]
    assert found("procurement_monthly", "months:\n  - month:\n    nothing: ไม่มี\n") == [
        ("OIT421", 2)
    ]
    purchases = "months:\n  - month: 2568-10\n    nothing: ไม่มี\n  - purchases: [{name: ก}]\n"
    assert found("procurement_monthly", purchases) == [("OIT421", 4)]
    counts = "year: 2568\nmonths:\n  - {month: 2567-10, count: 1}\n  - {count: 2}\n"
    assert found("service_statistics", counts) == [("OIT421", 4)]


@pytest.mark.parametrize("month", ["month: abc", "mounth: 2568-10"])
def test_an_entry_with_a_fault_is_not_said_to_have_no_month(month: str, tmp_path: Path) -> None:
    text = f"months:\n  - {month}\n    nothing: ไม่มี\n  - nothing: ไม่มี\n"
    document = parse(text.encode(), SourceFile("data/2569/o11.yml", year=2569))
    record = record_of(document, DataFolder(tmp_path), ProcurementMonthly, None)
    assert [finding.place.line for finding in record.findings] == [2]
    doubts = doubts_about(record, 2569, TODAY)
    assert [doubt.finding.place.line for doubt in doubts] == [4]


def test_months_of_statistics_are_those_of_their_year() -> None:
    months = "months:\n  - {month: 2567-10, count: 1}\n  - {month: 2567-10, count: 2}\n"
    assert found("service_statistics", f"year: 2568\n{months}") == [("OIT421", 4)]
    assert (
        found("service_statistics", f"year: 2569\n{months}")
        == [("OIT421", 3)] + [("OIT421", 4)] * 2
    )


@pytest.mark.parametrize(
    ("form", "table", "text", "place"),
    [
        (
            "service_statistics",
            "name,month,count\nก,2567-10,1\nก,2569-05,2\nข,2569-05,1\n",
            "year: 2568\nrows: procurement.csv\nmonths:\n",
            "data/2569/procurement.csv:3:2",
        ),
        (
            "procurement_monthly",
            "name,month,nothing\nก,2568-10,\n,2569-05,ไม่มี\n",
            "rows: procurement.csv\nmonths: []\n",
            "data/2569/procurement.csv:3:2",
        ),
        (
            "procurement_monthly",
            "name,month\nก,2568-10\nข,2569-05\n",
            "rows: procurement.csv\n",
            "data/2569/procurement.csv:3:2",
        ),
        (
            "procurement_monthly",
            "name,month\nก,2568-10\n",
            "rows: procurement.csv\nmonths:\n  - {month: 2569-05, nothing: ไม่มี}\n",
            "data/2569/o11.yml:2:1",
        ),
    ],
)
def test_a_month_of_a_table_is_reported_at_its_row(
    tmp_path: Path, form: str, table: str, text: str, place: str
) -> None:
    record = an_item(tmp_path, form, table, text)
    [doubt] = [d for d in doubts_about(record, 2569, TODAY) if d.finding.code.id == "OIT421"]
    assert str(doubt.finding.place) == place


def test_nothing_beside_purchases_of_the_month() -> None:
    text = """\
months:
  - {month: 2568-10, nothing: ไม่มี}
  - month: 2568-10
    purchases: [{name: ก}]
  - month: 2568-11
    nothing: ไม่มี
    purchases: [{name: ข}, {name: ค}]
  - {month: 2568-12, nothing: ไม่มี}
"""
    assert found("procurement_monthly", text) == [("OIT618", 2), ("OIT618", 6)]


# Purchases


@pytest.mark.parametrize(
    ("purchase", "is_empty"),
    [
        ("winner: ไม่มี, agreed_price: ไม่มี, bidders: [{name: ไม่มี}]", True),
        ("winner: '(ไม่มี)', agreed_price: 0, bidders: [{name: ไม่ระบุ, price: 0}]", True),
        ("winner: N/A, agreed_price: 0.00, bidders: ไม่มี", True),
        ("winner: ไม่มี", True),
        ("winner: ไม่มี, bidders: [{name: ร้าน ก}]", False),
        ("winner: ร้านไม่มีชื่อ, agreed_price: ไม่มี", False),
        ("winner: ไม่มี, agreed_price: 500", False),
        ("winner: ไม่มี, agreed_price: ไม่มี, status: ยกเลิกการจัดซื้อจัดจ้าง", False),
        ("budget: 500", False),
    ],
)
def test_a_purchase_of_nothing(purchase: str, is_empty: bool) -> None:
    text = f"purchases:\n  - {{name: ก, {purchase}}}\n"
    assert found("procurement_list", text) == [("OIT619", 2)] * is_empty


def test_a_purchase_of_nothing_in_a_table(tmp_path: Path) -> None:
    table = "name,winner,agreed_price,bidders\nก,ไม่มี,ไม่มี,ไม่มี\nข,ร้าน,500,ร้าน = 500\n"
    record = in_table(tmp_path, table).record
    [doubt] = doubts_about(record, 2569, TODAY)
    assert (doubt.finding.code.id, doubt.finding.place.line) == ("OIT619", 2)


# Numbers


@pytest.mark.parametrize(
    ("form", "text", "codes"),
    [
        ("annual_report", "projects: [{name: ก, budget: 100, spent: 100.01}]", ["OIT422"]),
        ("annual_report", "projects: [{name: ก, budget: 100, spent: 100}]", []),
        ("annual_report", "projects: [{name: ก, budget: ไม่ใช้งบประมาณ, spent: 5}]", ["OIT422"]),
        ("annual_plan", "projects: [{name: ก, budget: 1, spent: 2}]", ["OIT422"]),
        ("procurement_report", "methods: [{name: ก, budget: 1, spent: 2}]", ["OIT422"]),
        ("annual_report", "projects: [{name: ก, spent: -5}]", ["OIT424"]),
        ("gifts_received", "gifts: [{name: ก, value: '-3,000'}]", ["OIT424"]),
        ("procurement_list", "purchases: [{name: ก, budget: -1}]", ["OIT424"]),
        ("complaint_statistics", "total: 3\ndone: 5\npending: 0", ["OIT423"]),
        ("complaint_statistics", "total: 3\ndone: 1\npending: 1", ["OIT423"]),
        ("complaint_statistics", "total: 3\ndone: 3", []),
        ("complaint_statistics", "counts: [{name: ก, total: 1, done: 0, pending: 2}]", ["OIT423"]),
    ],
)
def test_numbers(form: str, text: str, codes: list[str]) -> None:
    assert [code for code, _ in found(form, text)] == codes


# Beginnings and ends


@pytest.mark.parametrize(
    ("form", "text", "is_found"),
    [
        (
            "procurement_list",
            "purchases: [{name: ก, contract_date: 2568-10-20, contract_end: 2567-11-20}]",
            True,
        ),
        (
            "procurement_list",
            "purchases: [{name: ก, contract_date: 2568-10-20, contract_end: 2568-10-20}]",
            False,
        ),
        ("strategic_plan", "from_year: 2570\nto_year: 2566", True),
        ("hr_plan", "from_year: 2569\nto_year: 2569", False),
        ("annual_plan", "projects: [{name: ก, period: มี.ค. 2569 – ต.ค. 2568}]", True),
        ("annual_plan", "projects: [{name: ก, period: 1 ก.ย. 69 ถึง 30 พ.ย. 68}]", True),
        ("annual_plan", "projects: [{name: ก, period: ต.ค. 2568 – มี.ค. 2569}]", False),
        ("annual_plan", "projects: [{name: ก, period: ต.ค. - ก.ย.}]", False),
        ("annual_plan", "projects: [{name: ก, period: ตลอดปีงบประมาณ}]", False),
        ("ita_development", "reports: [{round: 6, first: มี.ค. 2569, last: ต.ค. 2568}]", True),
        ("ita_development", "reports: [{round: 6, first: ต.ค. 2568, last: ต.ค. 2568}]", False),
    ],
)
def test_an_end_before_its_beginning(form: str, text: str, is_found: bool) -> None:
    assert [code for code, _ in found(form, text)] == ["OIT425"] * is_found


# Coordinates


@pytest.mark.parametrize(
    ("latitude", "longitude", "message"),
    [
        ("15.2287", "104.8564", None),
        ("5.62", "101.1", None),
        ("20.46", "99.9", None),
        ("104.8564", "15.2287", "swapped (104.8564, 15.2287)"),
        ("15.2287", "-104.8564", "the longitude -104.8564 is outside Thailand"),
        ("152.287", "104.8564", "the latitude 152.287 is outside Thailand"),
        ("0", "0", "the latitude 0 is outside Thailand"),
        ("48.85", "104.8", "the latitude 48.85 is outside Thailand"),
    ],
)
def test_coordinates(latitude: str, longitude: str, message: str | None, tmp_path: Path) -> None:
    text = f"latitude: {latitude}\nlongitude: {longitude}\n"
    messages = [d.finding.message("en") for d in doubts("contact", text)]
    assert messages[:1] == messages[:1] if message is None else message in messages[0]
    assert bool(messages) == bool(message)
    agency = f"name: ก\nkind: municipality\n{text}"
    folder = a_folder(tmp_path, {"data/agency.yml": agency, "data/2569/o03.yml": "phone: 0"})
    file = read_form_file(Agency, folder.path / "agency.yml", folder)
    assert file.form
    of_agency = [f for f in examine(folder, TODAY).findings if f.code.id == "OIT426"]
    assert [f.message("en") for f in of_agency] == messages
    assert {f.place.file for f in of_agency} <= {"data/agency.yml"}


def test_swapped_coordinates_are_given_the_right_way_round() -> None:
    [doubt] = doubts("contact", "latitude: 104.85\nlongitude: 15.22\n")
    assert "latitude: 15.22 และ longitude: 104.85" in doubt.finding.hint("th")


# Markup


@pytest.mark.parametrize(
    "text",
    [
        *("99 หมู่ 2<br>ตำบล", "ก<br/>ข", "<p>ข้อความ</p>", "<b>หนา", "<span style='color:red'>ก"),
        *("ก&nbsp;ข", "&#3585;", "ก &amp; ข", "ราคา &lt; 5", "<o:p></o:p>", "<!-- ก -->"),
        *("[ลิงก์](https://www.example.go.th/)", "![รูป](files/a.png)", "**ด่วน**", "__ด่วน__"),
        *("[b]หนา[/b]", "[url=https://x.example]ก[/url]", "[img]a.png[/img]", "<script>x</script>"),
    ],
)
def test_markup_in_a_text(text: str) -> None:
    assert found("contact", f"address: |-\n  {text}\n") == [("OIT427", 1)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a < b และ c > d",
            "อายุ <60 ปี> ขึ้นไป",
            "R&D; AT&T",
            "[1] ตามระเบียบ",
            "(ก) [ข]",
            "5 * 3 ** 2",
        ),
        *("https://x.example/a__b__c?x=1&lt=2", "<ชื่อ>", "ข้อ [๑](ก)", "name__main__x", "* ข้อหนึ่ง"),
    ],
)
def test_ordinary_signs_are_no_markup(text: str) -> None:
    assert found("contact", f"address: |-\n  {text}\n") == []


def test_markup_in_lists_and_tables(tmp_path: Path) -> None:
    assert found("complaint_procedure", "how:\n  - ก\n  - ข<br>\n") == [("OIT427", 3)]
    table = "name,reason\nก,ต่ำสุด\nข<br>ค,ดี\nง,&nbsp;\nจ,&nbsp;\n"
    record = in_table(tmp_path, table).record
    at = [d.finding.place[1:] for d in doubts_about(record, 2569, TODAY)]
    assert sorted(at) == [(3, 1), (4, 2)]


# What does not count


CHECKLIST = """\
checklist: own
year: 2569
title: แบบวัด
indicators: [{id: "9", title: ก}]
items:
  - id: O12
    title: การจัดซื้อจัดจ้าง
    indicator: "9"
    form: procurement_list
    elements:
      - {id: signed, text: วันที่สัญญา, rule: rows, field: purchases, each: [contract_date]}
      - {id: names, text: รายการ, rule: rows, field: purchases, each: [name]}
"""


@pytest.mark.parametrize(
    ("day", "status", "severity"),
    [
        ("2569-05-01", ElementStatus.MISSING, Severity.GAP),
        ("2569-03-01", ElementStatus.SHOWN, None),
    ],
)
def test_what_cannot_be_true_does_not_count(
    tmp_path: Path, day: str, status: ElementStatus, severity: Severity | None
) -> None:
    folder = a_folder(
        tmp_path,
        {
            "data/agency.yml": "name: ก\nkind: municipality\nchecklist: own\n",
            "data/checklists/own-2569.yml": CHECKLIST,
            "data/2569/o12.yml": f"purchases: [{{name: ก, contract_date: {day}}}]\n",
        },
    )
    [item] = examine(folder, TODAY).items
    assert [result.status for result in item.elements] == [status, ElementStatus.SHOWN]
    assert [f.severity for f in item.findings if f.code.id == "OIT420"] == [severity] * (
        severity is not None
    )


@pytest.mark.parametrize(
    ("rows", "status", "words"),
    [
        ("2569-05-01 2568-10-01 2568-10-02", ElementStatus.PARTIAL, "มี 2 จาก 3 รายการ"),
        ("2569-05-01 2569-06-01 2569-05-02", ElementStatus.MISSING, "ยังไม่มี (0 จาก 3 รายการ)"),
    ],
)
@pytest.mark.parametrize("is_table", [False, True])
def test_entries_that_cannot_be_true_are_not_there(
    tmp_path: Path, rows: str, status: ElementStatus, words: str, *, is_table: bool
) -> None:
    days = rows.split()
    files = {
        "data/agency.yml": "name: ก\nkind: municipality\nchecklist: own\n",
        "data/checklists/own-2569.yml": CHECKLIST,
    }
    if is_table:
        files["data/2569/o12.yml"] = "rows: procurement.csv\n"
        files["data/2569/procurement.csv"] = "name,contract_date\n" + "".join(
            f"ซื้อครั้งที่ {n},{day}\n" for n, day in enumerate(days)
        )
    else:
        files["data/2569/o12.yml"] = "purchases:\n" + "".join(
            f"  - {{name: ซื้อครั้งที่ {n}, contract_date: {day}}}\n" for n, day in enumerate(days)
        )
    [item] = examine(a_folder(tmp_path, files), TODAY).items
    signed, names = item.elements
    assert (signed.status, signed.lacking.th) == (status, words)
    assert names.status is ElementStatus.SHOWN


def test_what_is_only_odd_is_a_warning_and_counts(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        {
            "data/agency.yml": "name: ก\nkind: municipality\n",
            "data/2569/o03.yml": "address: ก<br>ข\nupdated: 2569-12-01\n",
        },
    )
    found = {f.code.id: f.severity for f in examine(folder, TODAY).findings}
    assert (found["OIT427"], found["OIT420"]) == (Severity.WARNING, Severity.WARNING)


def test_an_old_year_is_the_same_on_any_day(tmp_path: Path) -> None:
    purchases = "purchases: [{name: ก, contract_date: 2568-10-20, contract_end: 2569-09-30}]\n"
    folder = a_folder(
        tmp_path,
        {
            "data/agency.yml": "name: ก\nkind: municipality\n",
            "data/2568/o12.yml": f"updated: 2568-11-01\n{purchases}",
        },
    )
    days = (date(2026, 1, 1), date(2030, 1, 1))
    first, last = ([f.text() for f in examine(folder, day, 2568).findings] for day in days)
    assert first == last
