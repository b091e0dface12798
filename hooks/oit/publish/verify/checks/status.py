"""Does ``status.json`` agree with ``oit check`` for its day?"""

from collections.abc import Iterator
from typing import Any

from oit.assess.assessment import Assessment, ElementStatus, ItemResult, ItemStatus
from oit.findings.codes.site_status import DIFFERS
from oit.findings.finding import Finding, Place
from oit.publish.verify.crawl import Crawl, read_json
from oit.views.pages.site import STATUS_FILE
from oit.views.report.json import as_public_data


def check(crawl: Crawl) -> Iterator[Finding]:
    """Yield the years whose statuses differ or are missing."""
    for assessment in crawl.expected.site.assessments:
        address = f"oit/{assessment.year}/{STATUS_FILE}"
        if address not in crawl.expected.site.files:
            continue
        found = read_json(crawl.copy, address) or {}
        is_old = found.get("oit") == 1
        where = _differences_of_version_1(found, assessment) if is_old else ""
        expected = as_public_data(assessment.public())
        if not is_old and found != expected:
            where = _differences(found, expected)
        if where:
            yield DIFFERS.at(Place(address), day=expected["today"], where=where)


def _differences(found: dict[str, Any], expected: dict[str, Any]) -> str:
    """Return the items whose status differs, or else the parts of the file that differ."""
    old, new = _statuses(found), _statuses(expected)
    items = [id_ for id_ in new if old.get(id_) != new[id_]]
    return ", ".join(items or [name for name in expected if found.get(name) != expected[name]])


def _differences_of_version_1(found: dict[str, Any], assessment: Assessment) -> str:
    """Return the items whose statuses differ from those that version 1 of the file has.

    The program of that time worded findings differently; only the statuses can be compared.
    """
    elements = {
        str(item.get("id")): [str(element.get("status")) for element in _objects(item, "elements")]
        for item in _objects(found, "items")
    }
    statuses = _statuses(found)
    old = {id_: [status, *elements[id_]] for id_, status in statuses.items()}
    new = {result.item.id: _as_version_1(result) for result in assessment.items}
    return ", ".join(id_ for id_ in {**new, **old} if old.get(id_) != new.get(id_))


def _as_version_1(result: ItemResult) -> list[str]:
    """Return the status of an item and of its elements; a part of an element was missing."""
    missing, partial = ElementStatus.MISSING, ElementStatus.PARTIAL
    has_only_parts = result.status is ItemStatus.PARTIAL and not result.shows_any
    status = ItemStatus.MISSING if has_only_parts else result.status
    elements = [missing if e.status is partial else e.status for e in result.elements]
    return [str(status), *map(str, elements)]


def _statuses(status: dict[str, Any]) -> dict[str, str]:
    return {str(item.get("id")): str(item.get("status")) for item in _objects(status, "items")}


def _objects(value: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the objects of a list; a file of another site may hold anything."""
    listed = value.get(name)
    entries = listed if isinstance(listed, list) else []
    return [entry for entry in entries if isinstance(entry, dict)]
