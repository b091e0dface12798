"""What an address says of where it leads, before anybody asks there."""

import ipaddress
import re
from urllib.parse import urlsplit

_STAGING = re.compile(
    r"(?:^|\.)(?:localhost|dev|test|testing|uat|staging|stage|demo|preview|sandbox)\d*\."
    r"|^(?:dev|test|uat|staging|demo)\d*-|-(?:dev|test|uat|staging|demo)\d*\.",
)
# 127.1 and 0x7f.0.0.1 lead where 127.0.0.1 does, and nobody has any other use for them.
_SHORT_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}")
_INSIDE_ENDS = {"localhost", "local", "lan", "internal", "intranet", "test", "invalid", "home"}
_SAMPLES = re.compile(r"(?:^|\.)example(?:\.(?:com|net|org|co\.th|go\.th|or\.th|ac\.th))?$")


def in_ascii(host: str) -> str:
    """Return a host as the network has it: ``เทศบาล.ไทย`` is ``xn--…`` there.

    Raises:
        UnicodeError: there can be no such host.
    """
    return host if host.isascii() else host.encode("idna").decode()


def host_of(address: str) -> str:
    """Return the host of an address as the network has it; empty where there is none."""
    try:
        return in_ascii(urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def readable(address: str) -> str:
    """Return an address with its host as people write it."""
    host = host_of(address)
    try:
        # The network has ำ as two signs.
        thai = host.encode().decode("idna").replace("\u0e4d\u0e32", "\u0e33")
    except UnicodeError:
        return address
    return address.replace(host, thai, 1)


def is_inside(address: str) -> bool:
    """Tell whether a host is of a private network, by its name or number."""
    host = host_of(address)
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        if _SHORT_NUMBER.fullmatch(host):
            return True
        return "." not in host or host.rpartition(".")[2] in _INSIDE_ENDS


def looks_like_staging(address: str) -> bool:
    """Tell whether only those who work on a site reach such a host, or should."""
    return is_inside(address) or bool(_STAGING.search(host_of(address)))


def is_sample(address: str) -> bool:
    """Tell whether a host is one of those kept for examples: nobody answers there."""
    return bool(_SAMPLES.search(host_of(address)))


def same_site(one: str, other: str) -> bool:
    """Tell whether two addresses are of one site: ``www.`` and parts before it may differ."""
    first, second = (host_of(address).removeprefix("www.") for address in (one, other))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")
