"""A certificate for tests."""

import subprocess
from pathlib import Path

import pytest


def make_certificate(work: Path, name: str = "localhost") -> None:
    """Make a certificate and its key, ``desk.crt`` and ``desk.key``."""
    words = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    files = ["-keyout", f"{work}/desk.key", "-out", f"{work}/desk.crt"]
    names = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    done = subprocess.run([*words.split(), *files, *names], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("no openssl here")
