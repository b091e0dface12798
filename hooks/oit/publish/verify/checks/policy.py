"""Does every page have the Content-Security-Policy that blocks foreign scripts?"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from oit.findings.codes.site_policy import INLINE_SCRIPT, LATE, MISSING, UNUSED_HASH, WEAK
from oit.findings.finding import Finding, Place
from oit.publish.verify.crawl import Crawl
from oit.publish.verify.markup import Markup

_ALLOWED = {
    "default-src": {"'self'"},
    "script-src": {"'self'"},
    "object-src": {"'none'"},
    "base-uri": {"'self'", "'none'"},
    "form-action": {"'self'", "'none'"},
}
"""The sources of these directives, besides the hashes of scripts; for others, see ``_SAFE``."""
_SAFE = {"'self'", "'none'", "data:"}


def check(crawl: Crawl) -> Iterator[Finding]:
    """Yield pages without a policy, with a weaker policy, or with scripts that it forbids."""
    for address, page in crawl.pages.items():
        if address.endswith(".svg"):
            yield from _check_picture(Place(address), page)
            continue
        if page.policies:
            yield from _check_page(Place(address), page)
        else:
            yield MISSING.at(Place(address))


def _check_picture(place: Place, picture: Markup) -> Iterator[Finding]:
    """Yield the scripts of a picture, which has no policy of its own."""
    for script in picture.scripts:
        yield INLINE_SCRIPT.at(place, script=_shown(script))
    for name in picture.handlers:
        yield INLINE_SCRIPT.at(place, script=f"{name}=…")


def _check_page(place: Place, page: Markup) -> Iterator[Finding]:
    policy = page.policies[0]
    if not policy.is_first:
        yield LATE.at(place)
    directives = _directives(policy.text)
    hashes = {word for word in directives.get("script-src", ()) if word.startswith("'sha256-")}
    for part in _weaknesses(directives, hashes):
        yield WEAK.at(place, part=part)
    scripts = {_hash(script): script for script in page.scripts}
    for digest in sorted(hashes - scripts.keys()):
        yield UNUSED_HASH.at(place, digest=digest)
    for digest, script in scripts.items():
        if digest not in hashes:
            yield INLINE_SCRIPT.at(place, script=_shown(script))
    for name in page.handlers:
        yield INLINE_SCRIPT.at(place, script=f"{name}=…")


def _directives(policy: str) -> dict[str, list[str]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    # If a directive is repeated, browsers use the first.
    return {part[0].lower(): part[1:] for part in reversed(parts)}


def _weaknesses(directives: dict[str, list[str]], hashes: set[str]) -> Iterator[str]:
    for name in _ALLOWED:
        if not directives.get(name):
            yield name
    for name, words in directives.items():
        too_much = sorted({*words} - _ALLOWED.get(name, _SAFE) - hashes)
        if too_much:
            yield f"{name} {' '.join(too_much)}"


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def _shown(script: str) -> str:
    text = " ".join(script.split())
    return text if len(text) <= 60 else f"{text[:60]}…"
