"""Which sites keep documents of others: ``hosts.yml`` lists them."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from oit.source.own import read_own

_LIST = Path(__file__).with_name("hosts.yml")
_FOREIGN = ("drive", "social", "shortener")
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
    if any(_leads_to(host, parts.path, name) for name in _lists()["allowed"]):
        return None
    kind = next((kind for kind in _FOREIGN if _is_listed(host, kind)), None)
    return Foreign(kind, host) if kind else None


def is_service(address: str) -> bool:
    """Tell whether an address leads to a form or map that an agency may well use."""
    parts = urlsplit(address)
    return any(_leads_to(parts.hostname or "", parts.path, name) for name in _lists()["allowed"])


def is_temporary(host: str) -> bool:
    """Tell whether a host is a preview or a tunnel, which is there for a while only."""
    return _is_listed(host, "temporary")


def addresses_in(text: str) -> list[str]:
    """Return the addresses in a text."""
    return _ADDRESS.findall(text)


def without_addresses(text: str) -> str:
    """Return what a text says besides its addresses."""
    return _ADDRESS.sub("", text).strip()


@cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = read_own(_LIST)
    return lists


def _is_listed(host: str, kind: str) -> bool:
    return any(_is_at(host, name) for name in _lists()[kind])


def _leads_to(host: str, path: str, name: str) -> bool:
    own, _, folder = name.partition("/")
    return host == own and f"{path}/".startswith(f"/{folder}/" if folder else "/")


def _is_at(host: str, name: str) -> bool:
    return host == name or host.endswith(f".{name}")
