"""What the host of an address reveals before any request: private, for staging, an example."""

import ipaddress
import re
import socket
from urllib.parse import urlsplit

_STAGING = re.compile(
    r"(?:^|\.)(?:localhost|dev|test|testing|uat|staging|stage|demo|preview|sandbox)\d*\."
    r"|^(?:dev|test|uat|staging|demo)\d*-|-(?:dev|test|uat|staging|demo)\d*\.",
)
# 127.1 and 0x7f.0.0.1 mean 127.0.0.1, and have no other use.
_SHORT_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}")
_INSIDE_ENDS = {"localhost", "local", "lan", "internal", "intranet", "test", "invalid", "home"}
_EMBEDDING = [*map(ipaddress.IPv6Network, ("::/96", "::ffff:0:0/96", "64:ff9b::/96"))]
"""IPv6 networks whose addresses end in an IPv4 address."""
_SAMPLES = re.compile(r"(?:^|\.)example(?:\.(?:com|net|org|co\.th|go\.th|or\.th|ac\.th))?$")


def in_ascii(host: str) -> str:
    """Return a host name as DNS requires it: ``xn--…`` for ``เทศบาล.ไทย``.

    Raises:
        UnicodeError: the name is not valid.
    """
    return host if host.isascii() else host.encode("idna").decode()


def host_of(address: str) -> str:
    """Return the host of an address as DNS requires it, or an empty text."""
    try:
        return in_ascii(urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def readable(address: str) -> str:
    """Return an address with its host in Unicode, as people write it."""
    host = host_of(address)
    try:
        # IDNA splits ำ into two characters.
        thai = host.encode().decode("idna").replace("\u0e4d\u0e32", "\u0e33")
    except UnicodeError:
        return address
    return address.replace(host, thai, 1)


def is_inside(address: str) -> bool:
    """Tell whether a host is in a private network, by its name or number."""
    host = host_of(address)
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        if _SHORT_NUMBER.fullmatch(host):
            return True
        return "." not in host or host.rpartition(".")[2] in _INSIDE_ENDS


def looks_like_staging(address: str) -> bool:
    """Tell whether a host looks private, or like a site for tests."""
    return is_inside(address) or bool(_STAGING.search(host_of(address)))


def is_sample(address: str) -> bool:
    """Tell whether a host is reserved for examples; such hosts do not exist."""
    return bool(_SAMPLES.search(host_of(address)))


def same_site(first: str, second: str) -> bool:
    """Tell whether two addresses belong to one site: subdomains such as ``www.`` may differ."""
    a, b = (host_of(address).removeprefix("www.") for address in (first, second))
    return a == b or a.endswith(f".{b}") or b.endswith(f".{a}")


def look_up(host: str, port: int) -> list[str]:
    """Return the network addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(network_address: str) -> bool:
    """Tell whether a network address belongs to the internet."""
    address = ipaddress.ip_address(network_address.partition("%")[0])
    # An embedded IPv4 address is what counts: mapped, 6to4, NAT64 or compatible.
    if isinstance(address, ipaddress.IPv6Address):
        last = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        embedded = last if any(address in network for network in _EMBEDDING) else None
        address = address.sixtofour or embedded or address
    return bool(address.is_global and not address.is_multicast)
