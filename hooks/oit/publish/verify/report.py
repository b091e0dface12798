"""Render the faults of a site."""

from collections.abc import Iterable

from oit.bilingual import Bilingual, Language
from oit.characters import escaped
from oit.findings.finding import Code, Finding

_MOST_LISTED = 3


def each_once(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Group findings that differ only in their address: a script may be on every page."""
    groups: dict[tuple[Code, tuple[tuple[str, object], ...]], dict[str, Finding]] = {}
    for finding in findings:
        group = groups.setdefault((finding.code, tuple(sorted(finding.values.items()))), {})
        group.setdefault(finding.place.file, finding)
    return [[*group.values()] for group in groups.values()]


def as_text(group: list[Finding], language: Language) -> str:
    """Render one fault with its addresses, and what to do on a line of its own."""
    first, *others = group
    also = _also(others, language) if others else ""
    message, hint = first.message(language), first.hint(language)
    return f"/{escaped(first.place.file)}: {first.code.name} {message}{also}\n    → {hint}"


def _also(others: list[Finding], language: Language) -> str:
    listed = ", ".join(f"/{escaped(finding.place.file)}" for finding in others[:_MOST_LISTED])
    more = len(others) - _MOST_LISTED
    rest = Bilingual(f" และอีก {more} หน้า", f" and {more} more").text(language) if more > 0 else ""
    return Bilingual(f" (ที่ {listed}{rest} ด้วย)", f" (also at {listed}{rest})").text(language)
