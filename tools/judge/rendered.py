"""Judges of accessibility: they run in the page, as the browser shows it."""

from typing import Any

from playwright.sync_api import Page
from tools.judge.complaint import Complaint
from tools.judge.install import MODULES

AXE = "axe"
HTMLCS = "HTMLCS"

RULES = "wcag2a wcag2aa wcag21a wcag21aa wcag22aa best-practice".split()
EXPERIMENTAL = "label-content-name-mismatch"
"""A rule of WCAG 2.1 A that axe does not run unless it is named."""

_AXE = (MODULES / "axe-core" / "axe.min.js", "axe")
_HTMLCS = (MODULES / "html_codesniffer" / "build" / "HTMLCS.js", "HTMLCS")


def axe(page: Page, path: str, only: list[str] | None = None) -> list[Complaint]:
    """Return what axe finds in the open page: WCAG 2.2 AA and best practices, or some rules."""
    _inject(page, *_AXE)
    run = {"type": "rule", "values": only} if only else {"type": "tag", "values": RULES}
    rules = {} if only else {EXPERIMENTAL: {"enabled": True}}
    # Reporting everything that passes takes axe longer than the check.
    found = page.evaluate(
        "(options) => axe.run(document, options)",
        {"runOnly": run, "rules": rules, "resultTypes": ["violations"]},
    )
    return [
        Complaint(AXE, violation["id"], path, str(node["target"]), node["failureSummary"])
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def htmlcs(page: Page, path: str) -> list[Complaint]:
    """Return the errors that HTML_CodeSniffer finds in the open page: WCAG 2.1 AA."""
    _inject(page, *_HTMLCS)
    found: list[dict[str, Any]] = page.evaluate(
        """() => new Promise((done) => HTMLCS.process("WCAG2AA", document, () => done(
             HTMLCS.getMessages().filter((message) => message.type === HTMLCS.ERROR)
               .map(({code, msg, element}) => ({code, msg, where: element.outerHTML.slice(0, 200)}))
           )))"""
    )
    return [Complaint(HTMLCS, m["code"], path, m["where"], m["msg"]) for m in found]


def _inject(page: Page, file: Any, name: str) -> None:
    if not page.evaluate(f"typeof {name} !== 'undefined'"):
        page.add_script_tag(path=file)
