"""The desk's own folder, ``.oit/desk``: what is neither data nor ever published or in git."""

from contextlib import suppress
from pathlib import Path

from oit.atomic import write_atomically


def make_state(folder: Path) -> None:
    """Make the folder, for its owner only, and keep git from taking it.

    Raises:
        OSError: it cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A network drive may not know permissions; Windows gives those of the folder above.
    with suppress(OSError):
        folder.chmod(0o700)
    ignore = folder / ".gitignore"
    if not ignore.is_file():
        write_atomically(ignore, "*\n")


def write_private(path: Path, content: str) -> None:
    """Write a file of the folder that only its owner may read.

    Raises:
        OSError: it cannot be written; the old contents remain.
    """
    make_state(path.parent)
    path.touch(mode=0o600)
    with suppress(OSError):
        path.chmod(0o600)
    # The permissions of the file that is replaced are kept.
    write_atomically(path, content)
