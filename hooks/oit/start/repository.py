"""All the files of a new repository."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from oit.data.checklist import Checklist
from oit.data.paths import files_of, new_file
from oit.data.template import SCHEMAS, agency_file
from oit.publish.schema import write_schemas
from oit.start.adopt import as_yaml, file_name
from oit.start.files import PAGES, filled, fingerprint, kept_files
from oit.views.pages.page import plain

RECORD = ".oit/files.json"
"""Digests of the files that the program wrote: files that the user changed stay."""

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|])")


def repository(given: Mapping[str, str], checklist: Checklist, *, own_list: bool) -> dict[str, str]:
    """Return the files of a new repository, by their paths.

    Args:
        given: the known fields of agency.yml, and ``year``.
        checklist: the checklist of that year.
        own_list: whether the repository gets a copy of the checklist.
    """
    items = files_of(checklist, given["kind"])
    has_contacts = any(item.form == "contact" for item in checklist.items)
    values = {
        "name": escape_markdown(given["name"]),
        "year": given["year"],
        "first": next(iter(items)),
        "contact": "ในข้อข้อมูลการติดต่อ" if has_contacts else "ที่หน้าแรก",
    }
    files = {"README.md": filled("README.md", values), **kept_files(), **schema_files()}
    files[RECORD] = as_record({path: fingerprint(text) for path, text in kept_files().items()})
    files |= {f"docs/{name}.md": filled(f"docs/{name}.md", values) for name in PAGES}
    files[f"docs/files/{given['year']}/.gitkeep"] = ""
    files["data/agency.yml"] = agency_file(given)
    if own_list:
        files[f"data/{file_name(checklist)}"] = as_yaml(checklist)
    for path, asked in items.items():
        files[f"data/{path}"] = new_file(path, asked)
    return files


def escape_markdown(text: str) -> str:
    """Write a text for a page of Markdown so that none of it is read as markup."""
    return _MARKDOWN.sub(r"\\\1", plain(text))


@cache
def schema_files() -> dict[str, str]:
    """Return the JSON Schemas that editors check the data files by."""
    with TemporaryDirectory() as folder:
        written_files = write_schemas(Path(folder))
        return {
            f"{SCHEMAS}/{path.name}": path.read_text(encoding="utf-8") for path in written_files
        }


def as_record(known: Mapping[str, str]) -> str:
    """Return the record of what the program wrote."""
    return json.dumps(dict(sorted(known.items())), indent=2) + "\n"
