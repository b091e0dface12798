"""A page for each item of a checklist, a page that lists each checklist's items, and an index.

The worked example of an item is the file of an agency whose year is complete; a test checks that
agency against the checklist.
"""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from tools.manual.fields import common_fields, fields_of
from tools.manual.messages import messages_of

from oit.checks.filled.nothing import accepts_none
from oit.data.checklist import BASES, Checklist, Item, available, load
from oit.data.manuals import MANUALS, Manual, page_name
from oit.data.template import RequiredItem
from oit.forms import FORMS
from oit.forms.agency import KINDS
from oit.forms.base import takes_any_text

ROOT = Path(__file__).resolve().parents[2]

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=False,  # noqa: S701 - Markdown, of our own lists and forms
    comment_start_string="<%#",  # {# begins the name of a heading
    comment_end_string="#%>",
    keep_trailing_newline=True,
    trim_blocks=True,
    undefined=StrictUndefined,
)


def pages() -> dict[str, str]:
    """Return the text of every page, by its path below the folder of items."""
    lists = [(manual, _checklist(manual)) for manual in MANUALS]
    texts = {"index.md": _index(lists)}
    for manual, checklist in lists:
        texts[f"{manual.name}/index.md"] = _list(manual, checklist)
        for item in checklist.items:
            texts[f"{manual.name}/{page_name(item)}.md"] = _page(item, manual, checklist)
    return texts


def examples(item: Item, manual: Manual) -> Iterator[tuple[str, str]]:
    """Yield the name and text of the example's files: the item's own, then the table it names."""
    data = ROOT / manual.data
    name = _file(item, manual.year)
    text = (data / name).read_text(encoding="utf-8")
    yield f"data/{name}", text
    for line in text.splitlines():
        if line.startswith("rows: "):
            table = line.removeprefix("rows: ").partition("#")[0].strip()
            table = table if "/" in table else f"{name.partition('/')[0]}/{table}"
            yield f"data/{table}", (data / table).read_text(encoding="utf-8")


def _index(lists: list[tuple[Manual, Checklist]]) -> str:
    manual, checklist = lists[0]
    fields = common_fields(RequiredItem(checklist.items[0], manual.year, manual.kind), manual.year)
    return _TEMPLATES.get_template("index.md").render(lists=lists, fields=fields)


def _list(manual: Manual, checklist: Checklist) -> str:
    return _TEMPLATES.get_template("list.md").render(checklist=checklist, manual=manual)


def _page(item: Item, manual: Manual, checklist: Checklist) -> str:
    asked = RequiredItem(item, manual.year, manual.kind)
    fields = fields_of(asked, manual.year)
    return _TEMPLATES.get_template("item.md").render(
        item=item,
        manual=manual,
        checklist=checklist,
        indicator=next(each for each in checklist.indicators if each.id == item.indicator),
        file=f"data/{_file(item, manual.year)}",
        before=_before(item, manual),
        fields=fields,
        examples=list(examples(item, manual)),
        messages=list(messages_of(asked, fields)),
        may_say_none=_may_say_none(item),
        none_allowed=[element.id for element in item.elements if element.none_allowed == "yes"],
    )


def _may_say_none(item: Item) -> list[str]:
    """Return the fields in which an element may be said not to exist."""
    form = FORMS[item.form]
    return [
        field
        for element in item.elements
        for field in element.checked_fields
        if takes_any_text(form, field) and accepts_none(element, form, field)
    ]


def _file(item: Item, year: int) -> str:
    return f"{year - (item.file_year == 'previous')}/{item.file_name}"


def _before(item: Item, manual: Manual) -> list[tuple[str, str]]:
    """Return the items of the year before that an item continues, and the links to their pages."""
    by_name = {each.name: each for each in MANUALS}
    earlier = by_name.get(f"{manual.checklist}-{manual.year - 1}")
    if earlier is None:
        return []
    return [
        (old.id, f"../{earlier.name}/{page_name(old)}.md")
        for old in _checklist(earlier).items
        if old.id in item.continues
    ]


def _checklist(manual: Manual) -> Checklist:
    path = available()[manual.checklist, manual.year]
    checklist, _, findings = load(path, path.name)
    if checklist is None or findings:
        raise SystemExit(f"{path} has faults; run: oit checklist lint")
    return checklist


def _cell(text: str | None) -> str:
    """Escape a text for a cell of a table: nothing in it is markup."""
    words = " ".join((text or "").split())
    for sign in "&<{|*":  # the ampersand first: the others are replaced by something with one
        words = words.replace(sign, f"&#{ord(sign)};")
    return words


def _code(text: str) -> str:
    """Render code for a cell of a table, where a pipe would end the cell."""
    return "`" + text.replace("|", "\\|") + "`" if text else ""


_TEMPLATES.filters.update(cell=_cell, code=_code, page=lambda item: f"{page_name(item)}.md")
_TEMPLATES.globals.update(bases={name: words.th for name, words in BASES.items()}, kinds=KINDS)
