"""Who asks, as the guard found out; the application hands it to the page."""

from dataclasses import dataclass
from hmac import compare_digest

from starlette.types import Scope

from oit.desk.officer import ALONE, Officer

_KEY = "oit.desk.visit"
TOKEN = "token"  # noqa: S105 - the name of a field
"""The field of every form that changes something."""
TOKEN_HEADER = "x-desk-token"  # noqa: S105 - the name of a header


@dataclass(frozen=True)
class Visit:
    """Who asks, and the token of their forms; without a guard there is none."""

    officer: Officer = ALONE
    token: str = ""

    def accepts(self, sent: object) -> bool:
        """Tell whether a form was sent with the token of this visit."""
        return isinstance(sent, str) and compare_digest(sent.encode(), self.token.encode())


def let_in(scope: Scope, visit: Visit) -> None:
    """Note who asks."""
    scope[_KEY] = visit


def visit_of(scope: Scope) -> Visit:
    """Return who asks."""
    visit: Visit = scope.get(_KEY) or Visit()
    return visit
