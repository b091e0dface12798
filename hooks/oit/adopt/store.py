"""What was fetched from the old site, kept so that a stopped run goes on.

It is a cache beside the data folder. Each file is named by the digest of its contents, and what is
known of an address is in a small file named by the digest of the address: nothing that a site
sends becomes a name. What is broken is ignored and fetched again.
"""

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Self

from oit import contents
from oit.atomic import folder_beside, write_atomically
from oit.bilingual import Bilingual
from oit.remarks import remark

PATH = Path(".cache/oit/adopt")
"""Relative to the folder that findings name files from."""
_KEPT_FOR = 30 * 24 * 3600
"""The seconds after which a file is removed that no run has asked for."""
_LARGEST = 2_000_000_000
"""Bytes of all files; those that were not asked for the longest are removed."""
_RUN_LASTS = 24 * 3600
"""The seconds for which what a stopped run has fetched needs no question to the site."""
_DIGEST = re.compile(r"[0-9a-f]{64}")
_UNREADABLE = Bilingual("อ่านไม่ได้", "it cannot be read")


@dataclass(frozen=True)
class Known:
    """What is known of an address that was fetched."""

    address: str
    digest: str
    size: int
    charset: str
    final: str
    """The address after redirects."""
    etag: str
    last_modified: str
    checked: float
    """When it was fetched, or the site said last that it has not changed; seconds since 1970."""

    @classmethod
    def read(cls, file: Path) -> Self:
        """Read what is known from a file.

        Raises:
            OSError, ValueError, TypeError: there is none, or it is broken.
        """
        known = cls(**json.loads(file.read_bytes()))
        texts = (known.address, known.charset, known.final, known.etag, known.last_modified)
        # The digest becomes a name.
        if not all(isinstance(text, str) for text in texts) or not _DIGEST.fullmatch(known.digest):
            raise ValueError(file)
        return replace(known, size=int(known.size), checked=float(known.checked))


class Store:
    """The files of one run and of earlier ones."""

    def __init__(
        self, folder: Path, sources: Iterable[str], now: Callable[[], float] = time.time
    ) -> None:
        """Begin a run, or go on with one that was stopped.

        Args:
            folder: where the files are.
            sources: what the run is about; another run does not go on with this one.
            now: the clock, in seconds since 1970.
        """
        self._folder = folder
        self._now = now
        self._run = folder / f"run-{_digest(*sources)}.json"
        self._clear()
        self.started = self._begin()
        self._is_noted = False

    def fresh(self, address: str) -> Known | None:
        """Return what this run knows of an address, before it was stopped or after."""
        known = self.known(address)
        return known if known and self.started <= known.checked <= self._now() else None

    def known(self, address: str) -> Known | None:
        """Return what is known of an address, if its contents are still there."""
        file = self._file(address)
        try:
            known = Known.read(file)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError):
            _say(file, _UNREADABLE)
            return None
        # Another address with the same name would be a file that somebody edited.
        if known.address != address:
            _say(file, Bilingual("เป็นของที่อยู่อื่น", "it belongs to another address"))
            return None
        path = self.path(known)
        with suppress(OSError):
            if path.stat().st_size == known.size and contents.sha256(path) == known.digest:
                return known
        _say(path, Bilingual("ไม่ครบหรือถูกแก้", "it is incomplete or was changed"))
        return None

    def path(self, known: Known) -> Path:
        """Return the file with the contents."""
        return self._folder / known.digest

    @contextmanager
    def receiving(self) -> Iterator["Received"]:
        """Give a new file to receive contents into; it is removed unless it is kept."""
        with folder_beside(self._folder / "receiving") as work:
            received = Received(work / "contents")
            try:
                yield received
            finally:
                received.close()

    def keep(self, received: "Received", address: str, final: str, **known: str) -> Known:
        """Keep what was received.

        Args:
            received: the contents.
            address: the address that was asked for.
            final: the address after redirects.
            known: ``charset``, ``etag`` and ``last_modified`` of the response.
        """
        received.close()
        new = Known(
            address, received.digest, received.size, final=final, checked=self._now(), **known
        )
        received.path.chmod(0o644)
        received.path.replace(self.path(new))
        self._write(new)
        return new

    def confirm(self, known: Known) -> Known:
        """Note that the contents have not changed."""
        confirmed = replace(known, checked=self._now())
        self._write(confirmed)
        return confirmed

    def finish(self) -> None:
        """End the run: the next one asks the site whether something has changed."""
        # What is written by now must not end in a refusal because of the cache.
        with suppress(OSError):
            self._run.unlink()

    def _write(self, known: Known) -> None:
        # A run that fetches nothing leaves nothing.
        if not self._is_noted:
            write_atomically(self._run, json.dumps({"started": self.started}))
            self._is_noted = True
        text = json.dumps(asdict(known), ensure_ascii=False, indent=1)
        write_atomically(self._file(known.address), text)

    def _file(self, address: str) -> Path:
        return self._folder / f"{_digest(address)}.json"

    def _begin(self) -> float:
        now = self._now()
        try:
            started = float(json.loads(self._run.read_bytes())["started"])
        except FileNotFoundError:
            started = 0.0
        except (OSError, ValueError, TypeError, LookupError):
            _say(self._run, _UNREADABLE)
            started = 0.0
        return started if now - _RUN_LASTS < started <= now else now

    def _clear(self) -> None:
        """Remove what is too old or too much, and contents that no address has any more."""
        kept: dict[str, float] = {}
        for file in self._folder.glob("*.json"):
            with suppress(OSError, ValueError, TypeError):
                known = Known.read(file)
                if self._now() - known.checked > _KEPT_FOR:
                    file.unlink()
                else:
                    kept[known.digest] = max(kept.get(known.digest, 0), known.checked)
        left = _LARGEST
        # The newest first: what was checked last may stay.
        for file in sorted(self._folder.glob("*"), key=lambda file: -kept.get(file.name, 0)):
            with suppress(OSError):
                if _DIGEST.fullmatch(file.name):
                    left -= file.stat().st_size
                    if file.name not in kept or left < 0:
                        file.unlink()


class Received:
    """Contents on their way to the disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0
        self.error: OSError | None = None
        """Why it could not be written, such as a full disk."""
        self._hash = sha256()
        self._stream: BinaryIO | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 of the contents."""
        return self._hash.hexdigest()

    def receive(self, pieces: Iterator[bytes]) -> None:
        """Write the body of a response in the place of an earlier one.

        Raises:
            OSError: it cannot be written, or not be read.
        """
        self.close()
        self.size, self._hash = 0, sha256()
        self._stream = self.path.open("wb")
        for piece in pieces:
            self.size += len(piece)
            self._hash.update(piece)
            try:
                self._stream.write(piece)
            except OSError as error:
                # The client would take it for an error of the connection.
                self.error = error
                raise
        self.close()

    def close(self) -> None:
        """Close the file."""
        if self._stream:
            self._stream.close()
            self._stream = None


def _digest(*texts: str) -> str:
    return sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()


def _say(path: Path, reason: Bilingual) -> None:
    words = Bilingual(f"ไม่ใช้ {path} ที่เก็บไว้: {reason.th}", f"{path} was not used: {reason.en}")
    remark(str(path), words)
