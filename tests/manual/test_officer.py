"""What the officer's pages say about YAML and messages is true."""

import re
from dataclasses import replace

import pytest

from commands import ROOT
from oit.checks.filled.check import Item, unfilled_in
from oit.cli.commands.explain import catalogue
from oit.data.checklist import OWN_FOLDER, load
from oit.data.record import Record
from oit.forms import FORMS
from oit.forms.agency import Agency
from oit.forms.base import Form, ItemForm
from oit.forms.reading import read_form
from oit.source import SourceFile, parse

FOLDER = ROOT / "manual/officer"
PAGES = sorted(FOLDER.glob("*.md"))
_EXAMPLE = re.compile(r"<!-- told: (\w+) in (\w+)\.yml -->\n```yaml\n(.*?)```\n", re.DOTALL)
_LINK = re.compile(r"\[(OIT\d+)\]\(([^)]+)\)")


SHOWN = [shown for page in PAGES for shown in _EXAMPLE.findall(page.read_text(encoding="utf-8"))]
"""The code that a page announces for an example, the name of the file, and its text."""


def form_of(file: str) -> type[Form]:
    if file == "agency":
        return Agency
    checklist, *_ = load(OWN_FOLDER / "general-2569.yml", "general-2569.yml")
    assert checklist
    return FORMS[next(item.form for item in checklist.items if item.file_name == f"{file}.yml")]


@pytest.mark.parametrize(("code", "file", "text"), SHOWN)
def test_an_example_of_yaml_gets_the_code_that_the_page_announces(
    code: str, file: str, text: str
) -> None:
    document = parse(text.encode(), SourceFile(f"data/2569/{file}.yml"))
    reading = read_form(form_of(file), document)
    codes = {finding.code.id for finding in [*document.findings, *reading.findings]}
    if isinstance(reading.record, ItemForm):
        record = Record(replace(document, root=reading.root), reading.record)
        item = Item((), "เทศบาลตำบลตัวอย่าง", 2569)
        codes |= {value.finding.code.id for value in unfilled_in(record, item)}
    assert codes == (set() if code == "nothing" else {code})


def test_every_code_of_a_bad_example_has_its_page_linked_before_it() -> None:
    text = (FOLDER / "yaml.md").read_text(encoding="utf-8")
    for match in _EXAMPLE.finditer(text):
        if match[1] != "nothing":
            linked = [code for code, _ in _LINK.findall(text[: match.start()])]
            assert match[1] in linked, match[3]


def test_a_link_to_a_code_leads_to_its_page() -> None:
    for page in PAGES:
        for code, target in _LINK.findall(page.read_text(encoding="utf-8")):
            assert code in catalogue(), page
            assert target == f"../codes/{code}.md", page


def test_the_page_of_messages_lists_the_common_ones_each_once() -> None:
    text = (FOLDER / "messages.md").read_text(encoding="utf-8")
    table = text.partition("{#common}")[2]
    assert len(set(_LINK.findall(table))) == table.count("\n| [OIT") >= 20
