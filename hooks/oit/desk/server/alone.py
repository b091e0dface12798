"""The desk for whoever sits at this machine."""

import os
import sys
import webbrowser
from threading import Thread

from starlette.middleware import Middleware

from oit.desk.desk import Desk
from oit.desk.guard.alone import KEY, Alone
from oit.desk.guard.hosts import LOOPBACK, Hosts
from oit.desk.guard.origins import Origins
from oit.desk.keys import make_key

HOST = "127.0.0.1"


def guards(desk: Desk, port: int) -> tuple[Middleware, ...]:
    """Return the layers between a request from this machine and the pages."""
    return (
        Middleware(Hosts, names=LOOPBACK, port=port),
        Middleware(Origins),
        Middleware(Alone, state=desk.state, port=port),
    )


def with_key(desk: Desk, address: str) -> str:
    """Return an address that opens the desk once.

    Raises:
        OSError: the key cannot be noted.
    """
    return f"{address}?{KEY}={make_key(desk.state)}"


def can_open() -> bool:
    """Tell whether a browser with windows can be opened: one in the terminal would take it over."""
    shows = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "WSL_DISTRO_NAME")
    return sys.platform in {"win32", "darwin"} or any(map(os.environ.get, shows))


def open_browser(address: str) -> None:
    """Open a browser, without waiting for it."""
    Thread(target=webbrowser.open, args=(address,), daemon=True).start()
