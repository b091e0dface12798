"""The last answers of an agency's site, kept so that the next run only asks what changed.

A server that is asked with the ``ETag`` of its last answer sends a body only if it has another one
now. One file a question, in the folder of the agency: a site that answers with ever new addresses
cannot fill the disk. What is broken is ignored and asked for again.
"""

import json
import re
import zlib
from pathlib import Path
from typing import NamedTuple, Self

from oit.atomic import write_atomically
from oit.publish.http import Headers, Response

_VALIDATOR = re.compile(r"[ -~]{1,300}")
"""What is sent back to a server; a longer one would make it refuse the request."""


class Answer(NamedTuple):
    """A body, and what the server knows it by."""

    url: str
    etag: str
    last_modified: str
    body: bytes

    @classmethod
    def of(cls, url: str, response: Response, body: bytes) -> Self:
        """Return an answer that was received."""
        return cls(url, response.etag, response.last_modified, body)

    @classmethod
    def read(cls, file: Path) -> Self | None:
        """Return the answer in a file; ``None`` if there is none."""
        try:
            head, _, packed = file.read_bytes().partition(b"\n")
            url, etag, last_modified = json.loads(head)
            answer = cls(url, etag, last_modified, zlib.decompress(packed))
        except (OSError, ValueError, TypeError, RecursionError, zlib.error):
            return None
        return answer if all(isinstance(text, str) for text in answer[:3]) else None

    def write(self, file: Path) -> None:
        """Keep it, if the server can be asked whether it changed."""
        if self.unless_same:
            head = json.dumps(self[:3]).encode()
            write_atomically(file, head + b"\n" + zlib.compress(self.body))

    @property
    def unless_same(self) -> Headers:
        """The headers that ask for another answer than this one."""
        wanted = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in wanted.items() if _VALIDATOR.fullmatch(value)}
