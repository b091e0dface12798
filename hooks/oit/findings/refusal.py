"""How a command that would write files says that it writes none."""

from oit.bilingual import Bilingual
from oit.findings.finding import Finding


class NothingWrittenError(Exception):
    """Nothing was written."""

    def __init__(self, *lines: Bilingual | Finding) -> None:
        super().__init__(*lines)
        self.lines = lines
        """Why."""
