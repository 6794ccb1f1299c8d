"""matplotlib, loaded without a trace on disk and without a word.

On its first import matplotlib looks for every font of the system, a thing of seconds, and keeps the
list and a folder for settings in the home folder, which may not be there. The charts bring their
font along.
"""

from __future__ import annotations

import logging
import os
from tempfile import TemporaryDirectory

_ALONE = ("MPLCONFIGDIR", "MPL_IGNORE_SYSTEM_FONTS")
_before = {name: os.environ.get(name) for name in _ALONE}
# On a slow machine it says that it takes a while: in the notebook, whose bytes differ then.
_log = logging.getLogger("matplotlib.font_manager")
_level = _log.level
with TemporaryDirectory(prefix="pressbrief-", ignore_cleanup_errors=True) as _folder:
    os.environ.update(zip(_ALONE, (_folder, "1"), strict=True))
    _log.setLevel(logging.ERROR)
    try:
        from matplotlib import font_manager
        from matplotlib.figure import Figure
    finally:
        _log.setLevel(_level)
        for _name, _value in _before.items():
            if _value is None:
                del os.environ[_name]
            else:
                os.environ[_name] = _value

__all__ = ["Figure", "font_manager"]
