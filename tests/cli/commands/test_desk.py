"""The command ``oit desk``, but for its server (``tests/desk/server``)."""

import io
import json
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from desk.certificates import make_certificate
from oit.cli import extra
from oit.cli.commands import desk_serve
from oit.cli.main import main
from oit.desk.accounts import passwords
from oit.desk.server import alone, running
from oit.desk.server.running import Where
from small_agency import SmallAgency

PASSWORD = "ข้าวเหนียวมะม่วง สามจาน"  # noqa: S105 - of nobody
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))
    agency = SmallAgency.make(tmp_path / "agency")
    return agency.folder


class Typed(io.StringIO):
    """Standard input."""

    is_terminal = False

    def isatty(self) -> bool:
        return self.is_terminal


@pytest.fixture
def call(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command, with a line of standard input."""
    monkeypatch.chdir(folder)

    def run(*words: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", Typed(f"{typed}\n"))
        status = main(["desk", *words])
        return status, *capsys.readouterr()

    return run


def test_accounts_are_added_listed_and_removed(call: Call, folder: Path) -> None:
    assert call("account", "list")[2] == "ยังไม่มีบัญชี\n"
    status, said, noted = call(
        "account", "add", "สมศรี", "--owner", "สำนักปลัด", "--owner", "กองคลัง", typed=PASSWORD
    )
    assert (status, said, noted) == (0, "เพิ่มบัญชี สมศรี แล้ว (เจ้าหน้าที่เจ้าของข้อ)\n", "")
    assert call("account", "add", "วิชัย", "--role", "editor", typed=PASSWORD)[0] == 0
    listed = call("account", "list", "--lang", "en")[1].splitlines()
    assert listed == ["วิชัย: editor", "สมศรี: officer (สำนักปลัด, กองคลัง)"]
    kept = json.loads((folder / ".oit/desk/accounts.json").read_bytes())
    assert kept["วิชัย"]["password"].startswith("$argon2id$")
    assert call("account", "remove", "วิชัย")[0] == 0
    assert call("account", "remove", "วิชัย")[0] == 2
    assert 'หมายถึง "สมศรี"' in call("account", "password", "สมศร", typed=PASSWORD)[2]


def test_owners_that_no_item_has_are_remarked_on(call: Call) -> None:
    status, _, noted = call("account", "add", "ก", "--owner", "กองช่าง", typed=PASSWORD)
    assert status == 0
    assert "ยังไม่มีข้อใดของ กองช่าง" in noted
    assert "กองคลัง" in noted


@pytest.mark.parametrize(
    ("words", "typed", "why"),
    [
        (["ก"], PASSWORD, "--owner"),
        (["ก", "--role", "editor", "--owner", "กองคลัง"], PASSWORD, "officer เท่านั้น"),
        (["ก", "--role", "king"], PASSWORD, "king"),
        (["ก", "--role", "editor"], "short", "สั้นไป"),
        (["ก", "--role", "editor"], "passwordpassword", "เดาง่าย"),
        ([" ", "--role", "editor"], PASSWORD, "ช่องว่าง"),
    ],
)
def test_an_account_that_makes_no_sense_is_not_added(
    call: Call, folder: Path, words: list[str], typed: str, why: str
) -> None:
    status, _, refused = call("account", "add", *words, typed=typed)
    assert status == 2
    assert why in refused
    assert not (folder / ".oit/desk/accounts.json").exists()


def test_an_account_is_not_added_twice(call: Call) -> None:
    call("account", "add", "Kamon", "--role", "reader", typed=PASSWORD)
    assert call("account", "add", "KAMON", "--role", "editor", typed=PASSWORD)[0] == 2


def test_a_new_password_keeps_the_account(call: Call, folder: Path) -> None:
    call("account", "add", "ก", "--owner", "กองคลัง", typed=PASSWORD)
    before = json.loads((folder / ".oit/desk/accounts.json").read_bytes())["ก"]
    assert call("account", "password", "ก", typed="รหัสผ่านใหม่ ยาวพอ")[0] == 0
    after = json.loads((folder / ".oit/desk/accounts.json").read_bytes())["ก"]
    assert {**after, "password": ""} == {**before, "password": ""}
    assert passwords.matches("รหัสผ่านใหม่ ยาวพอ", after["password"])


@pytest.mark.parametrize(
    ("answers", "status"), [([PASSWORD, PASSWORD], 0), ([PASSWORD, "another one"], 2), ([], 2)]
)
def test_at_a_terminal_the_password_is_asked_for_twice(
    call: Call, monkeypatch: pytest.MonkeyPatch, answers: list[str], status: int
) -> None:
    def getpass(_: str) -> str:
        if not answers:
            raise EOFError
        return answers.pop(0)

    monkeypatch.setattr(Typed, "is_terminal", True)
    monkeypatch.setattr("oit.cli.passwords.getpass", getpass)
    assert call("account", "add", "ก", "--role", "editor")[0] == status


def test_a_broken_file_of_accounts_is_told(call: Call, folder: Path) -> None:
    (folder / ".oit/desk").mkdir(parents=True)
    (folder / ".oit/desk/accounts.json").write_text("{", encoding="utf-8")
    for words in (["list"], ["remove", "ก"], ["password", "ก"], ["add", "ก", "--role", "editor"]):
        status, _, refused = call("account", *words, typed=PASSWORD)
        assert status == 2
        assert "อ่านไฟล์บัญชี" in refused
    assert call("--network", "--plain-http")[0] == 2


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--network"], "--plain-http"),
        (["--network", "--plain-http"], "ยังไม่มีบัญชี"),
        (["--network", "--behind-proxy", "a.b"], "ยังไม่มีบัญชี"),
        (["--network", "--certificate", "a"], "คู่กัน"),
        (["--network", "--key", "a"], "คู่กัน"),
        (["--network", "--certificate", "a", "--key", "b", "--behind-proxy", "c"], "พร็อกซี"),
        (["--network", "--behind-proxy", "a.b", "--proxy", "c.d"], "c.d"),
        (["--host", "0.0.0.0"], "--network"),  # noqa: S104 - refused
        (["--plain-http"], "--network"),
        (["--data", "nowhere"], "nowhere"),
        (["--port", "x"], "x"),
        (["--port", "99999"], "99999"),
    ],
)
def test_what_would_not_be_safe_or_cannot_be_is_refused(
    call: Call, words: list[str], why: str
) -> None:
    status, _, refused = call(*words)
    assert status == 2
    assert why in refused


def test_a_certificate_is_looked_at_before_the_start(call: Call, folder: Path) -> None:
    call("account", "add", "ก", "--role", "editor", typed=PASSWORD)
    make_certificate(folder)
    (folder / "desk.key").write_text("no key", encoding="utf-8")
    given = ["--network", "--certificate", "desk.crt", "--key", "desk.key"]
    assert "PEM" in call(*given)[2]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What would have been served."""
    found: list[object] = []

    def serve(_: object, listening: socket.socket, certificate: object = None) -> None:
        listening.close()
        found.append(certificate)

    monkeypatch.setattr(desk_serve, "serve_app", serve)
    return found


def test_a_browser_is_opened_with_a_key(
    call: Call, served: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr(alone, "Thread", _AtOnce)
    monkeypatch.setenv("DISPLAY", ":0")
    status, said, _ = call()
    assert status == 0
    assert len(served) == 1
    assert "?key=" in opened[0]
    assert "?key=" not in said
    assert "?key=" in call("--no-browser")[1]
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert "?key=" in call()[1], "without a screen the address is printed"
    assert len(opened) == 1


class _AtOnce:
    def __init__(self, target: Callable[..., object], args: tuple[str], daemon: bool) -> None:
        self.call = (target, args, daemon)

    def start(self) -> None:
        self.call[0](*self.call[1])


def test_the_office_is_told_where_the_desk_is(call: Call, served: list[object]) -> None:
    call("account", "add", "ก", "--role", "editor", typed=PASSWORD)
    status, said, noted = call("--network", "--plain-http", "--host", "desk.local", "--port", "0")
    assert status == 0
    assert "http://desk.local:" in said
    assert "อ่านรหัสผ่านและข้อมูลได้" in noted
    said = call("--network", "--behind-proxy", "desk.a.go.th", "--port", "0")[1]
    assert "https://desk.a.go.th/" in said
    assert served == [None, None]


def test_a_desk_of_the_network_that_runs_already_is_named(call: Call, folder: Path) -> None:
    state = folder / ".oit/desk"
    with running.alone_in(state):
        running.tell(state, Where("https://desk.a.go.th/", is_network=True))
        status, said, _ = call()
    assert (status, said) == (0, "โต๊ะทำงานเปิดอยู่แล้วที่ https://desk.a.go.th/\n")


def test_without_its_packages_one_command_is_named(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extra, "find_spec", lambda name: None if name == "uvicorn" else name)
    for words in ([], ["account", "list"]):
        status, _, refused = call(*words)
        assert status == 2
        assert "โต๊ะทำงานยังไม่ได้ติดตั้ง" in refused
        assert "install" in refused
    assert call("--help")[0] == 0
