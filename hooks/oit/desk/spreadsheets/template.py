"""An empty table to fill in with Excel and hand in again."""

from oit.desk.spreadsheets.target import Target
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.of_items import TITLES, field_of
from oit.views.datasets.xlsx import write_xlsx


def empty_table(target: Target) -> bytes:
    """Return an Excel file with the headings of a table, which an import understands."""
    title = TITLES[target.form.TABLE]
    return write_xlsx(
        Dataset(
            year=target.year,
            name=target.path.stem,
            title=f"{title} ปีงบประมาณ {target.year}",
            description=f"แบบสำหรับกรอก{title} แล้วนำเข้า",
            fields=tuple(field_of(target.row, name) for name in target.row.model_fields),
            columns=[[] for _ in target.row.model_fields],
        )
    )
