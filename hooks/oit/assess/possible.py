"""Do not count what cannot be true: an element shown by it is missing, or there in part."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from oit.assess.assessment import ElementResult, ElementStatus
from oit.assess.counted import Counted
from oit.checks.possible.doubt import Doubt
from oit.checks.rules.months import due_months
from oit.checks.rules.rule import Context
from oit.data.checklist import Element
from oit.data.tables.table import TableRows
from oit.findings.finding import Finding, Severity
from oit.forms.values import lacking
from oit.source.values import KeyPath

_COUNTING = {ElementStatus.SHOWN, ElementStatus.PARTIAL}


def without_impossible(
    results: Iterable[ElementResult], doubts: Iterable[Doubt], counted: Counted, context: Context
) -> tuple[list[ElementResult], list[Finding]]:
    """Return the results with what is not counted, and the doubts that change no element.

    A doubt is reported with the first element of which it keeps something from being shown.
    """
    doubts = list(doubts)
    reported: set[int] = set()

    def possible(result: ElementResult) -> ElementResult:
        fields = set(result.element.checked_fields)
        touching = {index for index, doubt in enumerate(doubts) if doubt.fields & fields}
        if not touching or result.status not in _COUNTING or result.amount is None:
            return result
        paths = {path for index in touching for path in doubts[index].entries}
        impossible = _counted(paths, result.element, counted, context)
        if not impossible:
            return result
        reasons = [doubts[index].finding for index in sorted(touching - reported)]
        reported.update(touching)
        gaps = tuple(_as_gap(finding, result.element) for finding in reasons)
        amount = result.amount.without(impossible)
        status = ElementStatus.PARTIAL if amount.is_partial else ElementStatus.MISSING
        return replace(result, status=status, findings=(*result.findings, *gaps), amount=amount)

    results = [possible(result) for result in results]
    others = [doubt.finding for index, doubt in enumerate(doubts) if index not in reported]
    return results, others


def _counted(paths: set[KeyPath], element: Element, counted: Counted, context: Context) -> int:
    """Return for how many of the entries at the paths the element's rule counted something."""
    if element.rule == "months":
        months = {counted.record.value(path).month for path in paths}
        return len(months.intersection(due_months(element, context)))
    if element.rule != "rows":
        return 1
    unfilled = [value.path for value in counted.unfilled if value.touches(element)]
    return sum(
        not any(path[: len(entry)] == entry for path in unfilled)
        for entry in _complete(paths, element, counted)
    )


def _complete(paths: set[KeyPath], element: Element, counted: Counted) -> Iterator[KeyPath]:
    """Yield the entries of the element's list at or above the paths that have all it requires."""
    dropped = counted.dropped_rows(element)
    for path, entries in counted.record.lists(element.field or ""):
        depth = len(path)
        doubtful = {int(p[depth]) for p in paths if len(p) > depth and p[:depth] == path}
        incomplete = {index for index, _ in lacking(entries, element.each)} if doubtful else set()
        if isinstance(entries, TableRows):
            incomplete |= {index for index in doubtful if entries.indexes[index] in dropped}
        yield from ((*path, index) for index in doubtful - incomplete)


def _as_gap(finding: Finding, element: Element) -> Finding:
    return replace(finding, code=replace(finding.code, severity=Severity.GAP), element=element.id)
