"""Compound files, the containers of old Office files: streams in chains of sectors.

Chains may be broken or run in circles; no chain is followed further than the file is long.
"""

from collections.abc import Iterator
from struct import error as struct_error
from struct import unpack_from

from oit.spreadsheets import limits

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_SECTOR = 0xFFFFFFFA
"""Greater numbers are marks, such as that of the end of a chain."""
_ENTRY = 128
_STREAM, _ROOT = 2, 5


class CompoundFile:
    """The streams of a compound file."""

    def __init__(self, data: bytes) -> None:
        """Read the directory.

        Raises:
            RefusedError: it is damaged.
        """
        self._data = data
        try:
            self._read_directory()
        except (struct_error, IndexError):
            raise limits.broken() from None

    def _read_directory(self) -> None:
        shift, mini_shift = unpack_from("<HH", self._data, 30)
        if shift not in {9, 12} or mini_shift != 6:
            raise limits.broken()
        self._size: int = 1 << shift
        directory, self._smallest = unpack_from("<I4xI", self._data, 48)
        mini_fat, _, more, _ = unpack_from("<4I", self._data, 60)
        sectors = list(unpack_from("<109I", self._data, 76))
        for sector in self._chain_of_lists(more):
            sectors += self._numbers(sector)[:-1]
        self._fat: list[int] = []
        for sector in sectors:
            if sector <= _LAST_SECTOR:
                self._fat += self._numbers(sector)
        self._mini_fat: list[int] = []
        for sector in self._chain(mini_fat, self._fat):
            self._mini_fat += self._numbers(sector)
        self._streams: dict[str, tuple[int, int]] = {}
        self._mini: list[int] = []
        for sector in self._chain(directory, self._fat):
            at = self._place(sector)
            for entry in range(at, at + self._size, _ENTRY):
                self._read_entry(entry)

    def _read_entry(self, at: int) -> None:
        length, kind = unpack_from("<HB", self._data, at + 64)
        start, size = unpack_from("<II", self._data, at + 116)
        name = self._data[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        if kind == _ROOT:
            self._mini = [self._place(sector) for sector in self._chain(start, self._fat)]
        elif kind == _STREAM:
            self._streams.setdefault(name.casefold(), (start, size))

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._streams

    def pieces(self, name: str) -> Iterator[slice]:
        """Yield where the pieces of a stream are in the file."""
        start, size = self._streams[name.casefold()]
        if size < self._smallest:
            per_sector = self._size >> 6
            places = [
                self._mini[number // per_sector] + (number % per_sector << 6)
                for number in self._chain(start, self._mini_fat)
                if number // per_sector < len(self._mini)
            ]
            length = 64
        else:
            places = [self._place(sector) for sector in self._chain(start, self._fat)]
            length = self._size
        for place in places:
            if size <= 0:
                return
            yield slice(place, place + min(length, size))
            size -= length

    def _place(self, sector: int) -> int:
        # The header fills a sector, also one of 4,096 bytes.
        return (sector + 1) * self._size

    def _numbers(self, sector: int) -> list[int]:
        return list(unpack_from(f"<{self._size // 4}I", self._data, self._place(sector)))

    def _chain(self, sector: int, table: list[int]) -> Iterator[int]:
        for _ in range(len(self._data) // 64 + 1):
            if sector > _LAST_SECTOR:
                return
            yield sector
            if sector >= len(table):
                raise limits.broken()
            sector = table[sector]
        raise limits.broken()

    def _chain_of_lists(self, sector: int) -> Iterator[int]:
        for _ in range(len(self._data) // self._size + 1):
            if sector > _LAST_SECTOR:
                return
            yield sector
            sector = self._numbers(sector)[-1]
        raise limits.broken()
