"""Does ``status.json`` agree with ``oit check`` for its day?"""

from collections.abc import Iterator
from typing import Any

from oit.findings.codes.site_status import DIFFERS
from oit.findings.finding import Finding, Place
from oit.publish.verify.crawl import Crawl, read_json
from oit.views.pages.site import STATUS_FILE
from oit.views.report.json import as_data


def check(crawl: Crawl) -> Iterator[Finding]:
    """Yield the years whose statuses differ or are missing."""
    for assessment in crawl.expected.site.assessments:
        address = f"oit/{assessment.year}/{STATUS_FILE}"
        if address not in crawl.expected.site.files:
            continue
        expected, found = as_data(assessment.public()), read_json(crawl.copy, address) or {}
        if found != expected:
            where = _differences(found, expected)
            yield DIFFERS.at(Place(address), day=expected["today"], where=where)


def _differences(found: dict[str, Any], expected: dict[str, Any]) -> str:
    """Return the items whose status differs, or else the parts of the file that differ."""
    old, new = _statuses(found), _statuses(expected)
    items = [id_ for id_ in new if old.get(id_) != new[id_]]
    return ", ".join(items or [name for name in expected if found.get(name) != expected[name]])


def _statuses(status: dict[str, Any]) -> dict[str, str]:
    items = status.get("items")
    known = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return {str(item.get("id")): str(item.get("status")) for item in known}
