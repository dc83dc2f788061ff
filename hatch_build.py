"""Puts the fonts and styles of assets.lock.json in the wheel."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Beeld(BuildHookInterface[Any]):
    """Before a wheel is made, run script/assets.py; an editable install leaves that to script/bootstrap."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch the assets. Without them the product works with a plainer look, so that is a warning."""
        script = Path(self.root) / "script" / "assets.py"
        if self.target_name != "wheel" or version == "editable" or not script.is_file():
            return
        klaar = subprocess.run([sys.executable, str(script)], check=False)  # noqa: S603  # our own script
        if klaar.returncode != 0:
            self.app.display_warning("Zonder lettertypen en stijlen gebouwd: script/assets.py lukte niet.")
