"""The lock of those who save at the desk: that of everybody who changes the data."""

from oit.data.lock import locked

__all__ = ["locked"]
