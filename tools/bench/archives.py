"""What is compared on tables of many rows: our commands, a plain reader and frictionless."""

import sys
from pathlib import Path

from tools.bench.inputs import Sample
from tools.bench.measure import Contestant, child, output_of
from tools.bench.purchases import TABLE

_LOAD: list[str | Path] = [sys.executable, "-c", "import oit.assess.examine"]


def write_tables(sample: Sample, folder: Path) -> Path:
    """Write the tables of a sample as the site publishes them; return the folder."""
    folder.mkdir()
    output_of(child("write_tables", sample.data, folder))
    return folder


def write_pages(sample: Sample, folder: Path) -> Path:
    """Write the pages of a sample's monthly summaries as JSON; return the file."""
    folder.mkdir()
    output_of(child("write_pages", sample.data, folder))
    return folder / "pages.json"


def our_check(sample: Sample) -> Contestant:
    """Check every year at once, as a build does."""
    return Contestant("check of all years (examine_all)", [child("check_all", sample.data)])


def plain_reader(sample: Sample) -> Contestant:
    """Read the tables and do nothing with them, then load our program and do nothing."""
    read = child("read_csv", *_tables(sample))
    return Contestant("csv.reader, and import oit.assess.examine", [read, _LOAD])


def frictionless(sample: Sample, tables: Path) -> Contestant:
    """Validate the same files by the schema that the site publishes."""
    command = child("validate_tables", tables / "schema.json", *_tables(sample))
    return Contestant("frictionless, the table's schema, one process", [command])


def our_import(sample: Sample, tables: Path, ending: str, work: Path) -> Contestant:
    """Import the file of every year into an empty data folder."""
    out = work / f"imported-{ending}"
    return Contestant(
        f"oit import, {ending}, every year in one process",
        [child("import_tables", sample.data, tables, ending, out)],
        makes=out,
        # A workbook's sheet of explanations is reported as not imported: status 1.
        may_lack=True,
    )


def _tables(sample: Sample) -> list[Path]:
    return [sample.data / str(year) / TABLE for year in sample.years]
