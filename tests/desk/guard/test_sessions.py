"""Sessions and a clock that is set back, as it is when a machine finds the right time."""

from pathlib import Path

from oit.desk.guard.sessions import IDLE, Sessions


class Clock:
    """A clock that tests move."""

    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def test_who_signed_out_before_the_clock_was_set_back_can_sign_in(tmp_path: Path) -> None:
    clock = Clock()
    sessions = Sessions(tmp_path, "test", clock=clock)
    old = sessions.written(sessions.begin("สมศรี"))
    sessions.end("สมศรี")
    clock.now -= 500_000
    assert sessions.read(sessions.written(sessions.begin("สมศรี"))) is not None
    assert sessions.read(old) is None


def test_a_session_of_the_future_does_not_last_until_then(tmp_path: Path) -> None:
    clock = Clock()
    sessions = Sessions(tmp_path, "test", clock=clock)
    of_the_future = sessions.written(sessions.begin("สมศรี"))
    clock.now -= IDLE
    assert sessions.read(of_the_future) is None
