"""Validates packages of the Open Contracting Data Standard with the Data Review Tool's library.

libcoveocds would fetch the standard; here it gets the standard as an archive, and fetches
nothing. The archive has the release schema of OCDS 1.1.5 (Apache License 2.0, Open Contracting
Partnership), taken from the source archive of ocdsextensionregistry 0.7.0.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from libcoveocds.api import ocds_json_output
from libcoveocds.config import LibCoveOCDSConfig

SCHEMA = Path(__file__).parent / "schema" / "release-schema.json"

DRAFT = "http://json-schema.org/draft-04/schema#"

# That source archive lacks the package schema; these are the parts that apply to our packages.
PACKAGE = {
    "$schema": DRAFT,
    "type": "object",
    "required": ["uri", "publisher", "publishedDate", "releases", "version"],
    "properties": {
        "uri": {"type": "string", "format": "uri"},
        "version": {"type": "string", "pattern": r"^(\d+\.)(\d+)$"},
        "publishedDate": {"type": "string", "format": "date-time"},
        "publisher": {
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": {"type": "string"},
                "uri": {"type": ["string", "null"], "format": "uri"},
            },
        },
        "license": {"type": ["string", "null"], "format": "uri"},
        "releases": {
            "type": "array",
            "minItems": 1,
            "items": {
                "$ref": "https://standard.open-contracting.org/schema/1__1__5/release-schema.json"
            },
            "uniqueItems": True,
        },
    },
}


def faults(package: bytes) -> list[str]:
    """Return the faults of a package: schema, codes, unknown and empty fields, prefixes."""
    result: dict[str, Any] = ocds_json_output(
        json_data=json.loads(package), lib_cove_ocds_config=_config()
    )
    return [
        *(f"{error['path']}: {error['description']}" for error in result["validation_errors"]),
        *(f"{extra['path']}/{extra['field']}: unknown" for extra in result["additional_fields"]),
        *(f"{name}: unknown code" for name in result["additional_closed_codelist_values"]),
        *map(str, result.get("conformance_errors", {}).get("ocds_prefixes_bad_format", [])),
        *map(str, result["additional_checks"].get("empty_field", [])),
    ]


@cache
def _config() -> Any:
    return LibCoveOCDSConfig({"context": "api", "standard_zip": _archive()})


def _archive() -> bytes:
    """Pack the standard, with its closed code lists, like its own archive."""
    schema = SCHEMA.read_text(encoding="utf-8")
    files = {
        "release-schema.json": schema,
        "release-package-schema.json": json.dumps(PACKAGE),
        "versioned-release-validation-schema.json": json.dumps({"$schema": DRAFT}),
        **{f"codelists/{name}": text for name, text in _codelists(json.loads(schema))},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("standard/", "")
        for name, text in files.items():
            archive.writestr(f"standard/schema/{name}", text)
    return out.getvalue()


def _codelists(schema: Any) -> Iterator[tuple[str, str]]:
    if isinstance(schema, dict):
        codes = schema.get("enum") or schema.get("items", {}).get("enum")
        if "codelist" in schema and codes:
            yield schema["codelist"], "\n".join(["Code", *filter(None, codes)])
        for value in schema.values():
            yield from _codelists(value)
