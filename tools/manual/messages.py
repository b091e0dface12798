"""The messages that an item usually gets, as the manual lists them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tools.manual.fields import Field

from oit.checks.ita import (
    incomplete_measure,
    overdue_measure,
    report_due,
    unanswered_question,
    unrelated_measure,
)
from oit.checks.procurement import CHECKS
from oit.checks.rules import RULES, item_file
from oit.data.template import RequiredItem
from oit.findings.codes import (
    document_missing,
    document_page,
    nothing_not_accepted,
    table_file,
    table_row,
    unknown_field,
)
from oit.findings.documentation import explain
from oit.findings.finding import Code
from oit.forms import FORMS
from oit.forms.ita import Ita
from oit.forms.purchase import Purchase
from oit.forms.tabular import TableForm

_OF_MEASURES = (
    incomplete_measure,
    overdue_measure,
    unanswered_question,
    unrelated_measure,
    report_due,
)

_LISTED = 5
"""How many elements or fields are named beside a message; more are summed up."""


class Message(NamedTuple):
    """A message that the item may get."""

    code: str
    title: str
    where: str
    """The elements or fields that it is about."""


def messages_of(asked: RequiredItem, item_fields: Iterable[Field]) -> Iterator[Message]:
    """Yield the messages that an item usually gets: about its elements, then about its fields."""
    yield _message(item_file.CODE, "ทั้งข้อ")
    # Several wordings may share a code.
    named: dict[str, tuple[Code, list[str]]] = {}
    for element in asked.elements:
        code = vars(RULES[element.rule])["CODE"]
        named.setdefault(code.id, (code, []))[1].append(element.id)
    for field in item_fields:
        if field.fault:
            named.setdefault(field.fault.id, (field.fault, []))[1].append(field.path)
    for code, names in named.values():
        more = " เป็นต้น" if len(names) > _LISTED else ""
        yield _message(code, ", ".join(f"`{name}`" for name in names[:_LISTED]) + more)
    if all(element.none_allowed != "yes" for element in asked.elements):
        yield _message(nothing_not_accepted.CODE, "`nothing_to_report`")
    yield _message(unknown_field.CODE, "ชื่อช่องที่สะกดผิด")
    yield _message(document_missing.CODE, "`documents.file`")
    yield _message(document_page.CODE, "`documents.shows`")
    form = FORMS[asked.item.form]
    if issubclass(form, TableForm):
        yield _message(table_file.CODE, "`rows`")
        yield _message(table_row.CODE, "แถวของตาราง")
    if issubclass(form, TableForm) and form.ROW is Purchase:
        yield from (_message(check.CODE, "รายการจัดซื้อจัดจ้าง") for check in CHECKS)
    if issubclass(form, Ita):
        yield from (_message(check.CODE, "`measures`") for check in _OF_MEASURES)


def _message(code: Code, where: str) -> Message:
    return Message(code.id, explain(code).title_th, where)
