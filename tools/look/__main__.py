"""Write the sheet: ``python -m tools.look [OUT] [WORD…]``; only pages whose address has a WORD.

The desk's pages have the word ``desk``.
"""

import sys
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from jinja2 import Environment, FileSystemLoader
from tools import sites
from tools.look.pictures import Picture, camera

from browser.conftest import chromium
from browser.desk_kinds import serve_desks
from browser.host import serve
from browser.kinds import HOME, KINDS, LIST

STAFF = ["staff/", "staff/checklist/", "staff/answers/", "staff/review/"]
BEGUN = [HOME, LIST, f"{LIST}o3/", f"{LIST}o11/", "data/", "404.html"]


def main(out: Path, *words: str) -> None:
    """Take the pictures into a folder, and write the sheet that shows them."""
    rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    pages: list[tuple[str, str, list[Picture]]] = []
    with TemporaryDirectory() as folder, camera(chromium(), out) as taker:
        for site, paths in (
            (sites.sample(Path(folder)), [*KINDS, *STAFF]),
            (sites.beginner(Path(folder)), BEGUN),
        ):
            with serve(site) as address:
                for path in paths:
                    if words and not any(word in path for word in words):
                        continue
                    name = f"{site.name}-{path.strip('/').replace('/', '-') or 'home'}"
                    pages.append((site.name, path, taker.take(address + path, name)))
                    print(f"{site.name} /{path}", flush=True)
        with serve_desks(Path(folder) / "desks") as desks:
            for name, address in desks.items():
                if not words or any(word in f"desk/{name}" for word in words):
                    pages.append(("desk", name, taker.take(address, f"desk-{name}")))
                    print(f"desk {name}", flush=True)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True
    )
    sheet = environment.get_template("sheet.html").render(pages=pages)
    (out / "index.html").write_text(sheet, encoding="utf-8")
    print(f"{sum(len(pictures) for *_, pictures in pages)} pictures: {out / 'index.html'}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "look"), *sys.argv[2:])
