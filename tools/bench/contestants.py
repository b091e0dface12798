"""What is compared: our commands, and the peers whose work is closest to ours."""

import json
import sys
from pathlib import Path

from tools.bench.inputs import Sample, files_by_form
from tools.bench.measure import BIN, ROOT, Contestant, child


def our_version() -> Contestant:
    """Print the version: what every command costs before it does anything."""
    return Contestant("oit --version", [[BIN / "oit", "--version"]])


def import_click() -> Contestant:
    """Load the library of the command line, and do nothing with it."""
    return Contestant("import click", [[sys.executable, "-c", "import click"]])


def our_check(sample: Sample) -> Contestant:
    """Check every year of a sample."""
    if len(sample.years) > 1:
        command = child("check_years", sample.data)
    else:
        command = [BIN / "oit", "check", "--data", sample.data, "--year", str(sample.years[0])]
    return Contestant("oit check", [command], may_lack=True)


def bare_reading(sample: Sample) -> Contestant:
    """Load the libraries that a check needs, then parse the same files."""
    files = [file for files in files_by_form(sample).values() for file in files]
    load: list[str | Path] = [sys.executable, "-c", "import pydantic, yaml"]
    name = "import pydantic, yaml, and bare parsing of the same files"
    return Contestant(name, [load, child("parse", *files)])


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
        [child("check_schemas", schemas, forms)],
    )


def our_build(sample: Sample, work: Path) -> Contestant:
    """Build the site with MkDocs and our hook."""
    return Contestant(
        "mkdocs build with the hook",
        [_mkdocs(ROOT / "mkdocs.yml", work / "ours")],
        environment={"OIT_DATA": str(sample.data)},
        makes=work / "ours",
    )


def rendered_build(rendered: Path, work: Path) -> Contestant:
    """Build the same pages with MkDocs when they are already rendered."""
    return Contestant(
        "mkdocs build, pages already rendered",
        [_mkdocs(rendered / "mkdocs.yml", work / "peer")],
        makes=work / "peer",
    )


def _mkdocs(settings: Path, out: Path) -> list[str | Path]:
    command: list[str | Path] = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return [*command, "--config-file", settings, "--site-dir", out]
