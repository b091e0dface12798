"""Which certificates can be used."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.certificates import make_certificate
from oit.desk.server.certificate import Certificate, fault_of


def make_certificate_of_another(work: Path) -> None:
    (work / "other").mkdir()
    make_certificate(work / "other")
    (work / "other/desk.key").replace(work / "desk.key")


def encrypt(key: Path) -> None:
    words = ["openssl", "pkey", "-aes256", "-passout", "pass:abcd", "-in", str(key)]
    key.write_bytes(subprocess.run(words, check=True, capture_output=True).stdout)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda work: (work / "desk.key").unlink(), "ไม่มีไฟล์"),
        (lambda work: (work / "desk.crt").write_text("x"), "PEM"),
        (make_certificate_of_another, "คู่กัน"),
        (lambda work: encrypt(work / "desk.key"), "มีรหัสผ่าน"),
    ],
    ids=["no key", "no certificate", "not a pair", "encrypted"],
)
def test_a_certificate_that_cannot_be_used_is_refused(
    tmp_path: Path, change: Callable[[Path], None], words: str
) -> None:
    files = Certificate(tmp_path / "desk.crt", tmp_path / "desk.key")
    make_certificate(tmp_path)
    assert fault_of(files) is None
    change(tmp_path)
    fault = fault_of(files)
    assert fault
    assert words in fault.th
