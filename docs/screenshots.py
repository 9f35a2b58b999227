"""Takes the pictures of the editor's page for the documentation: docs/screenshots.py FOLDER.

Needs the extra `server`, Playwright and Chromium (tests/browser/run installs both).
"""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "corpora" / "translated" / "tr" / "committee-visit.txt"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
# Name, width, height, colours.
PICTURES = (
    ("page", 1200, 760, "light"),
    ("page-dark", 1200, 760, "dark"),
    ("page-phone", 390, 760, "light"),
)


def take(page: Page, address: str, folder: Path) -> None:
    """All pictures of one article."""
    for name, width, height, scheme in PICTURES:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": height})
        page.goto(address)
        page.fill("#text", ARTICLE.read_text(encoding="utf-8"))
        page.wait_for_selector("main[data-state=fresh]")
        page.wait_for_selector("#names tbody tr")
        page.keyboard.press("F8")
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=folder / f"{name}.png")


def main(folder: Path) -> None:
    """Start a server, take the pictures, stop it."""
    command = [sys.executable, "-m", "auditor", "serve", "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    address = "http://" + server.stdout.readline().split("http://")[1].split("/")[0] + "/"
    try:
        with sync_playwright() as running:
            browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            take(browser.new_page(), address, folder)
            browser.close()
    finally:
        server.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
