"""pressbrief: a folder of news articles as a briefing whose every number leads to its sentence.

In JupyterLab `pressbrief.open` gives a bench on which any table of a topic can be had,
`pressbrief.evidence` shows the sentences behind a number, and `pressbrief.correct` writes down
what an analyst sets right.
"""

import os

# Before anything loads it: from 1.29 on onnxruntime reports each run to its maker unless told not.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__version__ = "0.2.0"
__all__ = ["correct", "evidence", "explain", "open", "review", "table"]


def __getattr__(name: str):
    # Each section's kernel imports the package; only an analyst needs these.
    if name in __all__:
        from pressbrief import analyst

        return getattr(analyst, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
