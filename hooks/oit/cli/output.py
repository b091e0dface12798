"""How the commands speak: on standard output what was done, on standard error what was refused."""

import sys
from collections.abc import Iterable

from oit.bilingual import Bilingual, Language
from oit.findings.finding import Finding

DONE, INCOMPLETE, UNUSABLE = 0, 1, 2
"""Exit status: all is done; something is left to be done by hand; nothing was written."""

NOTHING = Bilingual("ไม่ได้เขียนไฟล์ใด", "nothing was written")


def tell(lines: Iterable[Bilingual], language: Language) -> None:
    """Say what was done."""
    sys.stdout.write("".join(f"{line.text(language)}\n" for line in lines))


def refuse(faults: Iterable[Bilingual], language: Language) -> int:
    """Say why nothing was done."""
    lines = (*faults, NOTHING)
    sys.stderr.write("".join(f"{line.text(language)}\n" for line in lines))
    return UNUSABLE


def told(findings: Iterable[Finding]) -> list[Bilingual]:
    """Return what was found, in words."""
    return [Bilingual(finding.told("th"), finding.told("en")) for finding in findings]
