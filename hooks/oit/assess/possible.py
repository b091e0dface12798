"""Do not count what cannot be true: an element that is shown by it is missing."""

from collections.abc import Iterable
from dataclasses import replace

from oit.assess.assessment import ElementResult, ElementStatus
from oit.checks.possible.doubt import Doubt
from oit.data.checklist import Element
from oit.findings.finding import Finding, Severity


def without_impossible(
    results: Iterable[ElementResult], doubts: Iterable[Doubt]
) -> tuple[list[ElementResult], list[Finding]]:
    """Return the results with what is not counted, and the doubts that change no element.

    A doubt is reported with the first element that it keeps from being shown.
    """
    doubts = list(doubts)
    reported: set[int] = set()

    def counted(result: ElementResult) -> ElementResult:
        fields = _fields(result.element)
        touching = {index for index, doubt in enumerate(doubts) if doubt.fields & fields}
        if not touching or result.status is not ElementStatus.SHOWN:
            return result
        reasons = [doubts[index].finding for index in sorted(touching - reported)]
        reported.update(touching)
        gaps = tuple(_as_gap(finding, result.element) for finding in reasons)
        return replace(result, status=ElementStatus.MISSING, findings=gaps)

    results = [counted(result) for result in results]
    others = [doubt.finding for index, doubt in enumerate(doubts) if index not in reported]
    return results, others


def _as_gap(finding: Finding, element: Element) -> Finding:
    return replace(finding, code=replace(finding.code, severity=Severity.GAP), element=element.id)


def _fields(element: Element) -> set[str]:
    """Return the dotted names of the fields that show an element."""
    fields = {name for name in (element.field or "").split("|") if name}
    inner = {f"{element.field}.{name}" for names in element.each for name in names.split("|")}
    where = {f"{element.field}.{name}" for name in element.where}
    return (inner or fields) | where | ({element.to} if element.to else set())
