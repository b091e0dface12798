"""The server: on this machine alone, or for the office network."""

import uvicorn

from oit.desk.app import make_app
from oit.desk.desk import Desk

HOST = "127.0.0.1"


def serve(desk: Desk, port: int) -> None:
    """Serve until Ctrl+C."""
    uvicorn.run(make_app(desk), host=HOST, port=port, log_level="warning", server_header=False)
