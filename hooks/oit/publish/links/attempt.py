"""Try one address: send requests, follow redirects, and classify the result."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from oit import __version__
from oit.publish.hosts import same_site
from oit.publish.http import REDIRECTS, Failure, Patience, Response, ask_patiently

Ask = Callable[[str, str], Response]
"""Sends one request, given its method and address."""

HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; oit-links/{__version__}; checks links of a Thai "
    "public body's disclosure site)",
    "Accept": "*/*",
    "Accept-Language": "th, en;q=0.8",
}
_MOST_REDIRECTS = 10
_PERMANENT = {301, 308}
_HEAD_REFUSED = range(400, 600)
"""Many servers answer so only to HEAD."""
_PASSING = {429, 500, 502, 503, 504}
_REFUSED = {401, 403, 406, 429, 451, 999}
_PASSING_FAILURES = {Failure.DNS, Failure.TIMEOUT, Failure.CONNECTION, Failure.PROXY}


class State(StrEnum):
    """What is known about an address."""

    GOOD = "good"
    DEAD = "dead"
    REFUSED = "refused"
    """The server responds, but not to a program."""
    MOVED = "moved"
    ELSEWHERE = "elsewhere"
    """It leads to another site."""
    INSECURE = "insecure"
    """It is http, and https works."""
    PRIVATE = "private"
    """It leads into a private network; no request was sent there."""
    STAGING = "staging"
    """Its host looks private or like a site for tests; no request was sent."""
    SAMPLE = "sample"
    """Its host is reserved for examples; no request was sent."""
    EXCEPTED = "excepted"
    """links.yml gives a reason not to try it."""


class Outcome(NamedTuple):
    """The result of trying an address."""

    state: State
    status: int = 0
    failure: str = ""
    """Why there is no response: a ``Failure``, or ``loop``."""
    leads_to: str = ""
    """The address to use instead, or the address that it leads to."""
    reason: str = ""
    """Why it was not tried."""


def attempt(address: str, ask: Ask, patience: Patience) -> Outcome:
    """Try an address."""
    response, chain = _follow(address, ask, patience)
    end = chain[-1][0]
    outcome = _classify(address, response, chain)
    if outcome.state is State.GOOD and urlsplit(end).scheme == "http":
        secure = f"https{end[4:]}"
        if urlsplit(end).port is None and _head_or_get(secure, ask).status == 200:
            return Outcome(State.INSECURE, response.status, leads_to=secure)
    return outcome


def _classify(address: str, response: Response, chain: list[tuple[str, int]]) -> Outcome:
    """Classify a response by its redirects: addresses, each with the status that led to it."""
    end = chain[-1][0]
    leads_to = end if len(chain) > 1 else ""
    state = _state(response)
    if state is not State.GOOD:
        why = "loop" if response.status in REDIRECTS else str(response.failure or "")
        return Outcome(state, response.status, why if state is State.DEAD else "", leads_to)
    if not same_site(address, end):
        return Outcome(State.ELSEWHERE, response.status, leads_to=end)
    moved_to = address
    for url, status in chain[1:]:
        if status not in _PERMANENT:
            break
        moved_to = url
    if moved_to != address:
        return Outcome(State.MOVED, response.status, leads_to=moved_to)
    return Outcome(State.GOOD, response.status)


def _state(response: Response) -> State:
    if response.failure is Failure.PRIVATE:
        return State.PRIVATE
    if response.status in _REFUSED:
        return State.REFUSED
    is_dead = response.failure or response.status in REDIRECTS or response.status >= 400
    return State.DEAD if is_dead else State.GOOD


def _follow(address: str, ask: Ask, patience: Patience) -> tuple[Response, list[tuple[str, int]]]:
    chain = [(address, 0)]
    response = _request(address, ask, patience)
    while response.status in REDIRECTS and response.location and len(chain) <= _MOST_REDIRECTS:
        url = chain[-1][0]
        try:
            following = urljoin(url, response.location)
            parts = urlsplit(following)
            is_web = parts.scheme in {"http", "https"} and parts.hostname
        except ValueError:
            break
        if not is_web or any(following == known for known, _ in chain):
            break
        chain.append((following, response.status))
        response = _request(following, ask, patience)
    return response, chain


def _request(url: str, ask: Ask, patience: Patience) -> Response:
    return ask_patiently(lambda: _head_or_get(url, ask), _may_pass, patience)


def _may_pass(response: Response) -> bool:
    return response.status in _PASSING or response.failure in _PASSING_FAILURES


def _head_or_get(url: str, ask: Ask) -> Response:
    response = ask("HEAD", url)
    if response.status in _HEAD_REFUSED or response.failure is Failure.CONNECTION:
        return ask("GET", url)
    return response
