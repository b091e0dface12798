"""One desk a folder, and free ports."""

import os
import socket
import subprocess
import sys
from errno import EOPNOTSUPP
from pathlib import Path

import pytest

from oit.desk.server.listen import PORT, listen
from oit.desk.server.running import RunningError, Where, alone_in, tell


def test_a_second_desk_learns_where_the_first_is(tmp_path: Path) -> None:
    where = Where("http://127.0.0.1:8123/", is_network=True)
    with alone_in(tmp_path):
        with pytest.raises(RunningError) as early, alone_in(tmp_path):
            pass
        assert early.value.where == Where(), "it is just starting"
        tell(tmp_path, where)
        with pytest.raises(RunningError) as second, alone_in(tmp_path):
            pass
        assert second.value.where == where
    with alone_in(tmp_path):
        assert not (tmp_path / "running.json").exists()


def test_a_killed_desk_is_in_nobodys_way(tmp_path: Path) -> None:
    code = (
        "import os, sys, pathlib\n"
        "from oit.desk.server.running import Where, alone_in, tell\n"
        "state = pathlib.Path(sys.argv[1])\n"
        "with alone_in(state):\n"
        "    tell(state, Where('http://127.0.0.1:1/'))\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    killed = subprocess.run([sys.executable, "-c", code, tmp_path], check=False)
    assert killed.returncode == -9
    assert (tmp_path / "running.json").exists()
    with alone_in(tmp_path):
        pass


def test_a_drive_that_knows_no_locks_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flock(*_: int) -> None:
        raise OSError(EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", flock)
    with alone_in(tmp_path), alone_in(tmp_path):
        pass


def test_the_first_free_port_is_taken() -> None:
    first, second = listen("127.0.0.1", None), listen("127.0.0.1", None)
    assert first is not None
    assert second is not None
    with first, second:
        ports = first.getsockname()[1], second.getsockname()[1]
        assert min(ports) >= PORT  # another test may hold or free some
        assert ports[0] != ports[1]
        assert listen("127.0.0.1", ports[0]) is None


@pytest.mark.parametrize(
    ("host", "port"), [("127.0.0.1", 99_999), ("192.0.2.1", 0), ("no name", 0)]
)
def test_what_cannot_be_listened_on(host: str, port: int) -> None:
    assert listen(host, port) is None


@pytest.mark.skipif(os.name != "posix", reason="another option there")
def test_ipv6() -> None:
    if not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("no IPv6 here")
    listening = listen("::1", 0)
    assert listening is not None
    listening.close()
