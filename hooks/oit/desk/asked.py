"""A request to a page, after everything about it was checked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from starlette.datastructures import FormData
from starlette.responses import Response

from oit.desk.desk import Desk
from oit.desk.officer import ALONE, Officer


@dataclass(frozen=True)
class Asked:
    """A request to a page."""

    desk: Desk
    officer: Officer = ALONE
    method: str = "GET"
    path: Mapping[str, str] = field(default_factory=dict)
    """The variable parts of the address."""
    query: Mapping[str, str] = field(default_factory=dict)
    form: FormData = field(default_factory=FormData)
    """The fields and files that were sent, without the token."""
    token: str = ""
    """What every form that changes something has to send along."""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """The fiscal year of the address, or the one asked for, or else the current one."""
        text = self.path.get("year") or self.query.get("year") or ""
        return int(text) if text.isdecimal() else self.desk.assessment().year


Page = Callable[[Asked], Response]
"""Makes the response to a request; it runs in a thread of its own."""
