"""What is compared: our commands, and the peers whose work is closest to ours."""

import json
import sys
from pathlib import Path

from tools.bench.inputs import Sample, files_by_form
from tools.bench.measure import Contestant
from tools.bench.purchases import TABLE
from tools.bench.trees import OURS, Tree


def version(tree: Tree) -> Contestant:
    """Print the version: what every command costs before it does anything."""
    return Contestant(f"oit --version{tree.suffix}", [tree.command("--version")], tree.environment)


def import_click() -> Contestant:
    """Load the library of the command line, and do nothing with it."""
    return Contestant("import click", [[sys.executable, "-c", "import click"]])


def check(sample: Sample) -> Contestant:
    """Check every year of a sample by the command, from the folder of its caches."""
    if len(sample.years) > 1:
        command = sample.tree.child("check_years", sample.data)
    else:
        year = str(sample.years[0])
        command = sample.tree.command("check", "--data", sample.data, "--year", year)
    name = f"oit check{sample.tree.suffix}"
    return Contestant(name, [command], sample.environment, sample.folder, may_lack=True)


def check_of_all(sample: Sample) -> Contestant:
    """Check every year at once, as a build does."""
    name = f"check of all years (examine_all){sample.tree.suffix}"
    command = sample.tree.child("check_all", sample.data)
    return Contestant(name, [command], sample.environment, sample.folder)


def bare_reading(sample: Sample) -> Contestant:
    """Load the libraries that a check needs, then parse the same files."""
    files = [file for files in files_by_form(sample).values() for file in files]
    load: list[str | Path] = [sys.executable, "-c", "import pydantic, yaml"]
    name = "import pydantic, yaml, and bare parsing of the same files"
    return Contestant(name, [load, OURS.child("parse", *files)])


def plain_reader(sample: Sample) -> Contestant:
    """Read the tables and do nothing with them, then load our program and do nothing."""
    tables = [sample.data / str(year) / TABLE for year in sample.years]
    load: list[str | Path] = [sys.executable, "-c", "import oit.assess.examine"]
    name = "csv.reader, and import oit.assess.examine"
    return Contestant(name, [OURS.child("read_csv", *tables), load])


def schema_checker(sample: Sample, schemas: Path, work: Path) -> Contestant:
    """Check every file against the schema of its form.

    check-jsonschema takes one schema a call, and a file does not name its form. One process for
    each form would start thirty times; one schema of all forms (``anyOf``) would try each form on
    each file. So its command is called once for each form, inside one process.
    """
    forms = work / f"forms-{len(sample.years)}-{max(sample.years)}.json"
    forms.write_text(json.dumps(files_by_form(sample)), encoding="utf-8")
    return Contestant(
        "check-jsonschema, each file's own schema, one process",
        [OURS.child("check_schemas", schemas, forms)],
    )


def frictionless(sample: Sample, tables: Path) -> Contestant:
    """Validate the same files by the schema that the site publishes."""
    files = [sample.data / str(year) / TABLE for year in sample.years]
    command = OURS.child("validate_tables", tables / "schema.json", *files)
    return Contestant("frictionless, the table's schema, one process", [command])


def build(sample: Sample, *, is_cold: bool = True) -> Contestant:
    """Build the site with MkDocs and our hook; a cold build finds no caches."""
    out = sample.folder / "site"
    return Contestant(
        f"mkdocs build with the hook, {'cold' if is_cold else 'warm'}{sample.tree.suffix}",
        [_mkdocs(sample.settings, out)],
        sample.environment,
        sample.folder,
        makes=[out, sample.caches] if is_cold else [out],
    )


def rendered_build(rendered: Path) -> Contestant:
    """Build the same pages with MkDocs when they are already rendered."""
    out = rendered / "site"
    command = _mkdocs(rendered / "mkdocs.yml", out)
    return Contestant("mkdocs build, pages already rendered", [command], makes=[out])


def imports(sample: Sample, tables: Path, ending: str) -> Contestant:
    """Import the file of every year into an empty data folder."""
    out = sample.folder / f"imported-{ending}"
    return Contestant(
        f"oit import, {ending}, every year in one process{sample.tree.suffix}",
        [sample.tree.child("import_tables", sample.data, tables, ending, out)],
        sample.environment,
        sample.folder,
        makes=[out],
        # A workbook's sheet of explanations is reported as not imported: status 1.
        may_lack=True,
    )


def _mkdocs(settings: Path, out: Path) -> list[str | Path]:
    command: list[str | Path] = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return [*command, "--config-file", settings, "--site-dir", out]
