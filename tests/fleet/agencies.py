"""Small agencies for a fleet, and the ways in which their sources are broken."""

import marshal
import os
import subprocess
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

from oit.fleet import isolated
from oit.fleet.folder import FleetFolder
from oit.fleet.list import COLUMNS
from oit.worker import Status
from small_agency import SmallAgency

DAY = "2569-04-01"


class ThisProcess(Executor):
    """Calls tasks at once, with what a process or a machine would get."""

    def __init__(self, crashing: str = "") -> None:
        self.crashing = crashing
        self.examined: list[str] = []

    def submit(self, _: Callable[..., Any], *call: Any, **__: Any) -> Future[Any]:  # type: ignore[override]
        (module, name), argument = call[:2]
        future: Future[Any] = Future()
        if argument["id"] == self.crashing:
            future.set_result((Status.CRASHED.value, "killed"))
            return future
        result = isolated.run(module, name, marshal.loads(marshal.dumps(argument)))  # noqa: S302 - ours
        if result is not None:
            self.examined.append(argument["id"])
        future.set_result((Status.DONE.value, marshal.loads(marshal.dumps(result))))  # noqa: S302
        return future


def a_fleet(folder: Path, sources: Iterable[tuple[str, str]]) -> FleetFolder:
    """Write a list of agencies, given their ids and sources."""
    rows = [f"{name},หน่วยงาน {name},municipality,จ,อ,{source},ปลัด" for name, source in sources]
    folder.mkdir(parents=True, exist_ok=True)
    text = "\n".join([",".join(COLUMNS), *rows])
    (folder / "agencies.csv").write_text(f"{text}\n", encoding="utf-8")
    return FleetFolder(folder)


def git(folder: Path, *arguments: str) -> str:
    """Call git with an author."""
    author = ("-c", "user.name=a", "-c", "user.email=a@example.go.th", "-c", "init.defaultBranch=m")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", "-C", folder, *author, *arguments],
        env=environment,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def commit(folder: Path) -> str:
    """Commit everything in a folder; return the commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=x")
    return git(folder, "rev-parse", "HEAD")


def _no_folder(agency: SmallAgency) -> str:
    return f"nowhere/{agency.folder.name}"


def _no_agency(agency: SmallAgency) -> str:
    (agency.data / "agency.yml").unlink()
    return f"{agency.data}"


def _syntax(agency: SmallAgency) -> str:
    agency.write("data/agency.yml", 'name: "ไม่ปิด\n')
    return f"{agency.data}"


def _deep(agency: SmallAgency) -> str:
    agency.write("data/agency.yml", f"name: {'[' * 10_000}\n")
    return f"{agency.data}"


def _encoding(agency: SmallAgency) -> str:
    (agency.data / "agency.yml").write_bytes("name: เทศบาล\n".encode("cp874"))
    return f"{agency.data}"


def _link(agency: SmallAgency) -> str:
    outside = agency.folder / "outside.yml"
    (agency.data / "agency.yml").rename(outside)
    (agency.data / "agency.yml").symlink_to(outside)
    return f"{agency.data}"


def _no_year(agency: SmallAgency) -> str:
    (agency.data / "2569").rename(agency.data / "ปี2569")
    return f"{agency.data}"


def _checklist(agency: SmallAgency) -> str:
    agency.write("data/checklists/small-2569.yml", "checklist: small\nyear: 2569\n")
    return f"{agency.data}"


def _no_repository(agency: SmallAgency) -> str:
    return f"{agency.folder}/none.git"


def _no_commit(agency: SmallAgency) -> str:
    git(agency.folder, "init", "--quiet", "--bare", "empty.git")
    return f"{agency.folder}/empty.git"


def _no_data(agency: SmallAgency) -> str:
    inner = agency.folder / "inner"
    inner.mkdir()
    (inner / "README").write_text("x", encoding="utf-8")
    commit(inner)
    return f"{inner}/.git"


def _private(agency: SmallAgency) -> str:
    return f"http://127.0.0.1:9/{agency.folder.name}/"


BROKEN: dict[str, Callable[[SmallAgency], str]] = {
    "no-folder": _no_folder,
    "OIT400": _no_agency,
    "OIT102": _syntax,
    "OIT106": _deep,
    "OIT101": _encoding,
    "OIT107": _link,
    "OIT400 again": _no_year,
    "OIT207": _checklist,
    "not-found": _no_repository,
    "no-commit": _no_commit,
    "no-data": _no_data,
    "site-private": _private,
}
"""Each breaks an agency and returns its source; the first word is the code of its failure."""
