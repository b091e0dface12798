"""The report for other programs, and the site's ``status.json``. Its structure is a contract."""

import json
from collections.abc import Mapping
from typing import Any

from oit import __version__
from oit.assess.assessment import Assessment, ElementResult, ItemResult
from oit.bilingual import Language
from oit.checks.rules.amount import NOT_THERE, Amount
from oit.findings.finding import Finding, Severity
from oit.forms.agency import Agency
from oit.thai.identity_search import mask_values
from oit.views.report.view import View

_Words = Mapping[tuple[str | None, str | None], str]
"""What is missing, by item and element."""

VERSION = 2
"""Incremented when a field changes its meaning or is removed, not when a field is added."""


def report_json(view: View) -> str:
    """Render an assessment as JSON."""
    return json.dumps(as_data(view.assessment, view.language), ensure_ascii=False, indent=2) + "\n"


def as_data(assessment: Assessment, language: Language = "th") -> dict[str, Any]:
    """Return an assessment as plain values."""
    return _as_data(assessment, language, [_finding(f, language) for f in assessment.findings])


def as_public_data(assessment: Assessment) -> dict[str, Any]:
    """Return an assessment as the site publishes it: only what concerns readers.

    Files, fields, lines, hints and warnings are for staff.
    """
    words: _Words = {
        (result.item.id, element.element.id): f"{element.element.text}: {element.lacking.th}"
        for result in assessment.items
        for element in result.lacking
    }
    gaps = [f for f in assessment.findings if f.severity is Severity.GAP]
    return _as_data(assessment, "th", [_public_finding(finding, words) for finding in gaps])


def _as_data(
    assessment: Assessment, language: Language, findings: list[dict[str, Any]]
) -> dict[str, Any]:
    data = {
        **heading(assessment),
        "checklist": assessment.checklist.checklist,
        "checklist_provisional": bool(assessment.checklist.provisional),
        "today": assessment.today.isoformat(),
        "summary": {
            "items": len(assessment.items),
            **{str(status): count for status, count in assessment.item_counts.items()},
            "elements": {str(status): n for status, n in assessment.element_counts.items()},
        },
        "items": [_item(result, language) for result in assessment.items],
        "findings": findings,
    }
    masked: dict[str, Any] = mask_values(data)
    return masked


def heading(assessment: Assessment) -> dict[str, Any]:
    """Return how every JSON of the program begins: version, program, agency and year."""
    return {
        "oit": VERSION,
        "generator": {"name": "oit-site", "version": __version__},
        "agency": _agency(assessment.agency),
        "year": assessment.year,
    }


def _agency(agency: Agency) -> dict[str, Any]:
    return {
        "name": agency.name,
        "kind": agency.kind,
        "id": agency.id,
        "province": agency.province,
        "district": agency.district,
    }


def _item(result: ItemResult, language: Language) -> dict[str, Any]:
    return {
        "id": result.item.id,
        "title": result.item.title,
        "indicator": result.item.indicator,
        "owner": result.owner,
        "status": str(result.status),
        "url": result.url,
        "elements": [_element(element, language) for element in result.elements],
    }


def _element(result: ElementResult, language: Language) -> dict[str, Any]:
    return {
        "id": result.element.id,
        "text": result.element.text,
        "status": str(result.status),
        "basis": result.element.basis,
        "amount": _amount(result.amount) if result.amount else None,
        "lacking": result.lacking.text(language),
    }


def _amount(amount: Amount) -> dict[str, Any]:
    return {
        "have": amount.have,
        "needed": amount.needed,
        "unit": amount.unit,
        "lacking": [part.key for part in amount.lacking],
    }


def _public_finding(finding: Finding, words: _Words) -> dict[str, Any]:
    return {
        "code": finding.code.id,
        "severity": str(finding.severity),
        "item": finding.item,
        "element": finding.element,
        "message": words.get((finding.item, finding.element), NOT_THERE.th),
    }


def _finding(finding: Finding, language: Language) -> dict[str, Any]:
    return {
        "code": finding.code.id,
        "severity": str(finding.severity),
        "item": finding.item,
        "element": finding.element,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "message": finding.message(language),
        "hint": finding.hint(language),
    }
