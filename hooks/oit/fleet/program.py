"""Which program examines: results of another one are not its own."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from oit import __version__

_PROGRAM = Path(__file__).parents[1]
_READ = {".py", ".yml", ".txt"}


@cache
def program() -> str:
    """Return the version, and a digest of the code and of the checklists."""
    digest = sha256()
    for path in sorted(_PROGRAM.rglob("*")):
        if path.suffix in _READ and path.is_file():
            name = path.relative_to(_PROGRAM).as_posix()
            digest.update(f"{name}\0{sha256(path.read_bytes()).hexdigest()}\0".encode())
    return f"{__version__} {digest.hexdigest()[:32]}"
