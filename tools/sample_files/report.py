"""The contents of a document's pages.

A page that shows an element according to the data (``shows``) gets that element, filled from the
data itself; a document without such pages gets everything of its item. ``texts.yml`` has the texts
that are not in the data.
"""

from pathlib import Path
from typing import Any

import yaml

from oit.data.checklist import Element
from oit.forms.base import ItemForm, form_at

from .fields import write_field
from .paper import Paper
from .road_map import draw_map
from .samples import Sample

TEXTS = yaml.safe_load(Path(__file__).with_name("texts.yml").read_text(encoding="utf-8"))

NOT_CONTENTS = {*ItemForm.model_fields, "email", "latitude", "longitude"} - {
    "nothing_to_report",
    "summary",
}
"""The fields that are about the item's page, not its contents."""


def make_report(sample: Sample) -> None:
    """Generate a PDF."""
    paper = Paper(sample.title, sample.agency, grows=not sample.pages)
    paper.add_page()
    paper.write_heading(sample.title, size=20, after=3)
    if sample.pages:
        _write_pages(paper, sample)
    else:
        _write_item(paper, sample)
    paper.output(str(sample.path))


def _write_item(paper: Paper, sample: Sample) -> None:
    if "map" in sample.stem:
        draw_map(paper)
    contents = [name for name in sample.values if name not in NOT_CONTENTS]
    for name in TEXTS["only"].get(sample.stem, contents):
        if sample.values.get(name):
            write_field(paper, type(sample.form), name, sample.values[name])


def _write_pages(paper: Paper, sample: Sample) -> None:
    if 1 not in sample.pages:
        _write_contents(paper, sample)
    for page in range(1, max(sample.pages) + 1):
        if page > 1:
            paper.add_page()
        for element in sample.pages.get(page, []):
            paper.write_heading(element.text, size=16, after=2)
            _write_element(paper, sample, element)
        if page > 1 and page not in sample.pages:
            _write_chapter(paper, sample, page)


def _write_contents(paper: Paper, sample: Sample) -> None:
    paper.write_text(sample.agency, size=15, after=8)
    paper.write_heading("สารบัญ", size=15)
    for page, elements in sorted(sample.pages.items()):
        for element in elements:
            paper.write_text(f"{element.text}  หน้า {page}", indent=4)


def _write_chapter(paper: Paper, sample: Sample, page: int) -> None:
    """Fill a page that shows no element."""
    chapter = TEXTS["chapters"][(page - 2) % len(TEXTS["chapters"])]
    paper.write_heading(chapter["heading"], size=16, after=2)
    paper.write_text(chapter["text"].format(title=sample.title, agency=sample.agency))


def _write_element(paper: Paper, sample: Sample, element: Element) -> None:
    own_text = TEXTS["elements"].get(sample.stem, {}).get(element.id)
    if own_text:
        for text in own_text.splitlines():
            paper.write_text(text, indent=4)
        return
    paper.write_text(TEXTS["introduction"].format(agency=sample.agency, element=element.text))
    *path, name = (element.field or "").split("|")[0].split(".")
    value: Any = sample.values
    for step in (*path, name):
        value = value.get(step) if isinstance(value, dict) else None
    if value:
        write_field(paper, form_at(type(sample.form), path), name, _narrowed(value, element))


def _narrowed(value: Any, element: Element) -> Any:
    """Reduce each entry to its name and the fields that the element asks for, if any."""
    asked = {name.partition(".")[0] for each in element.each for name in each.split("|")}
    if not asked or not isinstance(value, list) or isinstance(value[0], str):
        return value
    asked |= {"name", "text"}
    return [
        {name: v for name, v in entry.items() if name in asked | {next(iter(entry))}}
        for entry in value
    ]
