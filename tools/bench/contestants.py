"""Who is compared: our commands, and peers that do the nearest to the same work."""

import json
import sys
from pathlib import Path

from tools.bench.inputs import Sample, files_by_form
from tools.bench.measure import BIN, ROOT, Contestant, child

CHECKER = BIN / "check-jsonschema"


def our_check(sample: Sample) -> Contestant:
    """Check every year of a sample."""
    if len(sample.years) > 1:
        command = child("check_years", sample.data)
    else:
        command = [BIN / "oit", "check", "--data", sample.data, "--year", str(sample.years[0])]
    return Contestant("oit check", [command], may_lack=True)


def schema_checker(sample: Sample, schemas: Path, work: Path) -> Contestant:
    """Check every file against the schema of its form: the fairest peer.

    check-jsonschema takes one schema a call and nothing in a file tells its form. A process a
    form pays thirty times for its start; one schema of all forms (``anyOf``) tries each form on
    each file. So its command is called once a form, inside one process.
    """
    forms = work / f"forms-{len(sample.years)}-{max(sample.years)}.json"
    by_form = files_by_form(sample)
    forms.write_text(json.dumps(by_form), encoding="utf-8")
    return Contestant(
        "check-jsonschema, each file's own schema, one process",
        [child("check_schemas", schemas, forms)],
    )


def other_checkers(sample: Sample, schemas: Path) -> list[Contestant]:
    """Use check-jsonschema as it comes, and parsers alone."""
    by_form = files_by_form(sample)
    files = [file for of_form in by_form.values() for file in of_form]

    def stock(schema: str, of: list[str] = files) -> list[str | Path]:
        return [CHECKER, "--schemafile", schemas / f"{schema}.schema.json", *of]

    a_form = [stock(form, of_form) for form, of_form in by_form.items()]
    return [
        Contestant('  only reading: {"type": "object"}', [stock("object")]),
        Contestant("  one schema, anyOf all forms", [stock("any")], slow=True),
        Contestant(f"  {len(a_form)} processes, one a form", a_form, slow=True),
        Contestant("PyYAML, C parser, to values", [child("parse", "values", *files)]),
        Contestant("PyYAML, C parser, events only", [child("parse", "events", *files)]),
    ]


def our_papers(sample: Sample) -> Contestant:
    """Write every paper of the ITA cycle for Word."""
    return Contestant("papers of oit", [child("papers", "ours", sample.data)])


def plain_papers(sample: Sample) -> Contestant:
    """Write the same texts and tables with python-docx as its manual says, unstyled."""
    return Contestant("python-docx, the same texts", [child("papers", "plain", sample.data)])


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


def other_builds(sample: Sample, rendered: Path, work: Path) -> list[Contestant]:
    """Build the rendered pages without a search, and with the command that users type."""
    return [
        Contestant(
            "  the same without search",
            [_mkdocs(rendered / "no-search.yml", work / "silent")],
            makes=work / "silent",
        ),
        Contestant(
            "oit build (builds aside, then swaps)",
            [[BIN / "oit", "build", "--data", sample.data, "--out", work / "whole"]],
            makes=work / "whole",
        ),
    ]


def _mkdocs(settings: Path, out: Path) -> list[str | Path]:
    command: list[str | Path] = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return [*command, "--config-file", settings, "--site-dir", out]
