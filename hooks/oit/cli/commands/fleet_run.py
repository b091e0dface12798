"""The command ``oit fleet run``: examine every agency whose data changed."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from oit import clock
from oit.bilingual import Bilingual
from oit.cli import extra, fleets, options
from oit.cli.command import command, option
from oit.cli.output import ExitStatus, Output
from oit.findings.codes.unknown_field import did_you_mean
from oit.fleet.engine import ClusterError, Engine
from oit.fleet.folder import FleetFolder
from oit.fleet.isolated import MOST
from oit.fleet.list import FAILED, ListedAgency, read_list
from oit.fleet.pool import pool
from oit.fleet.record import Record
from oit.fleet.run import BusyError, Summary, Wanted, only_run
from oit.fleet.run import build as build_sites
from oit.fleet.run import run as run_fleet
from oit.thai.dates import day_in_both

_MOST_LISTED = 50
_KNOWN = Bilingual("รหัสที่มี", "known ids")
_STOPPED = Bilingual(
    "หยุดแล้ว ผลของหน่วยงานที่ตรวจเสร็จเก็บไว้ครบ สั่ง oit fleet run อีกครั้งเพื่อทำต่อ",
    "stopped; finished agencies are kept, and oit fleet run goes on with the others",
)
_NO_WORKERS = Bilingual(f"--workers ต้องเป็น 1 ถึง {MOST}", f"--workers must be 1 to {MOST}")
_NOT_HERE = Bilingual(
    "--workers ใช้กับเครื่องนี้เท่านั้น คลัสเตอร์ที่ที่อยู่อื่นใช้เครื่องทำงาน (dask worker) ของตัวเอง",
    "--workers is for this machine; a cluster at an address has its own workers (dask worker)",
)
_LOCAL = "local"
"""What ``--scheduler`` calls a cluster of this machine."""
_NONE_NAMED = Bilingual(
    "--only ไม่ได้ระบุหน่วยงานใด ถ้าจะตรวจทุกแห่งให้สั่งโดยไม่มี --only",
    "--only names no agency; to examine all of them, leave it out",
)
_AGAIN = Bilingual(
    "แก้แล้วลองเฉพาะแห่งเหล่านี้ด้วย oit fleet run --only FAILED",
    "after fixing, try only these with oit fleet run --only FAILED",
)


@command(
    "run",
    Bilingual(
        "ตรวจหน่วยงานในรายชื่อที่ข้อมูลเปลี่ยนจากครั้งก่อน แล้วเก็บผลแห่งละหนึ่งไฟล์ หยุดแล้วสั่งใหม่ทำต่อได้",
        "Examine the listed agencies whose data changed, and keep a record of each; a run that was"
        " stopped goes on when it is started again.",
    ),
    example="oit fleet run --only FAILED",
    statuses={
        ExitStatus.OK: Bilingual("อ่านได้ทุกแห่ง", "every agency was read"),
        ExitStatus.INCOMPLETE: Bilingual("บางแห่งอ่านไม่ได้", "some agencies were not read"),
        ExitStatus.UNUSABLE: Bilingual("รายชื่อหรือคำสั่งใช้ไม่ได้", "the list or the call is unusable"),
    },
)
@fleets.fleet
@options.today
@options.verbose
@options.year
@option(
    "--only",
    multiple=True,
    metavar="FAILED|ID…",
    about=Bilingual(
        "เฉพาะที่อ่านไม่ได้ (FAILED) หรือรหัสเหล่านี้ คั่นด้วยจุลภาค และตรวจใหม่แม้ไม่เปลี่ยน",
        "only those that could not be read (FAILED), or these ids, separated by commas; they are"
        " examined even if nothing changed",
    ),
)
@option(
    "--workers",
    type=options.Number(),
    metavar="N",
    about=Bilingual(
        "ตรวจพร้อมกันกี่แห่ง (เท่าจำนวนหน่วยประมวลผล)", "how many at once (as many as processors)"
    ),
)
@option(
    "--scheduler",
    metavar="local|ADDRESS",
    about=Bilingual(
        "ใช้ Dask: คลัสเตอร์ในเครื่องนี้ (local) หรือที่ที่อยู่นี้ เช่น tcp://10.0.0.5:8786",
        "use Dask: a cluster of this machine (local), or the one at this address, such as"
        " tcp://10.0.0.5:8786",
    ),
)
@option(
    "--build",
    is_flag=True,
    about=Bilingual(
        "สร้างเว็บไซต์ของแต่ละแห่งที่เปลี่ยนใน sites/ ด้วย",
        "also build the sites of those that changed, in sites/",
    ),
)
def run(
    output: Output,
    *,
    fleet: Path,
    today: date | None,
    year: int | None,
    only: tuple[str, ...],
    workers: int | None,
    scheduler: str | None,
    build: bool,
) -> ExitStatus:
    """Examine the agencies of a fleet."""
    folder = FleetFolder(fleet)
    listed = read_list(folder.list)
    names = [name.strip() for text in only for name in text.split(",") if name.strip()]
    if only and not names:
        return output.refuse(_NONE_NAMED)
    faults = fleets.unusable(folder, listed)
    if faults := faults or [*_faults(listed.agencies, names, workers, scheduler)]:
        return output.refuse(*faults)
    if scheduler and (missing := extra.missing_fleet(fleet)):
        return output.refuse(missing)
    wanted = Wanted(today or clock.today(), year, frozenset(names))
    try:
        with only_run(folder), _engine(workers, scheduler) as engine:
            status = _run(output, folder, listed.agencies, wanted, engine)
            if build:
                status = max(status, _build(output, folder, listed.agencies, wanted, engine))
            return status
    except BusyError:
        return output.refuse(fleets.BUSY)
    except ClusterError as error:
        return output.refuse(error.reason)


def _engine(workers: int | None, scheduler: str | None) -> AbstractContextManager[Engine]:
    """Return the pool of this machine, or a cluster."""
    if scheduler is None:
        return pool(workers)
    # It needs what may not be installed.
    from oit.fleet.cluster import cluster  # noqa: PLC0415

    return cluster(None if scheduler == _LOCAL else scheduler, workers)


def _scheduler_faults(scheduler: str, workers: int | None) -> Iterator[Bilingual]:
    if scheduler == _LOCAL:
        return
    if not _is_address(scheduler):
        yield Bilingual(
            f"--scheduler ต้องเป็น local หรือที่อยู่แบบ tcp://เครื่อง:พอร์ต หรือ tls://เครื่อง:พอร์ต"
            f" เช่น tcp://10.0.0.5:8786 ไม่ใช่ {scheduler}",
            "--scheduler must be local, or an address tcp://host:port or tls://host:port, such as"
            f" tcp://10.0.0.5:8786, not {scheduler}",
        )
    elif workers is not None:
        yield _NOT_HERE


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        address = f"{parts.scheme}://{parts.netloc}"
        is_named = bool(parts.hostname and parts.port)
    except ValueError:
        return False
    is_plain = text.removesuffix("/") == address and "@" not in address
    return parts.scheme in {"tcp", "tls"} and is_named and is_plain


def _faults(
    agencies: Sequence[ListedAgency],
    names: Sequence[str],
    workers: int | None,
    scheduler: str | None,
) -> Iterator[Bilingual]:
    if workers is not None and not 1 <= workers <= MOST:
        yield _NO_WORKERS
    if scheduler is not None:
        yield from _scheduler_faults(scheduler, workers)
    known = [FAILED, *(agency.id for agency in agencies)]
    for name in dict.fromkeys(names):
        if name not in known:
            near = did_you_mean(name, known, _KNOWN)
            yield Bilingual(
                f"--only: ไม่มีหน่วยงานรหัส {name}{near.th}",
                f"--only: there is no agency {name}{near.en}",
            )


def _run(
    output: Output,
    folder: FleetFolder,
    agencies: Sequence[ListedAgency],
    wanted: Wanted,
    engine: Engine,
) -> ExitStatus:
    label = Bilingual("ตรวจหน่วยงาน", "examining")
    try:
        with output.progress(label, len(agencies), at_once=1) as step:
            summary = run_fleet(folder, agencies, wanted, engine, step)
    except KeyboardInterrupt:
        output.note(_STOPPED)
        raise
    except ClusterError as error:
        output.refuse(error.reason)
        return ExitStatus.INCOMPLETE
    output.tell(*_lines(summary))
    return ExitStatus.INCOMPLETE if summary.failed else ExitStatus.OK


def _build(
    output: Output,
    folder: FleetFolder,
    agencies: Sequence[ListedAgency],
    wanted: Wanted,
    engine: Engine,
) -> ExitStatus:
    with output.progress(Bilingual("สร้างเว็บไซต์", "building"), len(agencies), at_once=1) as step:
        built = build_sites(folder, agencies, wanted, engine, step)
    count, sites = built.sites, folder.sites
    output.tell(
        Bilingual(f"สร้างเว็บไซต์ {count:,} แห่งใน {sites}", f"{count:,} sites were built in {sites}")
    )
    for agency, why in built.failed:
        output.tell(
            Bilingual(
                f"  {agency.id} {agency.name}: สร้างเว็บไซต์ไม่ได้: {why}",
                f"  {agency.id} {agency.name}: its site was not built: {why}",
            )
        )
    return ExitStatus.INCOMPLETE if built.failed else ExitStatus.OK


def _lines(summary: Summary) -> Iterator[Bilingual]:
    yield Bilingual(
        f"อ่านได้ {summary.read:,} จาก {summary.chosen:,} แห่ง",
        f"{summary.read:,} of {summary.chosen:,} agencies were read",
    )
    if summary.unchanged == summary.chosen:
        yield Bilingual(
            "ไม่มีอะไรเปลี่ยนจากครั้งก่อน จึงไม่ได้ตรวจใหม่",
            "nothing changed since the last run, so none was examined again",
        )
    elif summary.unchanged:
        yield Bilingual(
            f"ไม่ได้ตรวจใหม่ {summary.unchanged:,} แห่ง เพราะไม่เปลี่ยนจากครั้งก่อน",
            f"{summary.unchanged:,} did not change since the last run and were not examined again",
        )
    if not summary.failed:
        return
    count = len(summary.failed)
    yield Bilingual(f"อ่านไม่ได้ {count:,} แห่ง:", f"{count:,} could not be read:")
    for agency, record in summary.failed[:_MOST_LISTED]:
        yield from _failure(agency, record)
    if rest := summary.failed[_MOST_LISTED:]:
        yield Bilingual(
            f"  และอีก {len(rest):,} แห่ง (ดูทั้งหมดด้วย oit fleet tables)",
            f"  and {len(rest):,} more (oit fleet tables lists all)",
        )
    yield _AGAIN


def _failure(agency: ListedAgency, record: Record) -> Iterator[Bilingual]:
    why, good = record["failure"], record["good"]
    since = day_in_both(date.fromisoformat(why["since"]))
    last_th, last_en = " ยังไม่เคยอ่านได้", "; never read so far"
    if good:
        day = day_in_both(date.fromisoformat(good["day"]))
        last_th, last_en = f" อ่านได้ล่าสุด {day.th}", f"; last read on {day.en}"
    tries_th = f"ตั้งแต่ {since.th} ลองแล้ว {why['tries']} ครั้ง"
    tries_en = f"since {since.en}, tries: {why['tries']}"
    yield Bilingual(
        f"  {agency.id} {agency.name}: {why['th']} ({tries_th}{last_th})",
        f"  {agency.id} {agency.name}: {why['en']} ({tries_en}{last_en})",
    )
    yield Bilingual(f"    → {why['mend_th']}", f"    → {why['mend_en']}")
