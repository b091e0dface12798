"""What of an item counts: its record without the values that only look filled in."""

from dataclasses import dataclass, replace

from oit.checks.filled.check import Item, Unfilled, unfilled_in
from oit.checks.rules import RULES
from oit.checks.rules.rule import Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Finding
from oit.forms.reading import read_form, without
from oit.forms.tabular import TableForm
from oit.source import Mapping


@dataclass(frozen=True)
class Counted:
    """An item's record, and what is left of it without the values that do not count."""

    record: Record
    counting: Record
    unfilled: tuple[Unfilled, ...] = ()

    @property
    def findings(self) -> list[Finding]:
        """What does not count, and why."""
        return [value.finding for value in self.unfilled if value.finding]

    def gaps(self, element: Element, context: Context) -> tuple[Finding, ...]:
        """Return why an element is not shown; nothing if it is shown."""
        rule = RULES[element.rule]
        gaps = tuple(rule.check(element, self.record, context))
        touching = [u for u in self.unfilled if u.touches(element)]
        if not touching and (gaps or not self.unfilled):
            return gaps
        remaining = tuple(rule.check(element, self.counting, context))
        if not gaps and not remaining and not _drops_entry(touching, element):
            return ()
        reasons = tuple(u.finding for u in touching if u.finding)
        # What does not count is the reason why the element is missing, unless there are others.
        return (*gaps, *reasons) if gaps or touching else remaining


def count(record: Record, item: Item) -> Counted:
    """Leave out what does not count in an item."""
    unfilled = tuple(unfilled_in(record, item))
    return Counted(record, _without(record, unfilled) if unfilled else record, unfilled)


def _without(record: Record, unfilled: tuple[Unfilled, ...]) -> Record:
    root = without(record.document.root, {value.path for value in unfilled})
    document = replace(record.document, root=root if isinstance(root, Mapping) else Mapping())
    reading = read_form(type(record.form), document)
    form = reading.record or type(record.form)()
    if record.table is not None and isinstance(form, TableForm) and form.rows:
        statements = [(statement.month, statement.text) for statement in record.table.statements]
        form = form.with_entries(record.table.rows(), statements)
    return replace(record, document=replace(document, root=reading.root), form=form)


def _drops_entry(touching: list[Unfilled], element: Element) -> bool:
    """Tell whether an entry does not count of which every one must show the element."""
    return element.rule == "rows" and any(
        value.drops and f"{element.field}.".startswith(f"{value.drops}.") for value in touching
    )
