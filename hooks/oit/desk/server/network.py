"""The desk for an office network."""

import socket
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import ip_address

from starlette.middleware import Middleware

from oit.desk.desk import Desk
from oit.desk.guard.hosts import LOOPBACK, Hosts
from oit.desk.guard.origins import Origins
from oit.desk.guard.proxy import BehindProxy
from oit.desk.guard.sign_in import SignIn
from oit.desk.server.certificate import Certificate

EVERYWHERE = "0.0.0.0"  # noqa: S104 - the office network is what it is for
LOOPBACK_ADDRESS = "127.0.0.1"


@dataclass(frozen=True)
class Network:
    """How a desk is reached by the office."""

    hosts: tuple[str, ...] = ()
    """The addresses to listen on, and the names that officers open."""
    certificate: Certificate | None = None
    behind: str = ""
    """The name of the desk at the agency's own web server, if that serves it."""
    proxies: tuple[str, ...] = (LOOPBACK_ADDRESS,)
    """The addresses of that server."""
    plain_http: bool = False

    @property
    def is_secure(self) -> bool:
        """Whether what officers type is encrypted on its way."""
        return self.certificate is not None or (bool(self.behind) and not self.plain_http)

    @property
    def address_to_listen_on(self) -> str:
        """The address of this machine that connections are taken at."""
        addresses = [host for host in self.hosts if is_address(host)]
        usual = LOOPBACK_ADDRESS if self.behind and _are_here(self.proxies) else EVERYWHERE
        return addresses[0] if addresses else usual

    def opened_as(self, port: int) -> str:
        """Return the address that officers open."""
        if self.behind:
            return f"{'https' if self.is_secure else 'http'}://{self.behind}/"
        names = [*(h for h in self.hosts if not is_address(h)), *self.hosts, socket.getfqdn()]
        name = f"[{names[0]}]" if ":" in names[0] else names[0]
        return f"{'https' if self.is_secure else 'http'}://{name}:{port}/"


def guards(desk: Desk, network: Network, port: int) -> tuple[Middleware, ...]:
    """Return the layers between a request from the network and the pages."""
    entry = Middleware(SignIn, desk=desk, is_secure=network.is_secure)
    if network.behind:
        return (
            Middleware(BehindProxy, proxies=network.proxies, plain_http=network.plain_http),
            # The name may come with a port that only the proxy knows.
            Middleware(Hosts, names={network.behind.lower()}, port=None),
            Middleware(Origins),
            entry,
        )
    hosts = Middleware(Hosts, names=_names(network.hosts), port=port, own_addresses=True)
    return (hosts, Middleware(Origins), entry)


def _names(hosts: Collection[str]) -> set[str]:
    own = {socket.gethostname(), socket.getfqdn()}
    given = {f"[{host}]" if ":" in host else host for host in hosts}
    return {name.lower() for name in own | given} | LOOPBACK


def is_address(host: str) -> bool:
    """Tell whether a host is an IP address."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _are_here(proxies: Collection[str]) -> bool:
    return all(ip_address(proxy).is_loopback for proxy in proxies)
