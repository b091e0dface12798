"""Tries one address: asks, asks again, follows where it is sent, and says how it stands."""

import time
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from oit.publish.links.client import Failure, Response
from oit.publish.links.hosts import same_site

Ask = Callable[[str, str], Response]

PAUSES = (1.0, 4.0)
"""Seconds before an address that gave no answer is asked again."""
LONGEST_PAUSE = 30.0
_MOST_REDIRECTS = 10
_REDIRECTS = {301, 302, 303, 307, 308}
_PERMANENT = {301, 308}
_NO_HEAD = range(400, 600)
"""What many servers answer to HEAD alone."""
_PASSING = {429, 500, 502, 503, 504}
_REFUSED = {401, 403, 406, 429, 451, 999}
_PASSING_FAILURES = {Failure.DNS, Failure.TIMEOUT, Failure.CONNECTION, Failure.PROXY}


class State(StrEnum):
    """How an address stands."""

    GOOD = "good"
    DEAD = "dead"
    REFUSED = "refused"
    """The server answers, though not to a program."""
    MOVED = "moved"
    ELSEWHERE = "elsewhere"
    """It leads to another site."""
    INSECURE = "insecure"
    """It is http, and https works."""
    PRIVATE = "private"
    """It leads into a private network, which was not entered."""
    STAGING = "staging"
    """Its host looks like one for those who work on a site; it was not asked."""
    SAMPLE = "sample"
    """Its host is kept for examples; it was not asked."""
    EXCEPTED = "excepted"
    """links.yml says why it was not asked."""


class Outcome(NamedTuple):
    """What came of trying an address."""

    state: State
    status: int = 0
    failure: str = ""
    """Why there is no answer: a ``Failure``, or ``loop``."""
    leads_to: str = ""
    """The address to write in its place, or the one it leads to."""
    reason: str = ""
    """Why it was not asked."""


def attempt(address: str, ask: Ask, sleep: Callable[[float], None] = time.sleep) -> Outcome:
    """Try an address."""
    answer, chain = _follow(address, ask, sleep)
    end = chain[-1][0]
    outcome = _judged(address, answer, chain)
    if outcome.state is State.GOOD and urlsplit(end).scheme == "http":
        secure = f"https{end[4:]}"
        if urlsplit(end).port is None and _asked(secure, ask, lambda _: None).status == 200:
            return Outcome(State.INSECURE, answer.status, leads_to=secure)
    return outcome


def _judged(address: str, answer: Response, chain: list[tuple[str, int]]) -> Outcome:
    """Judge an answer by how it was come by: addresses, each with the status that led to it."""
    end = chain[-1][0]
    leads_to = end if len(chain) > 1 else ""
    state = _failing(answer)
    if state is not State.GOOD:
        why = "loop" if answer.status in _REDIRECTS else str(answer.failure or "")
        return Outcome(state, answer.status, why if state is State.DEAD else "", leads_to)
    if not same_site(address, end):
        return Outcome(State.ELSEWHERE, answer.status, leads_to=end)
    moved_to = address
    for url, status in chain[1:]:
        if status not in _PERMANENT:
            break
        moved_to = url
    if moved_to != address:
        return Outcome(State.MOVED, answer.status, leads_to=moved_to)
    return Outcome(State.GOOD, answer.status)


def _failing(answer: Response) -> State:
    if answer.failure is Failure.PRIVATE:
        return State.PRIVATE
    if answer.status in _REFUSED:
        return State.REFUSED
    is_dead = answer.failure or answer.status in _REDIRECTS or answer.status >= 400
    return State.DEAD if is_dead else State.GOOD


def _follow(
    address: str, ask: Ask, sleep: Callable[[float], None]
) -> tuple[Response, list[tuple[str, int]]]:
    chain = [(address, 0)]
    answer = _asked(address, ask, sleep)
    while answer.status in _REDIRECTS and answer.location and len(chain) <= _MOST_REDIRECTS:
        url = chain[-1][0]
        try:
            following = urljoin(url, answer.location)
            is_web = (
                urlsplit(following).scheme in {"http", "https"} and urlsplit(following).hostname
            )
        except ValueError:
            break
        if not is_web or any(following == known for known, _ in chain):
            break
        chain.append((following, answer.status))
        answer = _asked(following, ask, sleep)
    return answer, chain


def _asked(url: str, ask: Ask, sleep: Callable[[float], None]) -> Response:
    """Ask for the head, else for the whole; and again where that may help."""
    answer = _once(url, ask)
    for pause in PAUSES:
        if answer.status not in _PASSING and answer.failure not in _PASSING_FAILURES:
            break
        wanted = float(answer.retry_after) if answer.retry_after.isdecimal() else pause
        sleep(min(wanted, LONGEST_PAUSE))
        answer = _once(url, ask)
    return answer


def _once(url: str, ask: Ask) -> Response:
    answer = ask("HEAD", url)
    if answer.status in _NO_HEAD or answer.failure is Failure.CONNECTION:
        return ask("GET", url)
    return answer
