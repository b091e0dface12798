"""Which sites keep documents of others: ``hosts.yml`` lists them."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from oit.source.own import read_own

_LIST = Path(__file__).with_name("hosts.yml")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'()]{3,500}", re.IGNORECASE)


class Foreign(NamedTuple):
    """An address on such a site."""

    kind: str
    """``drive``, ``social`` or ``shortener``."""
    host: str


def foreign(address: str) -> Foreign | None:
    """Return what kind of site an address leads to; ``None`` if to any other."""
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    kinds = _kinds()
    if any(_leads_to(host, parts.path, name) for name in kinds["allowed"]):
        return None
    found = (k for k in kinds if k != "allowed" and any(_is_at(host, n) for n in kinds[k]))
    kind = next(found, None)
    return Foreign(kind, host) if kind else None


def addresses_in(text: str) -> list[str]:
    """Return the addresses in a text."""
    return _ADDRESS.findall(text)


def without_addresses(text: str) -> str:
    """Return what a text says besides its addresses."""
    return _ADDRESS.sub("", text).strip()


@cache
def _kinds() -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = read_own(_LIST)
    return kinds


def _leads_to(host: str, path: str, name: str) -> bool:
    own, _, folder = name.partition("/")
    return host == own and f"{path}/".startswith(f"/{folder}/" if folder else "/")


def _is_at(host: str, name: str) -> bool:
    return host == name or host.endswith(f".{name}")
