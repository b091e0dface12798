"""The allow list: numbers that look like a person's and are published on purpose."""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from oit.data.folder import DataFolder
from oit.findings.codes import allow_list
from oit.findings.finding import Finding
from oit.forms.allowed import AllowList
from oit.forms.reading import place_of, read_form
from oit.source import SourceFile, read
from oit.thai import writing
from oit.thai.identity import check_digit_fits, mask_middle

FILE = "allowed.yml"


class Allowance:
    """What a data folder allows; it notes which of its entries are used."""

    def __init__(self, folder: DataFolder) -> None:
        path = folder.path / FILE
        self._document = SourceFile(folder.shown(path))
        self._list = AllowList()
        self.findings: list[Finding] = []
        """What is wrong with the list."""
        if path.is_file():
            self._document = read(path, folder.path, folder.shown(path))
            reading = read_form(AllowList, self._document)
            self._document.root = reading.root
            self._list = reading.record or self._list
            self.findings = [*self._document.findings, *reading.findings]
        self._keys = [_key(entry.text) for entry in self._list.allowed]
        # What is hidden and names no file allows nothing, and is told for that.
        self._unused = {
            index
            for index, (key, entry) in enumerate(zip(self._keys, self._list.allowed, strict=True))
            if "x" not in key or entry.file
        }
        self.findings += self._faults()

    @property
    def whole(self) -> frozenset[str]:
        """The numbers that are written in full."""
        return frozenset(key for key in self._keys if "x" not in key)

    @property
    def is_used_up(self) -> bool:
        """Tell whether every entry has allowed something."""
        return not self._unused

    def allows(self, name: str, files: Iterable[str]) -> bool:
        """Tell whether a number may stand in a file.

        Args:
            name: the number, or what is shown of it.
            files: what the file may be called.
        """
        allowing = [
            index
            for index, (key, entry) in enumerate(zip(self._keys, self._list.allowed, strict=True))
            if key in {name, mask_middle(name)}
            # What is shown of a number is that of many others too.
            and (
                any(fnmatchcase(file, entry.file) for file in files)
                if entry.file
                else "x" not in key
            )
        ]
        self._unused -= set(allowing)
        return bool(allowing)

    def unused(self) -> list[Finding]:
        """Tell of the entries that allow nothing."""
        entries = self._list.allowed
        return [
            allow_list.UNUSED.at(
                place_of(("allowed", index), self._document), text=_shown(entries[index].text)
            )
            for index in sorted(self._unused)
        ]

    def _faults(self) -> Iterator[Finding]:
        for index, (key, entry) in enumerate(zip(self._keys, self._list.allowed, strict=True)):
            place = place_of(("allowed", index, "text"), self._document)
            if "x" in key and not entry.file:
                yield allow_list.NO_FILE.at(place, text=key)
            elif len(key) == 13 and "x" not in key and key[0] != "0" and check_digit_fits(key):
                yield allow_list.WHOLE.at(place, text=mask_middle(key))


def _key(text: str) -> str:
    """Return the digits of a number, with an x for each that is hidden."""
    plain = writing.arabic(text).lower()
    digits = re.sub(r"[^0-9x]", "", plain)
    return "0" + digits[2:].removeprefix("0") if "+66" in plain else digits


def _shown(text: str) -> str:
    """Return an entry's text as findings may tell it."""
    key = _key(text)
    return mask_middle(key) if len(key) > 3 else text
