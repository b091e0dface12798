"""The desk behind nginx, configured as the guide says, and the other commands of the guide."""

import io
import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http.client import HTTPSConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest

import commands
from desk.certificates import make_certificate
from desk.office import token_in
from manual.guides import blocks
from oit.cli.main import main
from small_agency import SmallAgency
from views.pages.hosting.servers import blocks_of, program

GUIDE = "manual/it/desk-network.md"
NAME = "desk.example.go.th"
PASSWORD = "ข้าวเหนียวมะม่วง สามจาน"  # noqa: S105 - of nobody
PATIENCE = 60


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    text: str


class Served(NamedTuple):
    """A desk behind nginx."""

    folder: Path
    port: int
    trusted: ssl.SSLContext

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        """Ask nginx."""
        plain = socket.create_connection(("127.0.0.1", self.port), PATIENCE)
        connection = HTTPSConnection(NAME, timeout=PATIENCE, context=self.trusted)
        connection.sock = self.trusted.wrap_socket(plain, server_hostname=NAME)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        with connection.getresponse() as answer:
            found = {name.lower(): value for name, value in answer.getheaders()}
            response = Answer(answer.status, found, answer.read().decode())
        connection.close()
        return response


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.05)
        else:
            return


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    if not program("nginx"):
        pytest.skip("no nginx here: apt-get install --no-install-recommends nginx-light")
    # nginx runs as another user, who has to read the certificate.
    with tempfile.TemporaryDirectory(prefix="oit-desk-") as name:
        work = Path(name)
        work.chmod(0o755)
        make_certificate(work, NAME)
        folder = SmallAgency.make(work / "agency").folder
        port, inner, plain = free_port(), free_port(), free_port()
        for line in _lines("oit desk account add"):
            _add(folder, line)
        (command,) = _lines("oit desk --network --behind-proxy")
        desk = subprocess.Popen(
            [sys.executable, "-m", *command.split(), "--port", str(inner)],
            cwd=folder,
            env=commands.clean_environment(),
            stdout=subprocess.DEVNULL,
        )
        nginx = subprocess.Popen(_nginx(work, port, inner, plain), stderr=subprocess.DEVNULL)
        try:
            wait_for(inner)
            wait_for(port)
            trusted = ssl.create_default_context(cafile=str(work / "desk.crt"))
            yield Served(folder, port, trusted)
        finally:
            for process in (nginx, desk):
                process.terminate()
                process.wait(PATIENCE)


def _add(folder: Path, line: str) -> None:
    """Add an account as the guide says, with a password from standard input."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
        assert main([*line.split()[1:], "--data", str(folder / "data")]) == 0


def _lines(start: str) -> list[str]:
    text = "\n".join(blocks_of(GUIDE, "sh"))
    return [line for line in text.splitlines() if line.startswith(start)]


def _nginx(work: Path, port: int, inner: int, plain: int) -> list[str]:
    (host,) = blocks_of(GUIDE, "nginx")
    for old, new in {
        "listen 443": f"listen 127.0.0.1:{port}",
        "listen 80": f"listen 127.0.0.1:{plain}",
        "127.0.0.1:8100": f"127.0.0.1:{inner}",
        "/etc/ssl/certs": str(work),
        "/etc/ssl/private": str(work),
    }.items():
        assert old in host
        host = host.replace(old, new)
    kept = "".join(
        f"{name}_temp_path {work};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if os.geteuid() == 0 else ""
    settings = f"{user}pid {work}/pid;\nerror_log {work}/error.log;\nevents {{}}\n"
    (work / "server.conf").write_text(
        f"{settings}http {{\naccess_log off;\n{kept}{host}}}\n", encoding="utf-8"
    )
    command = [program("nginx"), "-p", str(work), "-c", str(work / "server.conf")]
    return [*command, "-e", str(work / "error.log"), "-g", "daemon off;"]


def test_an_officer_signs_in_through_nginx(served: Served) -> None:
    assert served.ask("GET", "/").headers["location"].startswith("/sign-in/")
    form = served.ask("GET", "/sign-in/")
    cookie = form.headers["set-cookie"]
    assert cookie.startswith("__Host-oit-desk=")
    assert "Secure" in cookie
    assert form.headers["strict-transport-security"]
    fields = {"name": "สมศรี", "password": PASSWORD, "token": token_in(form.text)}
    sent = {
        "Origin": f"https://{NAME}",
        "Cookie": cookie.partition(";")[0],
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Forwarded-For": "6.6.6.6",
    }
    signed = served.ask("POST", "/sign-in/", urlencode(fields).encode(), **sent)
    assert (signed.status, signed.headers["location"]) == (303, "/")
    sent["Cookie"] = signed.headers["set-cookie"].partition(";")[0]
    assert served.ask("GET", "/2569/o7/", Cookie=sent["Cookie"]).status == 200, "their own item"
    assert served.ask("GET", "/2569/o2/", Cookie=sent["Cookie"]).status == 404, "of others"
    # A slash is added without losing the name and the scheme.
    led = served.ask("GET", "/2569/o7", Cookie=sent["Cookie"]).headers["location"]
    assert led.rstrip("/") == f"https://{NAME}/2569/o7"
    # Larger than nginx takes by itself.
    large = urlencode({"token": "x", "a": "x" * 2_000_000}).encode()
    assert served.ask("POST", "/2569/o7/", large, **sent).status in {403, 405}
    record = (served.folder / ".oit/desk/sign-ins.log").read_text(encoding="utf-8")
    assert '"who": "สมศรี", "from": "127.0.0.1"' in record, "not what the browser claimed"


def test_the_accounts_of_the_guide_have_their_roles(
    served: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(served.folder / "data")
    assert main(["desk", "account", "list", "--lang", "en", "--data", data]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "มาลี: reader",
        "วิชัย: editor",
        "สมศรี: officer (กองคลัง, กองช่าง)",
    ]


def test_every_other_command_of_the_guide_is_one() -> None:
    guide = (commands.ROOT / GUIDE).read_text(encoding="utf-8")
    for block in blocks(guide):
        if block.language == "sh":
            checked = subprocess.run(
                ["bash", "-n"], input=block.text, encoding="utf-8", check=False
            )
            assert checked.returncode == 0
    (unit,) = blocks_of(GUIDE, "ini")
    (start,) = [line for line in unit.splitlines() if line.startswith("ExecStart=")]
    assert start.partition("/bin/")[2] == _lines("oit desk --network --behind-proxy")[0]


def test_the_backup_of_the_guide_has_the_accounts(served: Served, tmp_path: Path) -> None:
    if not shutil.which("tar"):
        pytest.skip("no tar here")
    (line,) = _lines("tar ")
    line = line.replace("/var/backups", str(tmp_path)).replace(
        "/srv/oit/mytown", str(served.folder)
    )
    subprocess.run(line.split(), check=True)
    listed = subprocess.run(
        ["tar", "-tf", tmp_path / "oit-desk.tar.gz"], check=True, capture_output=True, text=True
    )
    assert ".oit/desk/accounts.json" in listed.stdout
