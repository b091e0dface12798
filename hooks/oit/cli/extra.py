"""The parts of the program that not everybody installs, and the one command that installs them."""

import json
import shlex
import sys
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

from oit.bilingual import Bilingual
from oit.data.folder import DataFolder

_PROGRAM = "oit-site"
_DESK = ("starlette", "uvicorn", "python_multipart", "itsdangerous", "argon2")
"""The modules of the extra ``desk``."""
_FLEET = ("distributed", "duckdb")
"""The modules of the extra ``fleet``."""


def missing_desk(data: Path) -> Bilingual | None:
    """Return what to do if the desk's packages are not installed."""
    about = Bilingual("โต๊ะทำงานยังไม่ได้ติดตั้ง", "the desk is not installed")
    return _missing("desk", _DESK, data, about)


def missing_fleet(folder: Path) -> Bilingual | None:
    """Return what to do if the packages for clusters and tables of a fleet are not installed."""
    about = Bilingual(
        "ส่วนสำหรับคลัสเตอร์และตารางของหลายหน่วยงานยังไม่ได้ติดตั้ง",
        "the part for clusters and tables of many agencies is not installed",
    )
    return _missing("fleet", _FLEET, folder / "data", about)


def _missing(
    extra: str, modules: tuple[str, ...], data: Path, about: Bilingual
) -> Bilingual | None:
    if all(map(find_spec, modules)):
        return None
    line = command(extra, data)
    return Bilingual(
        f"{about.th} ให้สั่งบรรทัดนี้แล้วลองใหม่: {line}", f"{about.en}; run this, then try again: {line}"
    )


def command(extra: str, data: Path) -> str:
    """Return the command that installs an extra where this program is installed."""
    prefix = Path(sys.prefix)
    source = _source()
    is_remote = "://" in source
    wanted = f"{_PROGRAM if is_remote or not source else source}[{extra}]"
    wanted += f" @ {source}" if is_remote else ""
    quoted = shlex.quote(wanted) if sys.platform != "win32" else f'"{wanted}"'
    if (prefix / "uv-receipt.toml").is_file():
        return f"uv tool install --force {quoted}"
    if (prefix / "pipx_metadata.json").is_file():
        return f"pipx install --force {quoted}"
    requirements = DataFolder(data).docs.parent / "requirements.txt"
    what = "--requirement requirements.txt" if _names(requirements, extra) else quoted
    if find_spec("pip") is None:
        return f"uv pip install {what}"
    return f"python -m pip install {what}"


def _source() -> str:
    """Return the folder, file or address that the program was installed from; none of an index."""
    try:
        noted = metadata.distribution(_PROGRAM).read_text("direct_url.json")
        origin = json.loads(noted) if noted else {}
    except (metadata.PackageNotFoundError, ValueError):
        return ""
    url = str(origin.get("url", ""))
    if urlparse(url).scheme == "file":
        return url2pathname(urlparse(url).path)
    version_control = origin.get("vcs_info") or {}
    return f"{version_control['vcs']}+{url}" if version_control else url


def _names(requirements: Path, extra: str) -> bool:
    """Tell whether a repository asks for the program with an extra."""
    try:
        lines = requirements.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return any("oit" in line and f"[{extra}]" in line and line[:1] != "#" for line in lines)
