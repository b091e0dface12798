"""The machine that it was measured on."""

import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path

PACKAGES = (
    *("mkdocs", "mkdocs-material", "pydantic", "PyYAML", "Jinja2", "Markdown", "pypdfium2"),
    *("check-jsonschema", "jsonschema", "frictionless", "XlsxWriter", "click"),
)


def described() -> str:
    """Describe the machine, its cores and load, and the versions that matter."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
    load = ", ".join(f"{average:.1f}" for average in os.getloadavg())
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{_processor()}, {cores} cores, load {load}; {platform.system()} {platform.release()}\n"
        f"Python {platform.python_version()}; {versions}"
    )


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.is_file():
        for line in information.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
