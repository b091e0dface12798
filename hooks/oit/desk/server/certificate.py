"""The certificate of a desk that serves TLS itself."""

import ssl
from pathlib import Path
from typing import NamedTuple

from oit.bilingual import Bilingual


class Certificate(NamedTuple):
    """The files of a certificate, and of its key."""

    certificate: Path
    key: Path


def fault_of(files: Certificate) -> Bilingual | None:
    """Return why a certificate cannot be used."""
    for path in files:
        if not path.is_file():
            return Bilingual(f"ไม่มีไฟล์ {path}", f"there is no file {path}")
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(*files, password=_no_password)
    except _EncryptedError:
        return Bilingual(
            f"{files.key} มีรหัสผ่าน ให้ถอดรหัสก่อนด้วย openssl pkey แล้วให้เฉพาะบัญชีของโปรแกรมอ่านได้",
            f"{files.key} is encrypted; write it without a password with `openssl pkey`",
        )
    except OSError as error:
        return Bilingual(
            f"ใช้ใบรับรอง {files.certificate} กับกุญแจ {files.key} ไม่ได้ ({error})"
            " ต้องเป็นแบบ PEM และเป็นคู่กัน",
            f"the certificate {files.certificate} and the key {files.key} cannot be used ({error});"
            " both must be PEM, and belong together",
        )
    return None


class _EncryptedError(Exception):
    pass


def _no_password() -> str:
    raise _EncryptedError
