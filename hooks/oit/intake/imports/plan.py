"""What an import would do to the data: the files are read and compared; nothing is written yet."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.collector import paused
from oit.data.folder import DataFolder
from oit.findings.finding import Finding
from oit.intake.imports import report
from oit.intake.imports.header import find_header
from oit.intake.imports.items import ItemChange, change_of, items_of, write_item
from oit.intake.imports.layout import Layout, layout
from oit.intake.imports.merge import Changes, merge
from oit.intake.imports.negative_amounts import negative_amounts
from oit.intake.imports.reading import read_sheets
from oit.intake.imports.sheet_reading import AS_WRITTEN, Remark, SheetReading, Stated
from oit.intake.imports.table import as_csv, read_rows
from oit.intake.imports.typed import typed_sheet
from oit.intake.imports.unlikely_prices import unlikely_prices
from oit.intake.imports.unlikely_progress import unlikely_progress
from oit.spreadsheets.isolated import read_workbook
from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.sheet import Worksheet, shown
from oit.views.datasets.xlsx import DICTIONARY

OfficeFile = list[Worksheet]
"""The sheets of a file, their cells as a person typed them."""


class BrokenTableError(Exception):
    """The table of the data folder has errors, so nothing can be compared with it."""

    def __init__(self, why: Bilingual, findings: list[Finding]) -> None:
        super().__init__(why.en)
        self.why = why
        self.findings = findings


@dataclass(frozen=True)
class Plan:
    """What an import would do."""

    layout: Layout
    path: Path
    """The table."""
    shown: str
    """Its name in messages."""
    files: list[list[SheetReading]]
    """What was read of the sheets of each file."""
    changes: Changes
    items: list[ItemChange] = field(default_factory=list)

    @property
    def readings(self) -> list[SheetReading]:
        """What was read of every sheet."""
        return [reading for file in self.files for reading in file]

    @property
    def any(self) -> bool:
        """Whether a file would change."""
        return self.changes.any or any(item.text is not None for item in self.items)

    @property
    def text(self) -> str:
        """The table as it would be written."""
        return as_csv(self.changes.rows, self.layout)

    @property
    def notices(self) -> list[Remark]:
        """What is worth a look."""
        notices = [remark for reading in self.readings for remark in reading.notices]
        notices += unlikely_prices(self.changes.read, self.layout)
        return [*notices, *unlikely_progress(self.changes.read, self.layout)]

    @property
    def doubts(self) -> list[Remark]:
        """What is probably wrong."""
        doubts = [remark for reading in self.readings for remark in reading.doubts]
        return [*doubts, *negative_amounts(self.changes.read, self.layout)]

    @property
    def differing_totals(self) -> list[Remark]:
        """The totals of the files that differ from the sums of their rows."""
        return report.differing_totals(self.readings)

    @property
    def left_out(self) -> list[Remark]:
        """What was not imported."""
        left_out = [remark for reading in self.readings for remark in reading.not_imported]
        return [*left_out, *self.changes.contradictions]

    def write(self) -> None:
        """Write the table, and the files of the items that are to show it.

        Raises:
            OSError: a file cannot be written; it is as it was.
        """
        if self.changes.any:
            write_atomically(self.path, self.text, durable=True)
        for item in self.items:
            write_item(item)


def read_files(paths: Sequence[Path]) -> tuple[list[OfficeFile], list[Bilingual]]:
    """Read office files; return also why each of the others is refused."""
    files, refused = [], []
    for path in paths:
        try:
            # The site's own workbooks have a data dictionary beside their rows.
            sheets = [sheet for sheet in read_workbook(path) if sheet.name != DICTIONARY]
            files.append(list(map(typed_sheet, sheets)))
        except RefusedError as error:
            name = shown(path.name or str(path))
            refused.append(Bilingual(f"{name}: {error.reason.th}", f"{name}: {error.reason.en}"))
    return files, refused


def choose_layout(names: Collection[str], files: Sequence[OfficeFile], year: int) -> Layout:
    """Choose the table that knows most of the files' columns."""

    def understood(table: Layout) -> int:
        headers = [find_header(sheet, table, year) for sheets in files for sheet in sheets]
        return sum(len(header.fields) for header in headers if header)

    tables = [layout(name) for name in names]
    return max(tables, key=understood) if len(tables) > 1 else tables[0]


@paused()
def make_plan(  # noqa: PLR0913 - the last three have a default
    folder: DataFolder,
    path: Path,
    chosen: Layout,
    files: Sequence[OfficeFile],
    *,
    stated: Sequence[Stated] = (),
    replaces: bool = False,
    tick: Callable[[], None] = lambda: None,
) -> Plan:
    """Read the sheets of files, and compare them with a table.

    Args:
        folder: the data folder.
        path: the table, in the folder of its fiscal year.
        chosen: what its columns are.
        files: what was read of each file.
        stated: what a person states of each file that it does not say itself.
        replaces: whether the files are all there is of their months: other rows are removed.
        tick: called for every row.

    Raises:
        BrokenTableError: the table has errors.
    """
    name, year = folder.shown(path), int(path.parent.name)
    said = [*stated, *[AS_WRITTEN] * (len(files) - len(stated))]
    readings = [
        read_sheets(sheets, chosen, year, tick, of_file)
        for sheets, of_file in zip(files, said, strict=True)
    ]
    rows, findings = read_rows(path, folder.path, name, chosen)
    if findings:
        why = Bilingual(
            f"ตารางเดิม {name} มีที่ผิด ต้องแก้ก่อนจึงนำเข้าได้ ไม่มีอะไรถูกแก้",
            f"the table {name} has errors; fix them first. Nothing was changed",
        )
        raise BrokenTableError(why, findings)
    entries = [entry for file in readings for reading in file for entry in reading.entries]
    changes = merge(rows, entries, chosen, replaces=replaces)
    plan = Plan(chosen, path, name, readings, changes)
    return replace(plan, items=item_changes(folder, plan))


def item_changes(folder: DataFolder, plan: Plan) -> list[ItemChange]:
    """Return what is to be done to the files of items, so that they show the table."""
    if not plan.changes.rows or plan.path.name != plan.layout.table:
        return []
    items = items_of(folder, int(plan.path.parent.name), plan.layout.table)
    changes = [change_of(item, folder.shown(item.path)) for item in items]
    return [change for change in changes if change is not None]
