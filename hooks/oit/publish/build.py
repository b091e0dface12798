"""Build the site with MkDocs in a temporary folder, and replace the old site on success."""

import re
from datetime import UTC, date, datetime
from errno import EDQUOT, ENOSPC, EROFS
from pathlib import Path

from oit.atomic import folder_beside, replace_folder
from oit.publish import mkdocs
from oit.views.pages import manifest

SETTINGS = "mkdocs.yml"

_TRACEBACK = "Traceback (most recent call last)"
_DISK_FULL = re.compile(rf"^OSError: \[Errno ({ENOSPC}|{EDQUOT}|{EROFS})\] ([^:\n]*)", re.MULTILINE)
"""The last line of a traceback of a disk that is full, over its quota or read-only."""


class BuildCrashError(Exception):
    """The process that builds the site ended with a traceback, which is the message."""


def build_site(
    data: Path, out: Path, day: date, *, staff: bool = False, settings: Path | None = None
) -> tuple[bool, str]:
    """Build the site of a data folder.

    Without ``settings``, they come from the folder that contains the data folder, or from the
    current folder. If the build fails, ``out`` is not changed.

    Returns:
        Whether the site was built, and the messages of MkDocs.

    Raises:
        BuildCrashError: MkDocs or the program failed in a way that nobody expected.
        OSError: the site cannot be written.
    """
    out = out.resolve()
    settings = settings or settings_for(data) or Path(SETTINGS)
    with folder_beside(out) as work:
        new = work / "new"
        is_built, messages = _run_mkdocs(settings, data, new, day, staff=staff)
        if is_built:
            replace_folder(new, out, work)
    if _TRACEBACK in messages:
        if full := _DISK_FULL.search(messages):
            raise OSError(int(full[1]), full[2], str(out))
        raise BuildCrashError(messages)
    return is_built, "".join(mkdocs.plain(messages.splitlines(keepends=True)))


def settings_for(data: Path) -> Path | None:
    """Find the settings: beside the data folder, or in the current folder."""
    candidates = (data.absolute().parent / SETTINGS, Path(SETTINGS))
    return next((path for path in candidates if path.is_file()), None)


def project_of(data: Path) -> Path:
    """Return the folder that a site is built from: the folder of its settings."""
    return (settings_for(data) or Path(SETTINGS)).absolute().parent


def may_replace(out: Path) -> bool:
    """Tell whether nothing is lost: the folder is missing, empty, or a site that we built."""
    out = out.resolve()
    if not out.is_dir():
        return not out.exists()
    return (out / manifest.PATH).is_file() or not any(out.iterdir())


def _run_mkdocs(
    settings: Path, data: Path, out: Path, day: date, *, staff: bool
) -> tuple[bool, str]:
    """Return whether MkDocs built the site, and what it said."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    environment = {"OIT_STAFF": "1"} if staff else {}
    # The site map and archives get the day of the check, too.
    environment["SOURCE_DATE_EPOCH"] = str(int(noon.timestamp()))
    options = ("--site-dir", str(out))
    with mkdocs.start("build", settings, data, *options, **environment) as process:
        try:
            _, messages = process.communicate()
        except BaseException:
            process.kill()
            raise
    return process.returncode == 0, messages
