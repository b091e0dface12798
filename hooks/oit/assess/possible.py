"""Do not count what cannot be true: an element shown by it is missing, or there in part."""

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
        fields = set(result.element.checked_fields)
        touching = {index for index, doubt in enumerate(doubts) if doubt.fields & fields}
        if not touching or result.status is not ElementStatus.SHOWN:
            return result
        reasons = [doubts[index].finding for index in sorted(touching - reported)]
        reported.update(touching)
        gaps = tuple(_as_gap(finding, result.element) for finding in reasons)
        amount = result.amount and result.amount.without(
            sum(doubts[index].entries for index in touching)
        )
        is_partial = amount is not None and amount.is_partial
        status = ElementStatus.PARTIAL if is_partial else ElementStatus.MISSING
        return replace(result, status=status, findings=gaps, amount=amount)

    results = [counted(result) for result in results]
    others = [doubt.finding for index, doubt in enumerate(doubts) if index not in reported]
    return results, others


def _as_gap(finding: Finding, element: Element) -> Finding:
    return replace(finding, code=replace(finding.code, severity=Severity.GAP), element=element.id)
