"""The report for other programs, and the site's ``status.json``. Its structure is a contract."""

import json
from typing import Any

from oit.assess.assessment import Assessment, ItemResult
from oit.bilingual import Language
from oit.findings.finding import Finding
from oit.thai.dates import write_day
from oit.thai.identity_search import mask_values
from oit.views.report.view import View

VERSION = 1
"""Incremented when a field changes its meaning or is removed, not when a field is added."""


def report_json(view: View) -> str:
    """Render an assessment as JSON."""
    return json.dumps(as_data(view.assessment, view.language), ensure_ascii=False, indent=2) + "\n"


def as_data(assessment: Assessment, language: Language = "th") -> dict[str, Any]:
    """Return an assessment as plain values."""
    data = {
        "oit": VERSION,
        "agency": {"name": assessment.agency.name},
        "year": assessment.year,
        "checklist": assessment.checklist.checklist,
        "today": write_day(assessment.today),
        "summary": {
            "items": len(assessment.items),
            **{str(status): count for status, count in assessment.item_counts.items()},
            "elements": {str(status): n for status, n in assessment.element_counts.items()},
        },
        "items": [_item(result) for result in assessment.items],
        "findings": [_finding(finding, language) for finding in assessment.findings],
    }
    masked: dict[str, Any] = mask_values(data)
    return masked


def _item(result: ItemResult) -> dict[str, Any]:
    return {
        "id": result.item.id,
        "title": result.item.title,
        "indicator": result.item.indicator,
        "owner": result.owner,
        "status": str(result.status),
        "url": result.url,
        "elements": [
            {
                "id": element.element.id,
                "text": element.element.text,
                "status": str(element.status),
                "basis": element.element.basis,
            }
            for element in result.elements
        ],
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
