"""Publication: what would be published, one button, and what came of it."""

from starlette.responses import FileResponse, Response

from oit.bilingual import Bilingual
from oit.desk.answer import go, page
from oit.desk.asked import Asked, RefusedError
from oit.desk.publishing.job import JobState, StoppedError
from oit.desk.publishing.places import Forms
from oit.desk.publishing.publish import (
    PUBLISH,
    VERIFY,
    WAY_WORDS,
    Way,
    job_of,
    plan,
    publication,
    verification,
    zip_of,
)
from oit.thai.dates import format_moment

NOT_ALLOWED = Bilingual("บัญชีของท่านเผยแพร่ไม่ได้ ให้ผู้แก้ไขทุกข้อเป็นผู้เผยแพร่", "your account may not publish")
NO_ZIP = Bilingual("ยังไม่มีไฟล์ ZIP ให้กดเผยแพร่ก่อน", "there is no ZIP yet; publish first")
NO_BUTTON = Bilingual("ไม่รู้จักปุ่มนี้", "unknown button")
_PROGRESS = "/publish/progress/"


def publish(asked: Asked) -> Response:
    """Show what would be published; the button begins it."""
    _check(asked)
    if asked.method == "POST":
        return _begin(asked)
    report = job_of(asked.desk).report
    if report is not None and report.state is JobState.RUNNING:
        return go(_PROGRESS)
    try:
        planned, why = plan(asked.desk), None
    except StoppedError as stopped:
        planned, why = None, stopped.line
    forms = Forms(asked.desk)
    errors = (
        [(f.message(), f.hint(), forms.address_of(f)) for f in planned.errors] if planned else []
    )
    return page(
        asked,
        "publish.html",
        plan=planned,
        why=why,
        errors=errors,
        way=WAY_WORDS[planned.way].th if planned else "",
        is_push=planned is not None and planned.way is Way.PUSH,
        has_zip=zip_of(asked.desk).is_file(),
        report=report,
        is_interrupted=report is not None and report.state is JobState.INTERRUPTED,
        moment=format_moment,
    )


def _begin(asked: Asked) -> Response:
    kind = str(asked.form.get("do", ""))
    if kind == PUBLISH:
        work = publication(asked.desk, asked.officer)
    elif kind == VERIFY:
        work = verification(asked.desk)
    else:
        raise RefusedError(400, NO_BUTTON)
    # If a job goes on already, its progress is what there is to see.
    job_of(asked.desk).start(kind, asked.officer.name, work)
    return go(_PROGRESS)


def progress(asked: Asked) -> Response:
    """Show how far the job is, until it is over."""
    _check(asked)
    report = job_of(asked.desk).report
    if report is None:
        return go("/publish/")
    return page(
        asked,
        "publish_progress.html",
        report=report,
        is_running=report.state is JobState.RUNNING,
        is_done=report.state is JobState.DONE,
        is_interrupted=report.state is JobState.INTERRUPTED,
        has_zip=report.kind == PUBLISH and zip_of(asked.desk).is_file(),
        verb="ตรวจเว็บไซต์ที่เผยแพร่" if report.kind == VERIFY else "เผยแพร่",
    )


def download(asked: Asked) -> Response:
    """Send the ZIP that was made last."""
    _check(asked)
    file = zip_of(asked.desk)
    if not file.is_file():
        raise RefusedError(404, NO_ZIP)
    return FileResponse(file, media_type="application/zip", filename="site.zip")


def _check(asked: Asked) -> None:
    if not asked.officer.may_publish:
        raise RefusedError(403, NOT_ALLOWED)


ADDRESSES = (
    ("/publish/", publish, ("GET", "POST")),
    (_PROGRESS, progress, ("GET",)),
    ("/publish/site.zip", download, ("GET",)),
)
