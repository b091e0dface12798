"""Publication: a commit in the officer's name, then the way that the agency chose, then a check."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from oit.assess.assessment import Assessment, ItemStatus, errors_in
from oit.assess.examine import examine_all
from oit.atomic import folder_beside, replace_folder
from oit.bilingual import Bilingual
from oit.data.load import read_agency
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.publishing.changed import ChangedFile, changed_files, message_of
from oit.desk.publishing.job import Job, Progress, StoppedError, Work
from oit.desk.publishing.repository import (
    Author,
    Repository,
    Upstream,
    explained,
    is_behind,
    repository_of,
)
from oit.desk.saving.audit import record
from oit.findings.finding import Finding
from oit.publish.build import BuildCrashError, build_site, may_replace
from oit.publish.pack import odd_name, write_pack
from oit.publish.site import UnusableDataError, prepare
from oit.publish.verify.report import as_text
from oit.publish.verify.served import UnreachableError
from oit.publish.verify.verify import Verified, verify_site

_FOLDER = "publish"
_MOST = 20
"""How many lines of messages are shown."""
PUBLISH, VERIFY = "publish", "verify"
"""The kinds of jobs."""


class Way(StrEnum):
    """How the agency publishes."""

    PUSH = "push"
    ZIP = "zip"
    FOLDER = "folder"


WAY_WORDS = {
    Way.PUSH: Bilingual("ส่งเข้าที่เก็บ git ซึ่งเผยแพร่ต่อเอง", "push to the git repository"),
    Way.ZIP: Bilingual("สร้างไฟล์ ZIP ให้ดาวน์โหลดไปขึ้นโฮสต์", "make a ZIP to upload"),
    Way.FOLDER: Bilingual("เขียนลงโฟลเดอร์ของเครื่องบริการ", "write into the server's folder"),
}


@dataclass(frozen=True)
class Plan:
    """What would be published, and how."""

    way: Way
    obstacle: str
    """Why it cannot be published this way; empty if it can."""
    files: tuple[ChangedFile, ...]
    """What differs from the last commit."""
    unsent: int
    """How many commits were not sent yet."""
    no_history: Bilingual | None
    """Why there are no commits."""
    errors: tuple[Finding, ...]
    """What stops the publication."""
    incomplete: int
    """How many items of the current year lack something, which stops nothing."""
    site_url: str


def job_of(desk: Desk) -> Job:
    """Return the place of publication jobs.

    Raises:
        OSError: the folder of the desk cannot be made.
    """
    return Job(desk.state_folder(_FOLDER))


def zip_of(desk: Desk) -> Path:
    """Return the ZIP that was made last, if any."""
    return desk.state / _FOLDER / "site.zip"


def plan(desk: Desk) -> Plan:
    """Say what would be published, and what stops it.

    Raises:
        StoppedError: git cannot tell.
    """
    repository = _repository(desk)
    years = examine_all(desk.folder, desk.today)
    upstream = repository.upstream() if isinstance(repository, Repository) else None
    way = _way(desk, upstream)
    return Plan(
        way,
        _obstacle(desk, way, repository, upstream),
        tuple(changed_files(desk, repository)) if isinstance(repository, Repository) else (),
        repository.unsent() if isinstance(repository, Repository) else 0,
        None if isinstance(repository, Repository) else repository,
        tuple(errors_in(years)),
        _incomplete(years[0]),
        _site_url(desk),
    )


def publication(desk: Desk, officer: Officer) -> Work:
    """Return the work of publishing in an officer's name."""

    def work(progress: Progress) -> None:
        record(desk, officer, "", (), "publish")
        progress.step("ตรวจข้อมูล")
        _stop_on(errors_in(examine_all(desk.folder, desk.today)))
        repository = _repository(desk)
        upstream = repository.upstream() if isinstance(repository, Repository) else None
        way = _way(desk, upstream)
        if obstacle := _obstacle(desk, way, repository, upstream):
            raise StoppedError(obstacle)
        if isinstance(repository, Bilingual):
            progress.add(f"ไม่ได้เก็บรุ่น: {repository.th}")
        else:
            author = author_of(desk, officer, repository)
            _commit(desk, repository, author, progress)
            if way is Way.PUSH and upstream:
                _push(desk, repository, upstream, author, progress)
                return
        _build(desk, way, progress)

    return work


def verification(desk: Desk) -> Work:
    """Return the work of checking the published site."""

    def work(progress: Progress) -> None:
        address = _site_url(desk)
        if not address:
            raise StoppedError("ยังไม่ได้ระบุที่อยู่ของเว็บไซต์นี้ (site_url) ในข้อมูลหน่วยงาน")
        progress.step(f"ตรวจ {address}")
        try:
            verified = verify_site(address, desk.folder, None)
        except UnreachableError as error:
            raise StoppedError(f"{error.reason.th} ลองใหม่ภายหลัง") from None
        except UnusableDataError as error:
            _stop_on(error.findings)
        else:
            _report(verified, progress, "ถ้าเพิ่งเผยแพร่ เว็บไซต์อาจยังปรับไม่เสร็จ รอสักครู่แล้วตรวจอีกครั้ง")

    return work


def author_of(desk: Desk, officer: Officer, repository: Repository) -> Author:
    """Return in whose name commits are made.

    That is the account's; where nobody signs in, whoever git is configured for, or the agency.
    """
    agency, _ = read_agency(desk.folder)
    email = (agency.email if agency else None) or ""
    if not officer.name:
        return repository.identity() or Author.of(agency.name if agency else "", email)
    account = "".join(c for c in officer.name if c.isascii() and c.isalnum()) or "desk"
    return Author.of(officer.name, email or f"{account}@desk.invalid")


def _repository(desk: Desk) -> Repository | Bilingual:
    folders = [path for path in (desk.folder.path, desk.folder.docs) if path.is_dir()]
    return repository_of(desk.folder.path, folders)


def _way(desk: Desk, upstream: Upstream | None) -> Way:
    agency, _ = read_agency(desk.folder)
    chosen = agency.publish if agency else None
    return Way(chosen) if chosen else Way.PUSH if upstream else Way.ZIP


def _obstacle(
    desk: Desk, way: Way, repository: Repository | Bilingual, upstream: Upstream | None
) -> str:
    if way is Way.PUSH and isinstance(repository, Bilingual):
        return f"ส่งไม่ได้: {repository.th} ให้ผู้ดูแลระบบตั้งค่า หรือเลือกวิธีเผยแพร่เป็น zip ในข้อมูลหน่วยงาน"
    if way is Way.PUSH and upstream is None:
        return "ที่เก็บนี้ไม่มีปลายทาง (git remote) ให้ผู้ดูแลระบบตั้ง หรือเลือกวิธีเผยแพร่เป็น zip ในข้อมูลหน่วยงาน"
    if way is Way.FOLDER and desk.publish_to is None:
        return "ยังไม่ได้บอกโฟลเดอร์ ให้ผู้ดูแลระบบเปิดโปรแกรมด้วย oit desk --publish-to โฟลเดอร์"
    if way is Way.FOLDER and desk.publish_to and not may_replace(desk.publish_to):
        return (
            f"โฟลเดอร์ {desk.publish_to} มีไฟล์อื่นที่โปรแกรมไม่ได้สร้าง จึงไม่เขียนทับ"
            " ให้ผู้ดูแลระบบย้ายออก หรือระบุโฟลเดอร์อื่น"
        )
    return ""


def _incomplete(assessment: Assessment) -> int:
    counts = assessment.item_counts
    return counts[ItemStatus.PARTIAL] + counts[ItemStatus.MISSING]


def _site_url(desk: Desk) -> str:
    agency, _ = read_agency(desk.folder)
    return (agency.site_url if agency else None) or ""


def _stop_on(errors: Iterable[Finding]) -> None:
    if texts := [error.text() for error in errors]:
        raise StoppedError("ข้อมูลมีข้อผิดพลาด ต้องแก้ก่อนจึงเผยแพร่ได้", texts[:_MOST])


def _commit(desk: Desk, repository: Repository, author: Author, progress: Progress) -> None:
    progress.step("เก็บรุ่น")
    files = changed_files(desk, repository)
    if not files:
        progress.add("ไม่มีอะไรเปลี่ยนจากรุ่นที่เก็บไว้")
        return
    commit = repository.commit(author, message_of(files))
    progress.add(f"เก็บรุ่น {commit[:10]} ในชื่อ {author.name}: {len(files)} ไฟล์")


def _push(
    desk: Desk, repository: Repository, upstream: Upstream, author: Author, progress: Progress
) -> None:
    progress.step("ส่งเข้าที่เก็บ git")
    sent = repository.send(upstream)
    if is_behind(sent):
        progress.step("รวมการแก้ไขที่ผู้อื่นส่งขึ้นไปก่อน")
        taken = repository.merge(upstream, author)
        progress.add(
            f"รวมการแก้ไขของผู้อื่น {len(taken)} ไฟล์ ซึ่งเป็นคนละไฟล์กับของท่าน", details=taken[:_MOST]
        )
        _stop_on(errors_in(examine_all(desk.folder, desk.today)))
        progress.step("ส่งเข้าที่เก็บ git")
        sent = repository.send(upstream)
    if not sent.is_good:
        raise explained(sent)
    progress.add("ส่งแล้ว เว็บไซต์จะปรับตามในไม่กี่นาที แล้วกด “ตรวจเว็บไซต์ที่เผยแพร่” เพื่อดูผล")


def _build(desk: Desk, way: Way, progress: Progress) -> None:
    """Build the site, and put it where it is wanted only if it agrees with the data."""
    before = desk.stamp()
    zip_of(desk).unlink(missing_ok=True)  # it would be taken for the result of this job
    site = desk.state_folder(_FOLDER) / "site"
    progress.step("สร้างเว็บไซต์")
    _build_site(desk, site)
    progress.step("ตรวจเว็บไซต์ที่สร้าง")
    _report(verify_site(str(site), desk.folder, desk.today), progress)
    if desk.stamp() != before:
        progress.add("ระหว่างสร้างมีผู้บันทึกข้อมูล ส่วนนั้นจะเผยแพร่ครั้งถัดไป")
    if way is Way.FOLDER and desk.publish_to:
        progress.step("เขียนลงโฟลเดอร์ของเครื่องบริการ")
        _put(site, desk.publish_to)
        progress.add(f"เขียนเว็บไซต์ลงโฟลเดอร์ {desk.publish_to} แล้ว")
        return
    progress.step("รวมเป็น ZIP")
    if (odd := odd_name(site)) is not None:
        raise StoppedError(f"ชื่อไฟล์ {odd!r} ไม่ใช่ UTF-8 ให้เปลี่ยนชื่อก่อน")
    count = write_pack(site, zip_of(desk), desk.today)
    progress.add(f"รวม {count} ไฟล์เป็น ZIP แล้ว ดาวน์โหลดไปขึ้นโฮสต์ได้")


def _build_site(desk: Desk, out: Path) -> None:
    try:
        is_built, messages = build_site(desk.folder.path, out, desk.today)
    except BuildCrashError as crash:
        is_built, messages = False, str(crash)
    if is_built:
        return
    try:
        prepare(desk.folder, desk.today)
    except UnusableDataError as error:
        _stop_on(error.findings)
    raise StoppedError("สร้างเว็บไซต์ไม่ได้ ให้ผู้ดูแลระบบดูรายละเอียด", messages.splitlines()[-_MOST:])


def _put(site: Path, out: Path) -> None:
    """Put a copy of a site into a folder, in one step for its readers."""
    out = out.resolve()
    with folder_beside(out) as work:
        shutil.copytree(site, work / "new")
        replace_folder(work / "new", out, work)


def _report(verified: Verified, progress: Progress, hint: str = "") -> None:
    """Say how a site agrees with the data.

    Raises:
        StoppedError: it does not.
    """
    if not verified.faults:
        progress.add(verified.summary.th)
        return
    texts = [as_text(group, "th") for group in verified.faults[:_MOST]]
    raise StoppedError(" ".join([verified.summary.th, hint]).strip(), texts)
