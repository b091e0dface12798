"""The report as SARIF 2.1.0, which code hosts show beside the files."""

import json
from typing import Any
from urllib.parse import quote

from oit import __version__
from oit.findings.documentation import title
from oit.findings.finding import Code, Finding, Severity
from oit.thai.identity_search import mask_values
from oit.views.report.view import View

_LEVELS = {Severity.ERROR: "error", Severity.GAP: "warning", Severity.WARNING: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def report_sarif(view: View) -> str:
    """Render one run with a result for each finding."""
    findings = view.assessment.findings
    codes = {finding.code.id: finding.code for finding in findings}
    run = {
        "tool": {
            "driver": {
                "name": "oit",
                "version": __version__,
                "rules": [_rule(code, view) for _, code in sorted(codes.items())],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, sorted(codes), view) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(mask_values(log), ensure_ascii=False, indent=2) + "\n"


def _rule(code: Code, view: View) -> dict[str, Any]:
    return {
        "id": code.id,
        "shortDescription": {"text": title(code, view.language)},
        "help": {"text": f"oit explain {code.id}"},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(finding: Finding, code_ids: list[str], view: View) -> dict[str, Any]:
    return {
        "ruleId": finding.code.id,
        "ruleIndex": code_ids.index(finding.code.id),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{view.message(finding)} → {finding.hint(view.language)}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(finding.place.file)},
                    "region": {
                        "startLine": finding.place.line,
                        "startColumn": finding.place.column,
                    },
                }
            }
        ],
        "properties": {"item": finding.item, "element": finding.element},
    }
