"""Exported rows are imported unchanged."""

import csv
import io
from datetime import date
from decimal import Decimal

import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.imports.office import Office
from oit.forms.base import title_of
from oit.forms.bidders import write_bidders
from oit.forms.purchase import Purchase
from oit.intake.imports.layout import layout
from oit.intake.imports.merge import merge
from oit.intake.imports.reading import read_sheets
from oit.intake.imports.sheet_reading import Entry
from oit.intake.imports.table import as_csv, in_order
from oit.spreadsheets.cells import original
from oit.spreadsheets.sheet import Worksheet
from oit.spreadsheets.workbook import read_workbook
from oit.thai.dates import write_day

PURCHASES = layout("procurement")
words = st.text(st.sampled_from("กขคงจฉชabcXYZ=+-@'\"<>&,;|\\() "), min_size=1, max_size=12).map(
    lambda text: " ".join(f"ก{text}ข".split())
)
formulas = words | words.map(lambda text: f"={text}") | words.map(lambda text: f"'-{text}")
money = st.decimals(0, 10**8, places=2).map(lambda n: format(n, "f"))
days = st.dates(date(2024, 10, 1), date(2025, 9, 30))
months = st.sampled_from([f"2567-{n}" for n in (10, 11, 12)] + [f"2568-0{n}" for n in range(1, 10)])
bids = st.lists(st.tuples(words, st.none() | money.map(Decimal)), min_size=1, max_size=3)
optional = {
    "project_number": st.from_regex(r"6[0-9]{10}", fullmatch=True),
    "kind": words, "budget": money, "source": words, "reference_price": money, "method": words,
    "bidders": bids.map(write_bidders), "winner": words, "winner_tax_id": st.just("0105536000315"),
    "agreed_price": money, "reason": words,
    "contract_number": st.from_regex(r"[0-9]{1,3}/2568", fullmatch=True),
    "contract_date": days.map(write_day), "status": words, "place": words,
}  # fmt: skip
purchases = st.lists(
    st.fixed_dictionaries({"month": months, "name": formulas}, optional=optional),
    min_size=1,
    max_size=6,
)
quickly = settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def imported(sheets: list[Worksheet]) -> list[dict[str, str]]:
    readings = read_sheets(sheets, PURCHASES, 2568)
    assert [remark for reading in readings for remark in reading.not_imported] == []
    return [entry.values for reading in readings for entry in reading.entries]


def sheet_of(text: str) -> Worksheet:
    return Worksheet("a.csv", "", [list(map(original, r)) for r in csv.reader(io.StringIO(text))])


@quickly
@given(purchases)
def test_our_own_csv(rows: list[dict[str, str]]) -> None:
    assert imported([sheet_of(as_csv(rows, PURCHASES))]) == rows


@quickly
@given(purchases)
def test_a_workbook_under_thai_headers(office: Office, rows: list[dict[str, str]]) -> None:
    path = office.folder / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    names = list(Purchase.model_fields)
    sheet.write_row(0, 0, [title_of(Purchase, name) for name in names])
    for number, row in enumerate(rows, start=1):
        for column, name in enumerate(names):
            # Without prices, a cell of several names would read as one.
            if name in row and name != "bidders":
                sheet.write_string(number, column, row[name])
    book.close()
    plain = [{name: text for name, text in row.items() if name != "bidders"} for row in rows]
    assert imported(read_workbook(path)) == plain


@quickly
@given(purchases, purchases)
def test_the_same_rows_twice_change_nothing(
    first: list[dict[str, str]], second: list[dict[str, str]]
) -> None:
    table = merge([], read_entries(first), PURCHASES).rows
    table = merge(table, read_entries(second), PURCHASES).rows
    again = merge(table, read_entries(second), PURCHASES)
    assert again.any is False
    assert again.rows == in_order(table, PURCHASES)


def read_entries(rows: list[dict[str, str]]) -> list[Entry]:
    (reading,) = read_sheets([sheet_of(as_csv(rows, PURCHASES))], PURCHASES, 2568)
    return reading.entries
