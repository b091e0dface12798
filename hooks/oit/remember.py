"""What functions returned, kept from one build of a served site to the next.

A function that is ``remembered`` depends on nothing but its arguments, which are never changed
after they are made. While a memory is in use, such a function returns the object that it
returned before, if it is called with the same objects again; texts, numbers and days are the
same if they are equal, and so are lists of what is the same. What a build did not ask for is
forgotten at its end. Without a memory, as in every other command, a function is just called.
"""

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from datetime import date
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_PLAIN = {str, int, bool, date, type(None)}
_LISTS = (list, tuple)


class Memory:
    """Results by the functions and arguments that they were made of."""

    def __init__(self) -> None:
        # The arguments are kept too, or other objects could get their identities.
        self._known: dict[Hashable, tuple[object, object]] = {}
        self._asked: dict[Hashable, tuple[object, object]] = {}
        self._latest: Any = None

    def recall(self, make: Callable[..., Any], *arguments: object) -> Any:
        """Return the result of a function, made now or before."""
        key = (make, _identity(arguments))
        found = self._asked.get(key) or self._known.get(key) or (arguments, make(*arguments))
        self._asked[key] = found
        return found[1]

    def replace(self, new: Any, keep: Callable[[Any, Any], Any]) -> Any:
        """Return a value in which what is as in the value before is that of before."""
        self._latest = new if self._latest is None else keep(new, self._latest)
        return self._latest

    def forget(self) -> None:
        """Forget what was not asked for since this was called last."""
        self._known, self._asked = self._asked, {}


_memory: ContextVar[Memory | None] = ContextVar("memory", default=None)
use = _memory.set
"""Use a memory from now on, or none."""


def remembered(make: Callable[P, R]) -> Callable[P, R]:
    """Let a function return what it returned before, while a memory is in use.

    It is called with arguments by position only.
    """

    @wraps(make)
    def recalled(*arguments: P.args, **named: P.kwargs) -> R:
        memory = _memory.get()
        if memory is None:
            return make(*arguments, **named)
        result: R = memory.recall(make, *arguments)
        return result

    return recalled


def with_known_parts(new: R, keep: Callable[[R, R], R]) -> R:
    """Return what the data says, with the objects of the build before for what is unchanged.

    Args:
        new: what the data says now.
        keep: returns the first value with those parts of the second that are the same.
    """
    memory = _memory.get()
    if memory is None:
        return new
    result: R = memory.replace(new, keep)
    return result


def end_of_build() -> None:
    """Forget what the build that ends did not ask for."""
    if memory := _memory.get():
        memory.forget()


def _identity(argument: object) -> Hashable:
    if type(argument) in _PLAIN:
        return type(argument), argument
    if isinstance(argument, _LISTS):
        return type(argument), tuple(map(_identity, argument))
    return id(argument)
