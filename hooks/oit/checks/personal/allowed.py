"""The allow list: numbers that look like a person's and are published on purpose."""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from oit.data.form_file import FormFile
from oit.findings.codes import allow_list
from oit.findings.finding import Finding
from oit.forms.allowed import AllowList
from oit.thai.identity import check_digit_fits, mask_middle
from oit.thai.number_text import number_text

_IN_FULL = re.compile("[1-9][0-9]{12}")


class Allowance:
    """The numbers that a data folder allows; it records which entries are used."""

    def __init__(self, file: FormFile[AllowList]) -> None:
        self._file = file
        self._entries = file.form.allowed if file.form else []
        self._keys = [_key(entry.text) for entry in self._entries]
        # A masked number without a file allows nothing, and is reported for that instead.
        self._unused = {
            index
            for index, (key, entry) in enumerate(zip(self._keys, self._entries, strict=True))
            if not _is_masked(key) or entry.file
        }
        self.findings = [*file.findings, *self._faults()]
        """What is wrong with the list."""

    @property
    def in_full(self) -> frozenset[str]:
        """The numbers that are written in full."""
        return frozenset(key for key in self._keys if not _is_masked(key))

    @property
    def is_used_up(self) -> bool:
        """Tell whether every entry has allowed something."""
        return not self._unused

    def allows(self, name: str, files: Iterable[str]) -> bool:
        """Tell whether a number may be in a file.

        Args:
            name: the number, or its masked form.
            files: the names by which an entry may mean the file.
        """
        allowing = [
            index
            for index, (key, entry) in enumerate(zip(self._keys, self._entries, strict=True))
            if key in {name, mask_middle(name)}
            # Many numbers have the same masked form.
            and (
                any(fnmatchcase(file, entry.file) for file in files)
                if entry.file
                else not _is_masked(key)
            )
        ]
        self._unused -= set(allowing)
        return bool(allowing)

    def unused(self) -> list[Finding]:
        """Report the entries that allow nothing."""
        return [
            allow_list.UNUSED.at(
                self._file.place(("allowed", index)), text=_shown(self._entries[index].text)
            )
            for index in sorted(self._unused)
        ]

    def _faults(self) -> Iterator[Finding]:
        for index, (key, entry) in enumerate(zip(self._keys, self._entries, strict=True)):
            place = self._file.place(("allowed", index, "text"))
            if _is_masked(key) and not entry.file:
                yield allow_list.NO_FILE.at(place, text=key)
            elif _IN_FULL.fullmatch(key) and check_digit_fits(key):
                yield allow_list.FULL_ID.at(place, text=mask_middle(key))


def _is_masked(key: str) -> bool:
    return key[-1:].isdecimal() and "x" in key


def _key(text: str) -> str:
    """Return the digits of a number, with an x for each masked digit; any other text as it is."""
    plain = number_text(text).text.lower()
    digits = re.sub(r"[^0-9x]", "", plain)
    if not re.search("[0-9]", digits):
        return text.strip()
    return "0" + digits[2:].removeprefix("0") if "+66" in plain else digits


def _shown(text: str) -> str:
    """Return an entry's text as findings may show it."""
    key = _key(text)
    return mask_middle(key) if len(key) > 3 and key[-1].isdecimal() else text
