"""Why the web editor is not available, or why it does not save."""

from collections.abc import Sequence

from oit.bilingual import Bilingual
from oit.findings.finding import Finding


class NoEditorError(Exception):
    """The editor is not installed, or agency.yml does not say where it saves."""

    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.th)
        self.reason = reason


class SpoiltError(Exception):
    """The changes would keep the site from being built."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        # The editor is in Thai, and its users do not see line numbers.
        texts = (f"{f.code.id} {f.message()}\n→ {f.hint()}" for f in findings)
        super().__init__("\n\n".join(texts))
