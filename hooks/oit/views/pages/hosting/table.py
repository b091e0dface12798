"""The HTTP headers and types of a site's files, read from ``headers.yml``."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from oit.source.own import read_own

_TABLE = Path(__file__).parent / "headers.yml"


class Folders(NamedTuple):
    """Folders, and the headers of their files, which override the general ones."""

    names: list[str]
    headers: dict[str, str]


class Headers(NamedTuple):
    """The contents of ``headers.yml``."""

    headers: dict[str, str]
    """Sent with every response."""
    https_only: dict[str, str]
    """Sent with every response of a host that has only HTTPS."""
    staff: dict[str, str]
    """Sent with every response of a site for the staff."""
    folders: list[Folders]
    hidden: list[str]
    """The names of files that are never served."""
    texts: dict[str, str]
    """The types of text files by extension."""
    files: dict[str, str]
    """The types of text files by name, where the extension says too little."""
    others: dict[str, str]
    """The types of other files by extension."""

    @property
    def types(self) -> dict[str, str]:
        """The types of all files by extension."""
        return self.texts | self.others

    @property
    def compressed(self) -> list[str]:
        """The types of texts, each once."""
        return [*dict.fromkeys([*self.texts.values(), *self.files.values()])]

    def of_site(self, *, https_only: bool, staff: bool) -> "Headers":
        """Return the table with the headers of one site."""
        more = (self.https_only if https_only else {}) | (self.staff if staff else {})
        return self._replace(headers=self.headers | more)


@cache
def table() -> Headers:
    """Read the table."""
    data = read_own(_TABLE)
    folders = [Folders(**entry) for entry in data.pop("folders")]
    return Headers(folders=folders, **data)
