"""What can be wrong with a site: a kind of fault, and that fault at an address."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from oit.bilingual import Bilingual, Language

_MOST_LISTED = 3


@dataclass(frozen=True)
class Kind:
    """A kind of fault."""

    name: str
    """What it is called in every language: ``page-missing``."""
    message: Bilingual
    """What was looked for and what was found; ``{name}`` stands for a value."""
    hint: Bilingual
    """What to do about it."""

    def at(self, address: str, **values: object) -> "Fault":
        """Say this of an address, given from the site's root."""
        return Fault(self, address, tuple(sorted(values.items())))


class Fault(NamedTuple):
    """A kind of fault said of an address."""

    kind: Kind
    address: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class Group:
    """One fault, wherever it shows: a script in the theme's head shows on every page."""

    fault: Fault
    addresses: list[str] = field(default_factory=list)

    def told(self, language: Language) -> str:
        """Return it whole: address, kind, message, and on a line of its own what to do."""
        kind, values = self.fault.kind, dict(self.fault.values)
        spoken = {
            name: value.text(language) if isinstance(value, Bilingual) else value
            for name, value in values.items()
        }
        message = kind.message.text(language).format(**spoken)
        hint = kind.hint.text(language).format(**spoken)
        return f"/{self.fault.address}: {kind.name} {message}{self._also(language)}\n    → {hint}"

    def _also(self, language: Language) -> str:
        others = self.addresses[1:]
        if not others:
            return ""
        listed = ", ".join(f"/{address}" for address in others[:_MOST_LISTED])
        more = len(others) - _MOST_LISTED
        rest = (
            Bilingual(f" และอีก {more} หน้า", f" and {more} more").text(language) if more > 0 else ""
        )
        return Bilingual(f" (ที่ {listed}{rest} ด้วย)", f" (also at {listed}{rest})").text(language)


def each_once(faults: Iterable[Fault]) -> Iterator[Group]:
    """Yield each fault once, with every address that it was found at."""
    groups: dict[tuple[Kind, tuple[tuple[str, object], ...]], Group] = {}
    for fault in faults:
        group = groups.setdefault((fault.kind, fault.values), Group(fault))
        if fault.address not in group.addresses:
            group.addresses.append(fault.address)
    yield from groups.values()
