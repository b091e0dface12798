"""A workbook of one sheet: an item's list as a table."""

from decimal import Decimal

from xlsxwriter import Workbook

from oit.forms.base import Form, ItemForm

from .samples import Sample
from .style import MADE_ON, NAVY, SAND

HEAD = 3
"""The row of the column names, counted from 0: it is below the title and the agency."""


def make_spreadsheet(sample: Sample) -> None:
    """Generate an Excel file."""
    table = _table(_first_list(sample.form))
    with Workbook(sample.path) as book:
        book.set_properties({"title": sample.title, "author": sample.agency, "created": MADE_ON})
        title = book.add_format({"bold": True, "font_size": 14, "font_color": NAVY})
        head = book.add_format({"bold": True, "bg_color": SAND, "border": 1, "text_wrap": True})
        money = book.add_format({"num_format": "#,##0.00"})
        sheet = book.add_worksheet("ข้อมูล")
        sheet.set_column("A:A", 50)
        sheet.set_column("B:Z", 22)
        sheet.freeze_panes(HEAD + 1, 1)
        sheet.write("A1", sample.title, title)
        sheet.write("A2", sample.agency)
        for column, (name, values) in enumerate(table.items()):
            sheet.write(HEAD, column, name, head)
            for row, value in enumerate(values, start=HEAD + 1):
                sheet.write(row, column, value, money if isinstance(value, Decimal) else None)


def _first_list(form: ItemForm) -> list[Form]:
    """Return an item's first list other than its documents."""
    return next(
        value
        for name, value in form
        if name != "documents" and isinstance(value, list) and value and isinstance(value[0], Form)
    )


def _table(entries: list[Form]) -> dict[str, list[str | int | Decimal | None]]:
    """Arrange entries in columns by Thai name, without the fields that no entry fills."""
    columns = {
        field.title or name: [_cell(getattr(entry, name)) for entry in entries]
        for name, field in type(entries[0]).model_fields.items()
    }
    return {name: values for name, values in columns.items() if set(values) != {None}}


def _cell(value: object) -> str | int | Decimal | None:
    """Convert a value for a cell: numbers stay numbers, lists are left out."""
    if value is None or isinstance(value, int | Decimal):
        return value
    return None if isinstance(value, list) else str(value)
