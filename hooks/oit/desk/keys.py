"""Keys that open the desk on the machine that it runs on.

Whoever may write in the desk's own folder may make one: `oit desk` does, and opens a browser with
it. A key opens once, because the address of a browser may be seen by others on the machine.
"""

import secrets
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from string import ascii_lowercase

from oit.desk.state import make_state

_LENGTH = 32
_GOOD_FOR = 60 * 60
"""How many seconds a key opens the desk: time enough to copy it into a browser."""


def make_key(state: Path) -> str:
    """Return a new key.

    Raises:
        OSError: it cannot be noted.
    """
    make_state(state)
    folder = state / "keys"
    folder.mkdir(mode=0o700, exist_ok=True)
    for old in folder.iterdir():
        with suppress(OSError):
            if _age(old) > _GOOD_FOR:
                old.unlink()
    # Letters only: a terminal's log masks long numbers.
    key = "".join(secrets.choice(ascii_lowercase) for _ in range(_LENGTH))
    (folder / _name(key)).touch(mode=0o600)
    return key


def take_key(state: Path, key: str) -> bool:
    """Tell whether a key opens the desk, and use it up."""
    path = state / "keys" / _name(key)
    try:
        is_good = _age(path) <= _GOOD_FOR
        path.unlink()
    except OSError:
        return False
    return is_good


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime


def _name(key: str) -> str:
    return sha256(key.encode()).hexdigest()
