"""The machine that it was measured on."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

PACKAGES = (
    *("mkdocs", "mkdocs-material", "pydantic", "PyYAML", "Jinja2", "Markdown", "pypdfium2"),
    *("check-jsonschema", "jsonschema", "frictionless", "XlsxWriter", "click"),
)
_REST = 0.5
"""The load that a machine at rest may have."""
_GOVERNOR = Path("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")


def described() -> str:
    """Describe the machine, its cores, memory and load, and the versions that matter."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    governor = "unknown"
    if _GOVERNOR.is_file():
        governor = _GOVERNOR.read_text(encoding="utf-8").strip()
    return (
        f"{_processor()}, {_cores()} cores, governor {governor}, {_memory() / 1e9:.0f} GB; "
        f"{platform.system()} {platform.release()}\n{load()}\n"
        f"Python {platform.python_version()}; {versions}"
    )


def load() -> str:
    """Describe the load, with a warning if it leaves no core for what is measured."""
    averages = os.getloadavg()
    text = "load " + ", ".join(f"{average:.1f}" for average in averages)
    # The last minute counts. One core must be free, or what is measured has to wait.
    if averages[0] <= _cores() - 1 + _REST:
        return text
    return f"{text}: WARNING: too busy for {_cores()} cores, the times say little"


def _cores() -> int:
    # Only Linux says how many of them this process may use.
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.is_file():
        for line in information.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
