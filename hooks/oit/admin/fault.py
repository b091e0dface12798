"""Why there can be no editor."""

from oit.finding import Words


class NoEditorError(Exception):
    """The editor is not installed, or is not told where to save."""

    def __init__(self, told: Words) -> None:
        super().__init__(told.th)
        self.told = told
