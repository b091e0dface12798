"""Why there can be no editor, or why it does not save."""

from collections.abc import Sequence

from oit.bilingual import Bilingual
from oit.findings.finding import Finding


class NoEditorError(Exception):
    """The editor is not installed, or is not told where to save."""

    def __init__(self, told: Bilingual) -> None:
        super().__init__(told.th)
        self.told = told


class SpoiltError(Exception):
    """What is to be saved would keep the site from being made."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        # The editor speaks Thai, and who uses it does not see lines.
        told = (f"{one.code.id} {one.message()}\n→ {one.hint()}" for one in findings)
        super().__init__("\n\n".join(told))
