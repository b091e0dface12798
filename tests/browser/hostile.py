"""Hostile data: every text of every form tries to run a script."""

import csv
import json
import shutil
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

from commands import ROOT
from oit.forms import FORMS
from oit.forms.agency import Agency
from oit.forms.base import Form
from oit.forms.bidders import write_bidders
from oit.forms.ita import FILE, Ita
from oit.forms.purchase import Purchase

ACTIVE = """() => [...document.querySelectorAll("*")].flatMap((element) =>
  [...element.attributes]
    .filter(({ name, value }) =>
      /^on|^srcdoc$/i.test(name) || "href" in element && element.protocol === "javascript:")
    .map(({ name, value }) => `${element.tagName} ${name}=${value}`.slice(0, 120)))"""
"""Lists the attributes of a page that would run a script if the element were used."""

PAYLOADS = [
    "<script>window.hit=1</script>",
    '"><img src=x onerror="window.hit=1">',
    "'><svg onload='window.hit=1'>",
    "javascript:window.hit=1",
    "{{ 1234567 * 7 }}",
    "{% raw %}",
    "${window.hit=1}",
    "[x](javascript:window.hit=1)",
    "![x](x){: onerror=window.hit=1 }",
    '{: onclick="window.hit=1" }',
    "</title><script>window.hit=1</script>",
    "&lt;script&gt;window.hit=1&lt;/script&gt;",
    "--><iframe srcdoc='<script>parent.hit=1</script>'>",
]
COMPUTED = "8641969"
"""What a template engine would compute from the payload in double braces."""

HARMFUL_LINK = "https://hostile.example/?a=&quot;&b=javascript:window.hit=1"
HARMFUL_ADDRESS = "&quotonclick=window.hit=1&lt@hostile.example"

YEAR = 2569
DOCUMENT = f"files/{YEAR}/document.pdf"
PICTURE = f"files/{YEAR}/picture.png"

MAX_DEPTH = 5
"""How deep groups are nested: units contain units."""

_turn = count()


def text() -> str:
    """Return all payloads, starting with a different one each time."""
    first = next(_turn) % len(PAYLOADS)
    return " ".join(PAYLOADS[first:] + PAYLOADS[:first])


def values(form: type[Form], *without: str) -> dict[str, Any]:
    """Fill every field of a form: texts with payloads, the others with valid values."""
    schema = form.model_json_schema()
    made = _value(schema, schema.get("$defs", {}), 0)
    assert isinstance(made, dict)
    return {name: value for name, value in made.items() if name not in without}


def _value(schema: dict[str, Any], shapes: dict[str, Any], depth: int) -> Any:  # noqa: PLR0911 - a return for each kind
    if "$ref" in schema:
        return _value(shapes[schema["$ref"].rpartition("/")[2]], shapes, depth)
    if "anyOf" in schema:
        return _value(schema["anyOf"][0], shapes, depth)
    if "enum" in schema:
        return schema["enum"][next(_turn) % (len(schema["enum"]) - (None in schema["enum"]))]
    if "properties" in schema:
        properties = schema["properties"].items()
        return {name: _value(inner, shapes, depth + 1) for name, inner in properties}
    if "items" in schema:
        return [
            _value(schema["items"], shapes, depth) for _ in range(2 if depth < MAX_DEPTH else 0)
        ]
    if "examples" not in schema:
        return {}
    return _like(schema["examples"][0])


def _like(example: str) -> str:
    if example.startswith("files/"):
        return DOCUMENT if example.endswith(".pdf") else PICTURE
    if example.startswith("https://"):
        return HARMFUL_LINK
    if "@" in example:
        return HARMFUL_ADDRESS
    return text() if example in {"ข้อความ", "ชื่อ"} else example


def write(folder: Path) -> Path:
    """Write the data of a hostile agency into a folder, with its documents beside it."""
    data = folder / "data"
    agency = values(Agency) | {
        "kind": "municipality",
        "checklist": "hostile",
        "numerals": "arabic",
        "site_url": "https://hostile.example/",
        "calendar": [{"year": str(YEAR), "opens": "2569-03-01", "closes": "2569-04-30"}],
    }
    _write(data / "agency.yml", agency)
    # Entries are in the item's file, except for one extra item with a table.
    claims = ("nothing_to_report", "not_applicable", "rows")
    items = []
    for number, (name, form) in enumerate(FORMS.items(), 1):
        if form is Ita:
            items.append({**_item(number, name), "file": FILE})
            _write(data / f"{YEAR}/{FILE}", _cycle(values(form, *claims)))
        else:
            items.append(_item(number, name))
            _write(data / f"{YEAR}/o{number:02}.yml", values(form, *claims))
    for number, claim in enumerate(claims[:2], len(FORMS) + 1):
        items.append(_item(number, "gifts_received"))
        _write(data / f"{YEAR}/o{number:02}.yml", {"owner": text(), claim: text()})
    items.append(_item(len(items) + 1, "procurement_list"))
    _write(data / f"{YEAR}/o{len(items):02}.yml", {"rows": "harm.csv"})
    _write_table(data / f"{YEAR}/harm.csv")
    items.append(_item(len(items) + 1, "news"))  # without a file
    _write(data / f"checklists/hostile-{YEAR}.yml", _checklist(items))
    for file, original in ((DOCUMENT, "o01-structure.pdf"), (PICTURE, "logo.png")):
        target = folder / "docs" / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "docs/files/2569" / original, target)
    return data


def _write_table(file: Path) -> None:
    """Write more purchases than fit on one page."""
    made = [
        values(Purchase) | {"bidders": write_bidders([(text(), Decimal(5))])} for _ in range(60)
    ]
    with file.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(made[0])
        table.writerows(row.values() for row in made)


def _cycle(values: dict[str, Any]) -> dict[str, Any]:
    """Make an ITA cycle consistent: each score once, and matching years."""
    earlier = [
        {**entry, "year": str(YEAR - 2 - back)} for back, entry in enumerate(values["earlier"])
    ]
    results = values["results"]
    for scores in ("instruments", "indicators", "questions"):
        results[scores] = results[scores][:1]
    return {**values, "results": {**results, "year": str(YEAR - 1)}, "earlier": earlier}


def _checklist(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "checklist": "hostile",
        "year": str(YEAR),
        "title": text(),
        "note": text(),
        "source": text(),
        "indicators": [{"id": "9", "title": text()}],
        "items": items,
    }


def _item(number: int, form: str) -> dict[str, Any]:
    element = {"text": text(), "note": text(), "source": text(), "basis": "inferred"}
    return {
        "id": f"O{number}",
        "title": text(),
        "indicator": "9",
        "form": form,
        "period": text(),
        "note": text(),
        "elements": [
            {"id": "owner", "rule": "present", "field": "owner", "none_allowed": "yes", **element},
            {"id": "gap", "rule": "present", "field": "not_applicable", **element},
        ],
    }


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # JSON is valid YAML.
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
