"""What the tests of tables are given: a CSV file in a data folder, and the item that names it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from oit.data.folder import DataFolder
from oit.data.item_file import read_record
from oit.data.record import Record
from oit.data.tables.read import read_table
from oit.data.tables.table import Table
from oit.findings.finding import Finding
from oit.forms import FORMS
from oit.forms.base import Form
from oit.forms.purchase import Purchase

ITEM = "data/2569/o11.yml"
TABLE = "data/2569/procurement.csv"


def written(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files, byte for byte."""
    for name, contents in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(contents.encode() if isinstance(contents, str) else contents)


def a_table(folder: Path, contents: str | bytes, form: type[Form] = Purchase) -> Table:
    """Read a table of the fiscal year 2569."""
    written(folder, {TABLE: contents})
    return read_table(folder / TABLE, folder / "data", TABLE, form)


def an_item(
    folder: Path,
    form: str,
    table: str | bytes | None = None,
    text: str = "rows: procurement.csv\n",
    **others: str | bytes,
) -> Record:
    """Read the file of an item, and the table that it names."""
    tables = {} if table is None else {TABLE: table}
    written(folder, {ITEM: text, **tables, **others})
    return read_record(folder / ITEM, DataFolder(folder / "data", folder), FORMS[form], None)


def reported(findings: Iterable[Finding]) -> list[str]:
    """Shorten findings; each must be able to speak both languages."""
    kept = list(findings)
    for finding in kept:
        assert finding.text("th") != finding.text("en")
    return [f"{finding.place} {finding.code.id}" for finding in kept]
