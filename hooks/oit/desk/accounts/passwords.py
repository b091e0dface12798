"""Passwords: how they are kept, compared, and which ones are refused.

Length is what counts (NIST SP 800-63B); rules about digits and signs only make people write
passwords down.
"""

import unicodedata
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from oit.bilingual import Bilingual

SHORTEST = 12
_LONGEST = 500
_FEWEST_DIFFERENT = 5
_COMMON = Path(__file__).parent / "common_passwords.txt"
# What OWASP asks for at least. More costs an office that signs in at half past eight more than it
# costs whoever guesses: attempts are throttled, and only the administrator can read the file.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def fault_of(password: str, name: str) -> Bilingual | None:
    """Return why a password is not accepted for an account."""
    plain = _normal(password)
    if len(plain) < SHORTEST:
        return Bilingual(
            f"รหัสผ่านสั้นไป ต้องมีอย่างน้อย {SHORTEST} ตัวอักษร จะใช้คำหลายคำต่อกันก็ได้",
            f"the password is too short; it needs at least {SHORTEST} characters"
            " (several words are fine)",
        )
    if len(plain) > _LONGEST:
        return Bilingual(
            f"รหัสผ่านยาวเกิน {_LONGEST} ตัวอักษร", f"the password has more than {_LONGEST} characters"
        )
    known = plain.lower() in _common() or len(set(plain)) < _FEWEST_DIFFERENT
    if known or plain.lower().replace(" ", "") in _around(name):
        return Bilingual(
            "รหัสผ่านนี้เดาง่าย (เป็นคำที่คนใช้กันมาก ชื่อบัญชี หรืออักษรซ้ำ) ให้ใช้คำหลายคำที่ไม่เกี่ยวกัน",
            "this password is easy to guess (common, the account's name, or the same characters"
            " again and again); use several words that have nothing to do with each other",
        )
    return None


def hashed(password: str) -> str:
    """Return what is kept of a password."""
    return _HASHER.hash(_normal(password))


def matches(password: str, kept: str | None) -> bool:
    """Tell whether a password is the one that was kept; without one, take as long to say no."""
    text = _normal(password) if len(password) <= _LONGEST else ""
    try:
        _HASHER.verify(kept or _nobodys(), text)
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def _normal(password: str) -> str:
    """Write what looks the same with one sequence of characters: keyboards differ in ``ำ``."""
    return unicodedata.normalize("NFKC", password)


def _around(name: str) -> set[str]:
    plain = _normal(name).lower().replace(" ", "")
    return {plain, plain * 2, plain * 3, *(f"{plain}{n}" for n in ("123", "1234", "12345", "2569"))}


@cache
def _common() -> frozenset[str]:
    return frozenset(_normal(_COMMON.read_text(encoding="utf-8")).lower().split())


@cache
def _nobodys() -> str:
    return hashed("the password of nobody")
