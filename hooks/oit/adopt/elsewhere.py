"""Addresses that are not fetched, for what their hosts are: drives, social networks, tests."""

from collections.abc import Collection
from urllib.parse import urlsplit

from oit.adopt.trouble import TroubleKind
from oit.checks.evidence.hosts import foreign, is_service, is_temporary
from oit.publish.hosts import host_of, is_inside, looks_like_staging

_FOREIGN = {"drive": TroubleKind.DRIVE, "social": TroubleKind.SOCIAL}
"""A shortener is followed: it may lead to a document of the agency, or to a drive."""
_PORTS = {None, 80, 443}


def is_web(text: str) -> bool:
    """Tell whether a text is meant as an address of the web, not as a path."""
    return text.lower().startswith(("http://", "https://"))


def host_and_port(address: str) -> str:
    """Return the host of an address, without ``www.``, and its port if it is an unusual one.

    The same text means the same host: http and https do not differ, and neither does ``www.``.
    """
    host = host_of(address).removeprefix("www.")
    try:
        port = urlsplit(address).port
    except ValueError:
        return ""
    return host if port in _PORTS else f"{host}:{port}"


def why_not(address: str, own: Collection[str]) -> TroubleKind | None:
    """Return why an address is not fetched; ``None`` if it may be.

    Args:
        address: the address.
        own: the hosts of the sources, as ``host_and_port`` returns them. They are what the user
            asked for, even if they look like sites for tests.
    """
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in {"http", "https"} and host_of(address) and parts.port != 0
    except ValueError:
        is_web = False
    if not is_web:
        return TroubleKind.NOT_AN_ADDRESS
    if found := foreign(address):
        return _FOREIGN.get(found.kind)
    if is_service(address):
        return TroubleKind.SERVICE
    host = host_and_port(address)
    if host in own:
        return None
    if is_inside(address):
        return TroubleKind.PRIVATE
    is_staging = looks_like_staging(address) or is_temporary(host_of(address)) or ":" in host
    return TroubleKind.STAGING if is_staging else None
