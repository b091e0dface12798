"""What an address says of where it leads, before anybody asks there."""

import ipaddress
import re
from urllib.parse import urlsplit

_STAGING = re.compile(
    r"(?:^|\.)(?:localhost|dev|test|testing|uat|staging|stage|demo|preview|sandbox)\d*\."
    r"|^(?:dev|test|uat|staging|demo)\d*-|-(?:dev|test|uat|staging|demo)\d*\.",
)
_STAGING_ENDS = {"localhost", "local", "lan", "internal", "intranet", "test", "invalid", "home"}
_SAMPLES = re.compile(r"(?:^|\.)example(?:\.(?:com|net|org|co\.th|go\.th|or\.th|ac\.th))?$")


def host_of(address: str) -> str:
    """Return the host of an address, in small letters; empty where there is none."""
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def looks_like_staging(address: str) -> bool:
    """Tell whether only those who work on a site reach such a host, or should."""
    host = host_of(address)
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        pass
    is_bare = "." not in host
    return is_bare or host.rpartition(".")[2] in _STAGING_ENDS or bool(_STAGING.search(host))


def is_sample(address: str) -> bool:
    """Tell whether a host is one of those kept for examples: nobody answers there."""
    return bool(_SAMPLES.search(host_of(address)))


def same_site(one: str, other: str) -> bool:
    """Tell whether two addresses are of one site: ``www.`` and parts before it may differ."""
    first, second = (host_of(address).removeprefix("www.") for address in (one, other))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")
