"""How ``oit desk`` serves, once its packages are known to be there."""

import socket
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import crash
from oit.cli.output import ExitStatus, Output
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.desk.accounts.accounts import Accounts, BrokenAccountsError
from oit.desk.app import make_app
from oit.desk.desk import Desk
from oit.desk.server import alone, network, running
from oit.desk.server.certificate import Certificate, fault_of
from oit.desk.server.listen import PORT, listen
from oit.desk.server.network import Network
from oit.desk.server.running import RunningError, Where
from oit.desk.server.serve import serve as serve_app

_NO_ACCOUNT = Bilingual(
    "ยังไม่มีบัญชี ให้เพิ่มก่อน เช่น oit desk account add ชื่อ --role editor",
    "there is no account; add one first, such as: oit desk account add NAME --role editor",
)
_NO_TLS = Bilingual(
    "รหัสผ่านต้องเข้ารหัสเมื่อผ่านเครือข่าย ให้ระบุ --certificate กับ --key หรือ --behind-proxy"
    " ถ้ายอมให้ผู้อื่นในเครือข่ายอ่านรหัสผ่านและข้อมูลได้ ให้ระบุ --plain-http",
    "passwords must be encrypted on the network: give --certificate and --key, or --behind-proxy;"
    " if others on the network may read passwords and data, give --plain-http",
)
_PAIR = Bilingual("ต้องระบุ --certificate กับ --key คู่กัน", "--certificate and --key are given together")
_EITHER = Bilingual(
    "ใช้ --certificate กับ --behind-proxy พร้อมกันไม่ได้: ใบรับรองอยู่ที่พร็อกซี",
    "--certificate and --behind-proxy exclude each other: the proxy has the certificate",
)
_NETWORK_ONLY = Bilingual(
    "--host, --certificate, --key, --behind-proxy, --proxy และ --plain-http ใช้กับ --network เท่านั้น",
    "--host, --certificate, --key, --behind-proxy, --proxy and --plain-http go with --network",
)
_PLAIN = Bilingual(
    "ไม่เข้ารหัส (--plain-http): ผู้อื่นในเครือข่ายอ่านรหัสผ่านและข้อมูลได้",
    "not encrypted (--plain-http): others on the network can read passwords and data",
)


@dataclass(frozen=True)
class Call:
    """What the command was called with."""

    port: int | None = None
    no_browser: bool = False
    network: bool = False
    hosts: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None
    behind_proxy: str = ""
    proxies: tuple[str, ...] = ()
    plain_http: bool = False
    publish_to: Path | None = None


def serve(output: Output, data: Path, today: date | None, call: Call) -> ExitStatus:
    """Serve the desk of a folder, or show the one that is running."""
    folder = DataFolder(data)
    if not data.is_dir():
        return output.refuse(*read_agency(folder)[1])
    desk = Desk(folder, today, publish_to=call.publish_to)
    if fault := _fault(desk, call):
        return output.refuse(fault)
    try:
        with running.alone_in(desk.state):
            return (_serve_network if call.network else _serve_alone)(output, desk, call)
    except RunningError as error:
        return _show(output, desk, error.where, call)


def _serve_alone(output: Output, desk: Desk, call: Call) -> ExitStatus:
    listening = listen(alone.HOST, call.port)
    if listening is None:
        return output.refuse(_no_port(call.port))
    port = _port(listening)
    where = Where(f"http://{alone.HOST}:{port}/")
    running.tell(desk.state, where)
    _open(output, desk, where, call)
    serve_app(make_app(desk, alone.guards(desk, port), crash.write), listening)
    return ExitStatus.OK


def _serve_network(output: Output, desk: Desk, call: Call) -> ExitStatus:
    reached = _network(call)
    listening = listen(reached.address_to_listen_on, PORT if call.port is None else call.port)
    if listening is None:
        return output.refuse(_no_port(PORT if call.port is None else call.port))
    port = _port(listening)
    where = Where(reached.opened_as(port), is_network=True)
    running.tell(desk.state, where)
    if call.plain_http:
        output.note(_PLAIN)
    output.tell(
        Bilingual(
            f"เจ้าหน้าที่เปิด {where.address} (หยุดด้วย Ctrl+C)",
            f"officers open {where.address} (stop with Ctrl+C)",
        )
    )
    app = make_app(desk, network.guards(desk, reached, port), crash.write)
    serve_app(app, listening, reached.certificate)
    return ExitStatus.OK


def _show(output: Output, desk: Desk, where: Where, call: Call) -> ExitStatus:
    """Open the desk that is running already."""
    if where.is_network or not where.address or call.network:
        known = where.address or "…"
        output.tell(
            Bilingual(f"โต๊ะทำงานเปิดอยู่แล้วที่ {known}", f"the desk is running already: {known}")
        )
    else:
        output.tell(Bilingual("โต๊ะทำงานเปิดอยู่แล้ว", "the desk is running already"))
        _open(output, desk, where, call)
    return ExitStatus.OK


def _open(output: Output, desk: Desk, where: Where, call: Call) -> None:
    address = alone.with_key(desk, where.address)
    if call.no_browser or not alone.can_open():
        line = Bilingual(
            f"เปิดโต๊ะทำงานที่ {address} (ที่อยู่นี้เปิดได้ครั้งเดียว ถ้าจะเปิดอีกให้สั่ง oit desk อีกครั้ง)",
            f"open {address} (this address opens once; run `oit desk` again for another)",
        )
    else:
        alone.open_browser(address)
        line = Bilingual(
            f"เปิดโต๊ะทำงานที่ {where.address} ในเบราว์เซอร์แล้ว (หยุดด้วย Ctrl+C"
            " ถ้าไม่เห็น ให้สั่งอีกครั้งด้วย --no-browser)",
            f"opened {where.address} in the browser (stop with Ctrl+C; if nothing opened,"
            " run it again with --no-browser)",
        )
    output.tell(line)


def _fault(desk: Desk, call: Call) -> Bilingual | None:
    return _fault_of_call(call) or (_fault_of_network(desk, call) if call.network else None)


def _fault_of_call(call: Call) -> Bilingual | None:
    given = (call.hosts, call.certificate, call.key, call.behind_proxy, call.proxies)
    is_encrypted = call.certificate or call.behind_proxy
    faults = {
        _NETWORK_ONLY: not call.network and (any(given) or call.plain_http),
        _PAIR: (call.certificate is None) != (call.key is None),
        _EITHER: call.certificate and call.behind_proxy,
        _NO_TLS: call.network and not (is_encrypted or call.plain_http),
    }
    odd = next((proxy for proxy in call.proxies if not network.is_address(proxy)), "")
    no_address = Bilingual(
        f"--proxy ต้องเป็นที่อยู่ IP ไม่ใช่ {odd}", f"--proxy takes an IP address, not {odd}"
    )
    found = next((fault for fault, is_so in faults.items() if is_so), None)
    return found or (no_address if odd else None)


def _fault_of_network(desk: Desk, call: Call) -> Bilingual | None:
    try:
        if not Accounts(desk.state).all():
            return _NO_ACCOUNT
    except BrokenAccountsError as error:
        return error.why
    certificate = _network(call).certificate
    return fault_of(certificate) if certificate else None


def _network(call: Call) -> Network:
    certificate = Certificate(call.certificate, call.key) if call.certificate and call.key else None
    return Network(
        call.hosts,
        certificate,
        call.behind_proxy,
        call.proxies or Network.proxies,
        plain_http=call.plain_http,
    )


def _no_port(port: int | None) -> Bilingual:
    if port is None:
        return Bilingual(
            f"ไม่มีพอร์ตว่างตั้งแต่ {PORT} ให้ระบุด้วย --port",
            f"no port from {PORT} on is free; name one with --port",
        )
    return Bilingual(
        f"ใช้พอร์ต {port} ไม่ได้ อาจมีโปรแกรมอื่นใช้อยู่ หรือที่อยู่นั้นไม่ใช่ของเครื่องนี้ ให้ระบุพอร์ตอื่น เช่น --port 8123",
        f"port {port} cannot be used, perhaps another program has it or the address is not of this"
        " machine; name another one, such as --port 8123",
    )


def _port(listening: socket.socket) -> int:
    port: int = listening.getsockname()[1]
    return port
