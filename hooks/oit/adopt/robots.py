"""What a site lets programs fetch: robots.txt, as RFC 9309 describes it."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from oit.publish.http import SAFE

LARGEST = 500 * 1024
"""Bytes of a robots.txt that are read, the least that the RFC asks for."""
LONGEST_DELAY = 10.0
"""Seconds between two requests that a site can ask for; with more, 200 files would take hours."""
_ENCODED = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


@dataclass(frozen=True)
class Robots:
    """The rules of a site for us."""

    rules: tuple[tuple[str, bool], ...] = ()
    """Patterns of paths, and whether they are allowed."""
    delay: float = 0.0
    """Seconds between two requests that the site asks for."""

    def allows(self, address: str) -> bool:
        """Tell whether an address may be fetched: the longest pattern decides."""
        parts = urlsplit(address)
        path = _comparable(parts._replace(scheme="", netloc="", fragment="").geturl() or "/")
        matching = [
            (len(pattern), allowed) for pattern, allowed in self.rules if _matches(pattern, path)
        ]
        # Of two patterns of the same length, the one that allows decides.
        return max(matching, default=(0, True))[1]


EVERYTHING = Robots()


def parse(text: str, name: str) -> Robots:
    """Return the rules for a program: those for its name, else those for all.

    Args:
        text: the contents of a robots.txt.
        name: the program's name in its User-Agent, without a version.
    """
    rules: dict[str, list[tuple[str, bool]]] = {}
    delays: dict[str, float] = {}
    agents: set[str] = set()
    in_rules = True
    for line in text.removeprefix("\ufeff").splitlines():
        key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        key = key.lower()
        if key == "user-agent":
            # Several of these lines begin one group.
            agents = {value.lower()} | (set() if in_rules else agents)
            in_rules = False
        elif key in {"allow", "disallow", "crawl-delay"}:
            in_rules = True
        # The groups of other programs may be many.
        for agent in agents & {name.lower(), "*"}:
            of_agent = rules.setdefault(agent, [])
            if key == "crawl-delay":
                delays[agent] = _seconds(value)
            elif key in {"allow", "disallow"} and value:  # "Disallow:" disallows nothing
                of_agent.append((_comparable(value), key == "allow"))
    agent = name.lower() if name.lower() in rules else "*"
    return Robots(tuple(rules.get(agent, ())), delays.get(agent, 0.0))


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return min(seconds, LONGEST_DELAY) if seconds > 0 else 0.0


def _comparable(path: str) -> str:
    """Encode a path or pattern in one way: ``/%7Eเ`` and ``/~%e0%b9%80`` are the same."""
    return _ENCODED.sub(_encoded, quote(path, safe=SAFE))


def _encoded(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if _UNRESERVED.fullmatch(character) else match[0].upper()


def _matches(pattern: str, path: str) -> bool:
    """Tell whether a pattern, with ``*`` and a ``$`` at its end, matches the start of a path."""
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    position = len(first)
    for part in others:
        found = path.find(part, position)
        if found < 0:
            return False
        position = found + len(part)
    if not pattern.endswith("$") or position == len(path):
        return True
    # The last part may also occur later: at the end.
    last = others[-1] if others else None
    return (
        last is not None and path.endswith(last) and len(path) - len(last) >= position - len(last)
    )
