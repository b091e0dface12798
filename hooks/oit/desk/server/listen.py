"""The socket that the desk listens on."""

import os
import socket

PORT = 8100
_TRIED = 100
"""How many ports after the first are tried."""
_WAITING = 200
"""The connections that wait while the server is busy."""


def listen(host: str, port: int | None) -> socket.socket | None:
    """Listen on a port, or on the first free one; return nothing if that cannot be."""
    tried = range(PORT, PORT + _TRIED) if port is None else [port]
    return next(filter(None, (_listening(host, candidate) for candidate in tried)), None)


def _listening(host: str, port: int) -> socket.socket | None:
    kind = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(kind, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # Or a port that was just used would seem taken for a minute.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(_WAITING)
    except (OSError, OverflowError):
        listening.close()
        return None
    return listening
