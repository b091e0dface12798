"""Build the site with MkDocs in a temporary folder, and replace the old site on success."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from oit.views.pages import manifest

SETTINGS = "mkdocs.yml"


def build_site(
    data: Path, out: Path, day: date, *, staff: bool = False, admin: bool = False
) -> tuple[bool, str]:
    """Build the site of a data folder.

    The settings come from the folder that contains the data folder, or from the current
    folder. If the build fails, ``out`` is not changed.

    Returns:
        Whether the site was built, and the messages of MkDocs.
    """
    out = out.resolve()
    settings = settings_for(data) or Path(SETTINGS)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as work:
        new, old = Path(work, "new"), Path(work, "old")
        mkdocs = _mkdocs(settings, data, new, day, {"OIT_STAFF": staff, "OIT_ADMIN": admin})
        if mkdocs.returncode == 0:
            if out.exists():
                out.rename(old)
            new.rename(out)
    return mkdocs.returncode == 0, mkdocs.stderr


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


def _mkdocs(
    settings: Path, data: Path, out: Path, day: date, parts: Mapping[str, bool]
) -> subprocess.CompletedProcess[str]:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    environment = {
        **os.environ,
        "OIT_DATA": str(data.absolute()),
        # The site map and archives get the day of the check, too.
        "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    environment |= {name: "1" for name, is_made in parts.items() if is_made}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    command += ["--config-file", str(settings), "--site-dir", str(out)]
    return subprocess.run(  # noqa: S603 - no shell, and only our own arguments
        command, env=environment, check=False, stderr=subprocess.PIPE, encoding="utf-8"
    )
