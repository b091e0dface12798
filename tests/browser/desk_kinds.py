"""Two desks, and the address of one page of each kind that they have.

The first is the sample's, with something in each of its corners: drafts, a value that cannot be
saved, two versions, a spreadsheet that waits, saves, and a history. The second is a new agency's.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import uvicorn
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from commands import ROOT
from desk.sheets.office import purchase, summary
from oit.data.folder import DataFolder
from oit.desk.app import make_app
from oit.desk.desk import Desk
from oit.desk.guard.alone import Alone
from oit.desk.guard.sign_in import SignIn
from oit.desk.officer import ALONE, Officer, Role
from oit.desk.saving.draft import Draft, keep, open_draft
from oit.desk.saving.save import save
from oit.source.edit import put_notes

TODAY = date(2026, 3, 1)
ITEMS = "o1 o2 o3 o7 o11 o12 o13 o16 o24 agency ita".split()
_UNSURE = "files/2569/o07-annual-report.pdf"
_SOMCHAI = Officer("สมชาย", Role.EDITOR)
_MUNICIPALITY = (
    "name: เทศบาลตำบลเริ่มต้น\nkind: municipality\nprovince: อุบลราชธานี\n"
    "calendar:\n  - {year: 2569, opens: 2569-04-01, closes: 2569-04-30}\n"
)


@contextmanager
def serve_desks(folder: Path) -> Iterator[dict[str, str]]:
    """Serve both desks while the block runs; yields the addresses of their pages, by name."""
    with ExitStack() as stack:
        sample = sample_desk(folder / "sample")
        pages = _pages(sample)
        address = stack.enter_context(_served(sample))
        found = {name: address + path for name, path in pages.items()}
        begun = new_desk(folder / "new")
        new = stack.enter_context(_served(begun))
        door = stack.enter_context(_served(begun, Middleware(SignIn, desk=begun, is_secure=False)))
        alone = Middleware(Alone, state=begun.state, port=0)
        found |= {
            "new": f"{new}/",
            "new-o2": f"{new}/2569/o2/",
            "new-o11": f"{new}/2569/o11/",
            "sign-in": f"{door}/sign-in/",
            "locked": f"{stack.enter_context(_served(begun, alone))}/",
        }
        yield found


def sample_desk(root: Path) -> Desk:
    """Copy the sample, and let two officers work in it."""
    shutil.copytree(ROOT / "data", root / "data")
    shutil.copytree(ROOT / "docs", root / "docs")
    _propose(root / "data/2569")
    git = ["git", "-c", "user.name=สมศรี", "-c", "user.email=somsri@example.go.th"]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message=เริ่ม"]):
        subprocess.run([*git, *command], cwd=root, check=True)
    desk = Desk(DataFolder(root / "data", root), TODAY)
    _save(desk, "o3", lambda tree: tree.update(phone="0 4599 9999"), _SOMCHAI)
    # One field that is saved, one that two officers have changed, and one that cannot be saved.
    theirs = _typed(desk, "o1", lambda tree: tree.update(owner="กองคลัง"))
    mine = _typed(desk, "o1", lambda tree: tree.update(owner="กองช่าง", updated="เมื่อวาน"))
    save(desk, _SOMCHAI, _file(desk, "o1"), theirs)
    keep(desk, ALONE, _file(desk, "o1"), mine)
    save(desk, ALONE, _file(desk, "o1"), mine)
    keep(desk, ALONE, _file(desk, "o7"), _typed(desk, "o7", _half_done))
    return desk


def _propose(year: Path) -> None:
    """Let `oit adopt` have found pages and a document that it is not sure of."""
    file, name = year / "o13.yml", _UNSURE
    text = put_notes(
        file.read_text(encoding="utf-8"),
        ("documents",),
        0,
        ["# shows: {year: 2, recruitment: 2}", "## ไม่พบคำว่า งบประมาณ ในเอกสารนี้"],
    )
    file.write_text(
        f"{text}\n#   ## เป็นของปี 2567\n#   - title: แผนเดิม\n#     file: {name}\n", encoding="utf-8"
    )
    (year / "adopted.yml").write_text(
        f"documents:\n  - {{item: O13, address: https://www.example.go.th/o13.pdf, file: {name},\n"
        "     sha256: a, day: 2569-01-15}\n",
        encoding="utf-8",
    )


def new_desk(root: Path) -> Desk:
    """Found a municipality that has no data."""
    (root / "data" / "2569").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "data" / "agency.yml").write_text(_MUNICIPALITY, encoding="utf-8")
    return Desk(DataFolder(root / "data", root), TODAY)


def _pages(desk: Desk) -> dict[str, str]:
    """Return the address of a page of each kind, from the root of the sample's desk."""
    with TestClient(make_app(desk)) as client:
        months = summary("สรุปผลการจัดซื้อจัดจ้าง เดือนตุลาคม 2568", purchase(1), purchase(2, price="?"))
        plan = client.post(
            "/2569/o11/table/", data={"do": "receive"}, files=[("u/table", ("oct.csv", months))]
        ).url.raw_path.decode()
    return {
        "start": "/",
        "start-filtered": "/?year=2569&way=lacking&sort=next",
        "start-2568": "/?year=2568",
        **{item: f"/2569/{item}/" for item in ITEMS},
        "beside": "/2569/o3/?preview=1",
        "part": "/2569/o9/part/services/0/",
        "paste": "/2569/o2/paste/people/",
        "documents": "/2569/o7/documents/",
        "document": "/2569/o7/documents/1/",
        "document-page": "/2569/o7/documents/1/pages/1/",
        "proposals": "/2569/o13/proposals/",
        "proposals-unsure": f"/2569/o13/proposals/?file={_UNSURE}&page=0",
        "proposals-done": "/2569/o3/proposals/",
        "door": "/2569/o11/table/",
        "plan": plan,
        "rows": "/2569/o11/table/rows/",
        "row": "/2569/o11/table/rows/2/",
        "new-row": "/2569/o11/table/rows/new/",
        "conflict": "/2569/o1/conflict/",
        "saves": "/2569/o3/saves/",
        "discard": "/2569/o7/discard/",
        "history": "/2569/o3/history/",
        "publish": "/publish/",
        "problem": "/2569/o99/",
    }


def _half_done(tree: dict[str, Any]) -> None:
    tree["projects"][0] |= {"spent": "หนึ่งพันกว่า", "name": ""}
    tree["projects"].append({"name": "โครงการที่เพิ่งเริ่มพิมพ์"})


def _save(desk: Desk, item: str, change: Callable[[dict[str, Any]], None], who: Officer) -> None:
    save(desk, who, _file(desk, item), _typed(desk, item, change))


def _typed(desk: Desk, item: str, change: Callable[[dict[str, Any]], None]) -> Draft:
    draft = open_draft(desk, ALONE, _file(desk, item))
    tree: Any = _copied(draft.mine)
    change(tree)
    return Draft(draft.base, tree, draft.version)


def _copied(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {name: _copied(value) for name, value in tree.items()}
    return [_copied(value) for value in tree] if isinstance(tree, list) else tree


def _file(desk: Desk, item: str) -> Any:
    return desk.file(2569, item)


@contextmanager
def _served(desk: Desk, *guards: Middleware) -> Iterator[str]:
    """Serve a desk, unless there are guards to everybody."""
    app = make_app(desk, guards)
    config = uvicorn.Config(app, port=0, log_level="critical", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
