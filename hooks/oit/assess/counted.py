"""What of an item counts: its record without the values that only look filled in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from oit.checks.filled.check import Item, Unfilled, unfilled_in
from oit.checks.filled.elsewhere import CLAIMS
from oit.checks.rules import RULES
from oit.checks.rules.rule import Checked, Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.data.tables.table import Table, TableRows
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
    def unfilled_once(self) -> list[Unfilled]:
        """What does not count, one value for each finding."""
        return list({(v.finding.code.id, v.finding.place): v for v in self.unfilled}.values())

    @property
    def findings(self) -> list[Finding]:
        """What does not count, and why."""
        return [value.finding for value in self.unfilled_once]

    def check(self, element: Element, context: Context) -> Checked:
        """Return how much of an element counts, and why the rest is not shown."""
        rule = RULES[element.rule]
        amount, findings = rule.check(element, self.record, context)
        gaps = tuple(findings)
        touching = [u for u in self.unfilled if u.touches(element)]
        if not touching and (gaps or not self.unfilled):
            return Checked(amount, gaps)
        left = rule.check(element, self.counting, context)
        # A table may lack something in every row; one is enough to know.
        fails = next(iter(left.findings), None)
        dropped = _entries_dropped(touching, element)
        if not gaps and fails is None and not dropped:
            return Checked(amount, ())
        # The rows of a table stay where they are, without the text that does not count.
        amount = amount.counting(left.amount).without(self._rows_still_counted(element))
        # What does not count is the reason why the element is missing, unless there are others.
        reasons = _each_once(value.finding for value in touching)
        return Checked(amount, (*gaps, *reasons) if touching or fails is None else (fails,))

    def dropped_rows(self, element: Element) -> set[int]:
        """Return the rows of the table that do not count for an element."""
        table = self.record.table
        if table is None or element.rule != "rows":
            return set()
        return {
            index
            for value in self.unfilled
            if value.cells and value.touches(element) and value.drops
            for index, cell in enumerate(table.columns[str(value.path[-1])])
            if cell == value.cells
        }

    def _rows_still_counted(self, element: Element) -> int:
        """Return how many of these rows have all that the element requires."""
        dropped = self.dropped_rows(element)
        return sum(
            len(dropped.intersection(rows.indexes))
            - sum(rows.indexes[position] in dropped for position, _ in rows.lacking(element.each))
            for _, rows in (self.counting.lists(element.field or "") if dropped else ())
            if isinstance(rows, TableRows)
        )


def count(record: Record, item: Item) -> Counted:
    """Leave out what does not count in an item."""
    unfilled = tuple(unfilled_in(record, item))
    return Counted(record, _without(record, unfilled) if unfilled else record, unfilled)


def is_claim(value: Unfilled) -> bool:
    """Tell whether a value was to answer for all elements of an item at once."""
    return len(value.path) == 1 and value.path[0] in CLAIMS


def _without(record: Record, unfilled: tuple[Unfilled, ...]) -> Record:
    root = without(record.document.root, {v.path for v in unfilled if not v.cells})
    document = replace(record.document, root=root if isinstance(root, Mapping) else Mapping())
    reading = read_form(type(record.form), document)
    form = reading.record or type(record.form)()
    document = replace(document, root=reading.root)
    if record.table is None or not isinstance(form, TableForm) or form.rows is None:
        return replace(record, document=document, form=form)
    table = _table_without(record.table, unfilled)
    statements = [(statement.month, statement.text) for statement in table.statements]
    form = form.with_entries(table.rows(), statements)
    return replace(record, document=document, form=form, table=table)


def _table_without(table: Table, unfilled: tuple[Unfilled, ...]) -> Table:
    """Return a table without the cells that do not count."""
    columns = dict(table.columns)
    for value in unfilled:
        if value.cells:
            name = str(value.path[-1])
            columns[name] = [None if cell == value.cells else cell for cell in columns[name]]
    return replace(table, columns=columns, _silent={})


def _entries_dropped(touching: list[Unfilled], element: Element) -> int:
    """Return how many entries do not count of which every one must show the element."""
    if element.rule != "rows":
        return 0
    return sum(
        value.count
        for value in touching
        if value.drops and f"{element.field}.".startswith(f"{value.drops}.")
    )


def _each_once(findings: Iterable[Finding]) -> list[Finding]:
    return list({(finding.code.id, finding.place): finding for finding in findings}.values())
