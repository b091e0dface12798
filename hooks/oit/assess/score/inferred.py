"""What the data lacks only by inference: elements that no source confirms.

An assessor may not ask for them, so a score counts them apart.
"""

from dataclasses import replace

from oit.assess.assessment import LACKING, THERE, Assessment, ElementResult, ItemResult
from oit.data.checklist import UNSURE


def is_inferred_gap(result: ElementResult) -> bool:
    """Tell whether an element is missing that the list has by inference only."""
    return result.status in LACKING and result.element.basis == UNSURE


def without_inferred_gaps(assessment: Assessment) -> Assessment:
    """Return the assessment as it would be if nobody asked for those elements.

    An item that shows nothing at all stays as it is: the item itself is asked for.
    """
    return replace(assessment, items=tuple(map(_without_gaps, assessment.items)))


def _without_gaps(item: ItemResult) -> ItemResult:
    asked = tuple(result for result in item.elements if not is_inferred_gap(result))
    is_shown = any(result.status in THERE for result in asked)
    return replace(item, elements=asked) if is_shown else item
