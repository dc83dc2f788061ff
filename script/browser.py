"""Prints the path of Playwright's own Chromium; exit code 1 when it isn't there or doesn't run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def main() -> int:
    """Find it and let it say its version."""
    with sync_playwright() as playwright:
        pad = Path(playwright.chromium.executable_path)
    if not pad.exists() or subprocess.run([pad, "--version"], check=False, capture_output=True).returncode != 0:
        return 1
    print(pad)
    return 0


if __name__ == "__main__":
    sys.exit(main())
