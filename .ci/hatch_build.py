"""Puts the notebooks into the wheel, where an installed package looks for them."""

from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Notebooks(BuildHookInterface):
    """Lays notebooks/*.ipynb into the package; a checkout's own install reads them in place."""

    def initialize(self, version, build_data):
        """Adds each notebook to what a wheel holds, unless the install is editable."""
        if version != "editable":
            for path in Path(self.root, "notebooks").glob("*.ipynb"):
                build_data["force_include"][str(path)] = f"pressbrief/notebooks/{path.name}"
