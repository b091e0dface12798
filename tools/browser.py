"""Find a Chromium for the tests, or install one, and print its path.

    OIT_CHROMIUM="$(.venv/bin/python tools/browser.py)" .venv/bin/pytest

It takes the first of these that works: the one that ``OIT_CHROMIUM`` names, the system's,
Playwright's own, a fresh download by Playwright, Debian's package (as root). Only the path goes to
standard output, everything else to standard error.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

SHELL = "chromium-headless-shell"
"""Chromium without its windows: a visitor costs a quarter, a page two thirds of the processor."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
FONTS = "fonts-thai-tlwg"  # they make screenshots readable

HELP = """\
No Chromium was found and none could be installed. Do one of these:
  Debian, Ubuntu  sudo apt-get install chromium
  macOS, Windows  install Google Chrome
  anywhere        set OIT_CHROMIUM to the path of a Chromium or Chrome\
"""


def main() -> int:
    """Print the path of a Chromium; return the exit status."""
    named = os.environ.get("OIT_CHROMIUM")
    if named and not works(named):
        say(f"OIT_CHROMIUM names no working Chromium: {named}")
        return 1
    path = named or next((path for path in candidates() if works(path)), None)
    if path is None:
        say(HELP)
        return 1
    print(path)
    return 0


def candidates() -> Iterator[str]:
    """Yield paths to try; asking for the next one may install it."""
    yield from system()
    own = playwrights_own()
    yield own
    say("No Chromium yet; installing Playwright's …")
    run(sys.executable, "-m", "playwright", "install", "--no-shell", "chromium")
    yield own
    if sys.platform == "linux" and shutil.which("apt-get") and os.geteuid() == 0:
        say("Still none; installing Debian's …")
        install = ("apt-get", "install", "--yes", "--no-install-recommends", FONTS)
        if run("apt-get", "update") and not run(*install, SHELL):
            run(*install, "chromium")
        yield from system()


def system() -> Iterator[str]:
    """Yield the usual paths of Chromium and Chrome on this system."""
    yield from filter(None, map(shutil.which, NAMES))
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (str(folder / app) for app in MAC_APPS)
    if sys.platform == "win32":
        for folder in filter(None, map(os.environ.get, WINDOWS_FOLDERS)):
            yield str(Path(folder, "Google", "Chrome", "Application", "chrome.exe"))


def playwrights_own() -> str:
    """Return the path of Playwright's own Chromium, whether it is installed or not."""
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def works(path: str) -> bool:
    """Tell whether this Chromium starts: a snap's stub or one without its libraries does not."""
    if not Path(path).is_file():
        return False
    # On Windows, chrome.exe --version opens a window.
    return sys.platform == "win32" or run(path, "--version")


def run(*command: str) -> bool:
    """Run a command with its output on standard error; return whether it succeeded."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, check=False, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr
        )
    except OSError as error:
        say(f"{command[0]}: {error}")
        return False
    return done.returncode == 0


def say(text: str) -> None:
    """Print to standard error."""
    print(text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
