"""The report as annotations of GitHub Actions, shown beside the changed lines."""

from oit.findings.finding import Severity
from oit.thai.identity_search import mask_for_message
from oit.views.report.text import headline
from oit.views.report.view import View

_LEVELS = {Severity.ERROR: "error", Severity.GAP: "warning", Severity.WARNING: "notice"}


def report_github(view: View) -> str:
    """Render each finding as a workflow command, and the summary as plain text."""
    lines = []
    for finding in view.assessment.findings:
        place = finding.place
        properties = {
            "file": place.file,
            "line": str(place.line),
            "col": str(place.column),
            "title": " ".join(filter(None, (finding.code.id, finding.item))),
        }
        listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        message = f"{view.message(finding)} → {finding.hint(view.language)}"
        lines.append(f"::{_LEVELS[finding.severity]} {listed}::{_data(message)}")
    # A summary line that starts with :: or contains ##[ would be taken for a command.
    lines += [line.replace("::", ": :").replace("##[", "## [") for line in headline(view)]
    return mask_for_message("\n".join(lines) + "\n")


def _data(text: str) -> str:
    """Escape a message like GitHub's toolkit."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
