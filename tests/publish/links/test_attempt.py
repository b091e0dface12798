"""How responses are classified."""

import pytest

from oit.publish.http import Failure, Patience, Response
from oit.publish.links.attempt import Ask, Outcome, State, attempt

UNHURRIED = Patience(1000, lambda _: None)
A, B, C = "https://a.go.th/x", "https://www.a.go.th/y", "https://b.go.th/"


def answering(answers: dict[str, Response | list[Response]]) -> tuple[Ask, list[tuple[str, str]]]:
    """Respond with the given answers in turn; record the requests."""
    asked: list[tuple[str, str]] = []

    def ask(method: str, url: str) -> Response:
        asked.append((method, url))
        answer = answers.get(url, Response(404))
        return (
            (answer.pop(0) if len(answer) > 1 else answer[0])
            if isinstance(answer, list)
            else answer
        )

    return ask, asked


def tried(address: str, answers: dict[str, Response | list[Response]]) -> Outcome:
    return attempt(address, answering(answers)[0], UNHURRIED)


def to(status: int, location: str) -> Response:
    return Response(status, location)


GOOD = Response(200)


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({A: GOOD}, Outcome(State.GOOD, 200)),
        ({A: Response(404)}, Outcome(State.DEAD, 404)),
        ({A: Response(500)}, Outcome(State.DEAD, 500)),
        ({A: Response(403)}, Outcome(State.REFUSED, 403)),
        ({A: Response(failure=Failure.DNS)}, Outcome(State.DEAD, failure="dns")),
        ({A: Response(failure=Failure.TLS)}, Outcome(State.DEAD, failure="tls")),
        ({A: Response(failure=Failure.TIMEOUT)}, Outcome(State.DEAD, failure="timeout")),
        ({A: Response(failure=Failure.CONNECTION)}, Outcome(State.DEAD, failure="connection")),
        ({A: Response(failure=Failure.PRIVATE)}, Outcome(State.PRIVATE)),
        ({A: to(301, B), B: GOOD}, Outcome(State.MOVED, 200, leads_to=B)),
        (
            {A: to(308, "/z"), "https://a.go.th/z": GOOD},
            Outcome(State.MOVED, 200, "", "https://a.go.th/z"),
        ),
        ({A: to(302, B), B: GOOD}, Outcome(State.GOOD, 200)),
        (
            {A: to(301, B), B: to(302, f"{B}?s"), f"{B}?s": GOOD},
            Outcome(State.MOVED, 200, leads_to=B),
        ),
        ({A: to(301, C), C: GOOD}, Outcome(State.ELSEWHERE, 200, leads_to=C)),
        ({A: to(301, C)}, Outcome(State.DEAD, 404, leads_to=C)),
        ({A: to(302, C), C: Response(failure=Failure.PRIVATE)}, Outcome(State.PRIVATE, leads_to=C)),
        ({A: to(302, A)}, Outcome(State.DEAD, 302, "loop")),
        ({A: to(302, B), B: to(302, A)}, Outcome(State.DEAD, 302, "loop", B)),
        ({A: to(302, "ftp://a.go.th/")}, Outcome(State.DEAD, 302, "loop")),
        ({A: to(302, "http://[")}, Outcome(State.DEAD, 302, "loop")),
        ({A: Response(302)}, Outcome(State.DEAD, 302, "loop")),
    ],
)
def test_answers(answers: dict[str, Response | list[Response]], outcome: Outcome) -> None:
    assert tried(A, answers) == outcome


def test_redirects_are_followed_up_to_a_limit() -> None:
    asked: list[str] = []

    def ask(_: str, url: str) -> Response:
        asked.append(url)
        return to(302, f"{url}x")

    assert attempt(A, ask, UNHURRIED).failure == "loop"
    assert len(asked) == 11


@pytest.mark.parametrize("status", [403, 404, 405, 501])
def test_get_is_tried_if_head_is_refused(status: int) -> None:
    ask, asked = answering({A: [Response(status), GOOD]})
    assert attempt(A, ask, UNHURRIED).state is State.GOOD
    assert asked == [("HEAD", A), ("GET", A)]


def test_a_request_is_repeated_if_its_problem_may_pass() -> None:
    down = Response(503)
    ask, asked = answering({A: [down, down, Response(failure=Failure.TIMEOUT), GOOD]})
    slept: list[float] = []
    assert attempt(A, ask, Patience(60, slept.append)).state is State.GOOD
    assert slept == [1.0, 4.0]
    assert len(asked) == 4


@pytest.mark.parametrize(("retry_after", "slept"), [("7", 7.0), ("9999", 30.0), ("Mon", 1.0)])
def test_a_server_decides_how_long_to_wait(retry_after: str, slept: float) -> None:
    busy = Response(429, retry_after=retry_after)
    ask, _ = answering({A: [busy, busy, GOOD]})
    pauses: list[float] = []
    attempt(A, ask, Patience(60, pauses.append))
    assert pauses == [slept]


HTTP, HTTPS = "http://a.go.th/x", "https://a.go.th/x"


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({HTTP: GOOD, HTTPS: GOOD}, Outcome(State.INSECURE, 200, leads_to=HTTPS)),
        ({HTTP: GOOD}, Outcome(State.GOOD, 200)),
        ({HTTP: to(301, HTTPS), HTTPS: GOOD}, Outcome(State.MOVED, 200, leads_to=HTTPS)),
    ],
)
def test_http_where_https_may_work(
    answers: dict[str, Response | list[Response]], outcome: Outcome
) -> None:
    assert tried(HTTP, answers) == outcome


def test_https_is_not_tried_if_there_is_a_port() -> None:
    address = "http://a.go.th:8080/"
    assert tried(address, {address: GOOD}) == Outcome(State.GOOD, 200)
