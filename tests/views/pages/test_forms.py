"""The page of every form: empty, filled completely, and filled with hostile texts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html.parser import HTMLParser
from itertools import chain
from typing import Any
from unittest import mock
from urllib.parse import urlsplit

import markdown
import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from commands import ROOT
from oit.assess.assess import assess
from oit.assess.examine import examine_all
from oit.data.checklist import Checklist
from oit.data.folder import DataFolder
from oit.data.record import Record
from oit.data.year import YearData
from oit.forms import FORMS
from oit.forms.agency import Agency
from oit.forms.ita import Ita
from oit.source import SourceFile
from oit.views.datasets.of_items import published
from oit.views.pages.data import ShownTable, data_pages
from oit.views.pages.ita import file_papers, overview_page, paper_page
from oit.views.pages.item import Context, item_page
from oit.views.pages.page import Page
from oit.views.pages.site import make_site
from oit.views.papers import parts

TODAY = date(2026, 11, 22)
VOID = {"br", "col", "img", "input", "link"}
HOSTILE = [
    "<script>alert(1)</script>",
    '" onerror=alert(1) x="',
    "' onmouseover=alert(1) x='",
    "javascript:alert(1)",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# a #}",
    "]]>",
    "<!-- a",
    "-->",
    "</textarea></div></li></table>",
    "&lt;b&gt;",
    "&#60;b&#62;&amp;",
    "`code` ```",
    "[a](javascript:alert(1))",
    "![a](x){: onclick=alert(1) }",
    "{: onclick=alert(1) }",
    "# heading {#content}",
    "a\n\n<img src=x onerror=alert(1)>\n\n    code\n\n* b",
    "a\r\n\r\n[b]: javascript:alert(1)",
    "<img src=x onerror=alert(1)",
    "\\<b\\>",
    "*a* _b_ **c** ~~d~~ |e|f|",
    "เ" * 50,
]
"""Texts that would have an effect if any step on the way to the page failed to escape them."""


class Structure(HTMLParser):
    """The elements, links and text that a browser would find in a page; scripts are no text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.text = ""
        self.labels: list[str] = []
        self.open: list[str] = []
        self.balanced = True
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        for name, value in attrs:
            if name in {"href", "src"}:
                self.links.append(value or "")
            if name in {"aria-label", "alt"}:
                self.labels.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.balanced &= bool(self.open) and self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["script"]:
            self.text += data

    def handle_comment(self, data: str) -> None:
        self.elements.append((f"<!--{data}", ()))

    @property
    def is_well_formed(self) -> bool:
        """Whether every element is closed in order."""
        return self.balanced and not self.open


# Records made from the schemas of the forms


def filled(schema: dict[str, Any], text: Callable[[], str], defs: dict[str, Any]) -> Any:
    """Fill a form, given as its JSON Schema, using the examples of typed fields."""
    schema = schema["anyOf"][0] if "anyOf" in schema else schema
    schema = defs[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if "properties" in schema:
        deeper = {**defs, "depth": defs.get("depth", 0) + 1}
        return {name: filled(part, text, deeper) for name, part in schema["properties"].items()}
    if "items" in schema:
        # Units contain units: three levels are enough.
        entries = 0 if defs["depth"] > 4 else 2
        return [filled(schema["items"], text, defs) for _ in range(entries)]
    return value_of(schema, text)


def value_of(schema: dict[str, Any], text: Callable[[], str]) -> Any:
    """Return a value for a field that is not a form."""
    if "enum" in schema:
        return schema["enum"][0]
    if "additionalProperties" in schema:
        return {"first": "3", "second": None}
    (example,) = schema["examples"]
    return text() if example in {"ข้อความ", "ชื่อ"} else ODD.get(example, example)


ODD = {
    "saraban@example.go.th": "a&b?cc={{x}}@example.go.th",
    "https://www.example.go.th/": "https://www.example.go.th/?a=1&b=javascript:alert(1)#[x](y)",
    "files/2569/photo.png": 'files/2569/a" onerror=alert(1) x="#?&.png',
    "files/2569/o07-report.pdf": "files/2569/<b>'a#b?c&d%.pdf",
}
"""Valid but unusual values of other types."""


def page_of(form: str, values: dict[str, Any], name: str = "ก", numerals: str = "arabic") -> Page:
    """Make the page of an item; ``name`` is used for the agency, the item and everything else."""
    return pages_of(form, values, name, numerals)[0]


def pages_of(
    form: str, values: dict[str, Any], name: str = "ก", numerals: str = "arabic"
) -> list[Page]:
    """Make the page of an item, and the pages of its table or its ITA cycle."""
    items: list[dict[str, Any]] = [
        {"id": "O1", "form": "document"},
        {
            "id": "O2",
            "form": form,
            "period": name,
            "note": name,
            "elements": [
                {"id": "first", "text": name, "rule": "document", "basis": "inferred"},
                {"id": "second", "text": name, "rule": "document"},
            ],
        },
        {"id": "O3", "form": "document"},
    ]
    checklist = Checklist.model_validate(
        {
            "checklist": "a",
            "year": "2569",
            "title": name,
            "note": name,
            "indicators": [{"id": "1", "title": name}],
            "items": [{"title": name, "indicator": "1", **item} for item in items],
        }
    )
    agency = Agency(name=name, kind="municipality", numerals=numerals)
    record = Record(SourceFile("data/2569/o02.yml"), FORMS[form].model_validate(values))
    files = {item.id: f"data/2569/{item.file_name}" for item in checklist.items}
    turns = {2569: record} if isinstance(record.form, Ita) else {}
    assessment = assess(YearData(agency, checklist, files, {"O2": record}, turns), TODAY)
    result = assessment.items[1]
    cycle = result.cycle
    if cycle is None:
        tables = [ShownTable(table, numerals) for table in published([assessment])]
        pages = [item_page(result, assessment, Context(tables=tables))]
        return pages + (list(data_pages(tables, agency)) if tables else [])
    filed = file_papers(cycle, agency, [cycle])
    return [
        item_page(result, assessment, Context(filed=filed)),
        overview_page(assessment, cycle, filed, [cycle]),
        *(paper_page(entry, cycle, agency, True) for entry in filed),
    ]


def example_of(form: str, text: Callable[[], str]) -> dict[str, Any]:
    schema = schema_of(form)
    values = filled(schema, text, schema.get("$defs", {}))
    assert isinstance(values, dict)
    return values


@cache
def schema_of(form: str) -> dict[str, Any]:
    return FORMS[form].model_json_schema()


every_form = pytest.mark.parametrize("form", FORMS)


@every_form
def test_empty_record_has_a_page(form: str) -> None:
    page = page_of(form, {})
    structure = Structure(page.html)
    assert structure.is_well_formed
    assert "ที่ยังขาด" in structure.text
    assert "None" not in structure.text


@every_form
def test_record_with_everything_has_a_page(form: str) -> None:
    texts: list[str] = []

    def text() -> str:
        texts.append(f"ข้อความที่{len(texts)}จบ")
        return texts[-1]

    structures = [Structure(page.html) for page in pages_of(form, example_of(form, text))]
    assert all(structure.is_well_formed for structure in structures)
    everything = "".join(structure.text for structure in structures)
    assert "None" not in everything
    shown = sum(text in everything for text in texts)
    assert shown >= len(texts) * 0.75, f"{len(texts) - shown} of {len(texts)} texts are not shown"


@dataclass
class Twins:
    """Draws hostile texts, and keeps a harmless text of the same length for each."""

    data: st.DataObject
    harmless: list[str] = field(default_factory=list)

    def hostile_text(self) -> str:
        drawn = self.data.draw(st.sampled_from(HOSTILE))
        text = drawn.strip()
        # A different letter for each, since pages group equal texts.
        self.harmless.append(chr(ord("ก") + HOSTILE.index(drawn)) * len(text))
        return text

    def harmless_texts(self) -> Callable[[], str]:
        return iter(self.harmless).__next__


# A record has about twenty texts, so a dozen records try every hostile text in most places.
# Shrinking would take minutes, and failures are readable without it.
@pytest.mark.untraced
@every_form
@settings(max_examples=12, deadline=None, derandomize=True, phases=[Phase.generate])
@given(data=st.data())
def test_hostile_text_stays_text(form: str, data: st.DataObject) -> None:
    twins = Twins(data)
    # How wide a text is decides between a table and records, so both are tried.
    with mock.patch.object(parts, "reads_well", return_value=data.draw(st.booleans())):
        assert_hostile_texts_stay_texts(form, twins)


def assert_hostile_texts_stay_texts(form: str, twins: Twins) -> None:
    values = example_of(form, twins.hostile_text)
    name = twins.hostile_text()
    pages = pages_of(form, values, name=name)
    texts = twins.harmless_texts()
    harmless = pages_of(form, example_of(form, texts), name=texts())
    structures = [Structure(page.html) for page in pages]
    for page, structure, twin in zip(pages, structures, harmless, strict=True):
        assert_hostile_text_stays_text(page, structure, Structure(twin.html))
    shown = " ".join(" ".join(structure.text for structure in structures).split())
    assert " ".join(name.split()) in shown


def assert_hostile_text_stays_text(page: Page, structure: Structure, harmless: Structure) -> None:
    """Compare a page of hostile texts with the same page of harmless texts."""
    assert structure.elements == harmless.elements
    assert structure.is_well_formed
    assert not any(name.startswith("on") for _, names in structure.elements for name in names)
    assert {urlsplit(link).scheme for link in structure.links} <= {"", "https", "mailto", "tel"}

    front = front_matter(page)
    for harmless_place in (front["title"], front["description"]):
        assert not set(harmless_place) & set("<>&\"'`")
    assert front["title"] == " ".join(
        page.title.translate(str.maketrans("<>&\"'`", "‹›＆”’‘")).split()
    )

    # No Markdown parser may change it.
    body = page.markdown().split("---\n\n", 1)[1]
    read = markdown.markdown(body, extensions=["attr_list", "admonition", "tables"])
    assert Structure(read).elements == structure.elements
    assert "\n\n" not in body.strip().replace("\r", "\n").replace(" ", "").replace("\t", "")


def test_a_vacant_post_says_so() -> None:
    people = [
        {"name": "นาง ก", "position": "นายก"},
        {"position": "ปลัด", "phone": "1567", "vacant": "true"},
    ]
    text = page_of("executives", {"people": people}).text
    assert "ตำแหน่งว่าง ปลัด" in text
    assert text.count("ตำแหน่งว่าง") == 1
    assert "โทร 1567" in text


def test_a_line_account_is_a_name_or_the_link_that_adds_it() -> None:
    link = "https://line.me/R/ti/p/@example"
    page = page_of(
        "executives",
        {"people": [{"name": "นาย ก", "line": link}, {"name": "นาง ข", "line": "0812"}]},
    )
    assert f'href="{link}"' in page.html
    assert "LINE 0812" in page.text
    channels = {
        "channels": [{"name": "สายตรง", "line": link}],
        "general": [{"name": "ก", "line": "ข"}],
    }
    page = page_of("complaint_channel", channels)
    assert f'href="{link}"' in page.html
    assert "LINE ข" in page.text
    assert "LINE @example" in page_of("contact", {"line": "@example"}).text.replace(
        "LINE\n", "LINE "
    )
    hostile = page_of("contact", {"line": "javascript:alert(1)"}).html
    assert "href" not in hostile.split("LINE")[1].partition("</dd>")[0]


def front_matter(page: Page) -> dict[str, Any]:
    _, front, _ = page.markdown().split("---\n", 2)
    fields: dict[str, Any] = yaml.safe_load(front)
    return fields


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_unchanged(text: str) -> None:
    structure = Structure(page_of("document", {"summary": text}).html)
    assert text.strip() in structure.text


@every_form
def test_thai_numerals_are_used_in_all_generated_text(form: str) -> None:
    example = example_of(form, lambda: "ก")
    pages = [pages_of(form, values, numerals="thai") for values in (example, {})]
    # Addresses keep their digits, and /api/ is a list of addresses.
    for page in [page for page in chain.from_iterable(pages) if page.url != "api/"]:
        structure = Structure(page.html)
        # Ids of items keep their digits, as in the national form.
        text = " ".join([structure.text, *structure.labels])
        for identifier in ("O1", "O2", "O3"):
            text = text.replace(identifier, "")
        for given_text in (ODD["saraban@example.go.th"],):
            text = text.replace(given_text, "")
        assert not set(text) & set("0123456789"), text
        assert set(text) & set("๐๑๒๓๔๕๖๗๘๙")


# The sample


@pytest.fixture(scope="module")
def sample() -> dict[str, Page]:
    folder = DataFolder(ROOT / "data", ROOT)
    return make_site(examine_all(folder, TODAY)).pages


def test_sample_and_the_college_of_the_manual_use_every_form() -> None:
    folders = [ROOT, ROOT / "manual/examples/vocational-2569"]
    used = {
        result.item.form
        for folder in folders
        for assessment in examine_all(DataFolder(folder / "data", folder), TODAY)
        for result in assessment.items
        if result.record
    }
    assert set(FORMS) == used


def test_every_page_of_the_sample_is_well_formed(sample: dict[str, Page]) -> None:
    of_items = 3 + (1 + 1 + 26) + (1 + 1 + 28)
    of_the_cycle = (1 + 4) + (1 + 6) + (1 + 5)
    of_tables = 2 + 4 + 7
    of_purchases = 2 + 11
    assert len(sample) == of_items + of_the_cycle + of_tables + of_purchases
    for path, page in sample.items():
        structure = Structure(page.html)
        assert structure.is_well_formed, path
        tags = [tag for tag, _ in structure.elements]
        assert tags.count("h1") == 1, path
        assert "None" not in structure.text, path
        assert "Decimal" not in structure.text, path


def test_every_page_of_the_sample_has_its_own_title_and_description(
    sample: dict[str, Page],
) -> None:
    titles = [page.title for page in sample.values() if page.url != "oit/"]
    descriptions = [page.description for page in sample.values() if page.url != "oit/"]
    assert len(set(titles)) >= len(titles) - 26  # the same item in two years
    assert len(set(descriptions)) == len(descriptions)
    papers = [page.title for page in sample.values() if page.url.startswith("ita/")]
    assert len(set(papers)) == len(papers)
