"""Does every page have the Content-Security-Policy that lets no foreign script run?"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from oit.bilingual import Bilingual
from oit.publish.verify.fault import Fault, Kind
from oit.publish.verify.markup import Markup
from oit.publish.verify.visit import Visit

_BUILD = Bilingual(
    "สร้างเว็บไซต์ใหม่ด้วย oit build และธีมใน hooks/oit/theme โดยไม่แก้หน้าเว็บ",
    "build the site again with `oit build` and the theme of hooks/oit/theme; do not edit pages",
)
MISSING = Kind(
    "policy-missing",
    Bilingual("ไม่มี Content-Security-Policy", "there is no Content-Security-Policy"),
    _BUILD,
)
LATE = Kind(
    "policy-late",
    Bilingual(
        "Content-Security-Policy อยู่หลังสคริปต์หรือสไตล์ จึงคุ้มครองไม่ครบ",
        "the Content-Security-Policy comes after scripts or styles, which it does not govern",
    ),
    _BUILD,
)
WEAK = Kind(
    "policy-weak",
    Bilingual(
        "Content-Security-Policy ไม่ครบหรืออ่อนลง: {part}",
        "the Content-Security-Policy lacks something or allows too much: {part}",
    ),
    _BUILD,
)
UNUSED_HASH = Kind(
    "policy-hash",
    Bilingual(
        "Content-Security-Policy อนุญาตสคริปต์ที่ไม่มีในหน้า: {digest}",
        "the Content-Security-Policy allows a script that is not on the page: {digest}",
    ),
    _BUILD,
)
INLINE_SCRIPT = Kind(
    "inline-script",
    Bilingual(
        "มีสคริปต์ในหน้าที่ไม่ได้อนุญาต: {script}", "the page has a script that is not allowed: {script}"
    ),
    Bilingual(
        "ลบสคริปต์ออกจากหน้าใน docs/ ถ้าท่านไม่ได้ใส่เอง เว็บไซต์อาจถูกแก้ไข ให้แจ้งผู้ดูแลระบบ",
        "remove it from the page in docs/; if nobody put it there, the site may have been "
        "tampered with: tell the IT staff",
    ),
)

EDITOR = "admin/"

_ALLOWED = {
    "default-src": {"'self'"},
    "script-src": {"'self'"},
    "object-src": {"'none'"},
    "base-uri": {"'self'", "'none'"},
    "form-action": {"'self'", "'none'"},
}
"""What these must say, apart from the hashes of scripts; others may say no more than ``_SAFE``."""
_SAFE = {"'self'", "'none'", "data:"}


def check(visit: Visit) -> Iterator[Fault]:
    """Yield pages without the policy, with a weaker one, or with scripts that it does not name."""
    for address, page in visit.pages.items():
        # The editor has a policy of its own; its page is held against ours byte for byte.
        if address.endswith(".svg") or address == EDITOR:
            continue
        if page.policies:
            yield from _of_page(address, page)
        else:
            yield MISSING.at(address)


def _of_page(address: str, page: Markup) -> Iterator[Fault]:
    policy = page.policies[0]
    if not policy.is_first:
        yield LATE.at(address)
    said = _directives(policy.text)
    hashes = {word for word in said.get("script-src", ()) if word.startswith("'sha256-")}
    for part in _weaknesses(said, hashes):
        yield WEAK.at(address, part=part)
    scripts = {_hash(script): script for script in page.scripts}
    for digest in sorted(hashes - scripts.keys()):
        yield UNUSED_HASH.at(address, digest=digest)
    for digest, script in scripts.items():
        if digest not in hashes:
            yield INLINE_SCRIPT.at(address, script=_shown(script))
    for name in page.handlers:
        yield INLINE_SCRIPT.at(address, script=f"{name}=…")


def _directives(policy: str) -> dict[str, list[str]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    # A browser heeds the first where one stands twice.
    return {part[0].lower(): part[1:] for part in reversed(parts)}


def _weaknesses(said: dict[str, list[str]], hashes: set[str]) -> Iterator[str]:
    for name in _ALLOWED:
        if not said.get(name):
            yield name
    for name, words in said.items():
        too_much = sorted({*words} - _ALLOWED.get(name, _SAFE) - hashes)
        if too_much:
            yield f"{name} {' '.join(too_much)}"


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def _shown(script: str) -> str:
    text = " ".join(script.split())
    return text if len(text) <= 60 else f"{text[:60]}…"
