"""XML, scanned as a stream; nothing that it may define is expanded."""

from collections.abc import Collection
from xml.parsers import expat

from oit.spreadsheets import limits

_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


class Scan:
    """Parses XML as a stream of events; names of elements come without their prefixes."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    @staticmethod
    def _refuse(*_: object) -> None:
        raise limits.unsafe("มี DOCTYPE ซึ่งไม่ควรมี", "it has a DOCTYPE, which is not allowed")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.start(name.rpartition(":")[2] if ":" in name else name, attributes)

    def _end(self, name: str) -> None:
        self.end(name.rpartition(":")[2] if ":" in name else name)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element."""

    def end(self, name: str) -> None:
        """Handle the end of an element."""

    def feed(self, part: bytes) -> None:
        """Parse a part.

        Raises:
            RefusedError: it is damaged, or in UTF-16, which some readers take for nothing.
        """
        if part.startswith(_UTF_16):
            raise limits.unusual()
        try:
            self.parser.Parse(part, True)
        except (expat.ExpatError, ValueError, LookupError):
            raise limits.broken() from None


def elements(part: bytes, names: Collection[str]) -> list[tuple[str, dict[str, str]]]:
    """Return the elements of some names, and their attributes without prefixes."""
    scan = _Elements(names)
    scan.feed(part)
    return scan.found


def local(attributes: dict[str, str]) -> dict[str, str]:
    """Return attributes by their names without prefixes."""
    return {name.rpartition(":")[2]: value for name, value in attributes.items()}


class _Elements(Scan):
    def __init__(self, names: Collection[str]) -> None:
        super().__init__()
        self._names = names
        self.found: list[tuple[str, dict[str, str]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in self._names:
            self.found.append((name, local(attributes)))
