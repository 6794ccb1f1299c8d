"""nbformat, loaded without a grammar of addresses that takes longer to build than all the rest.

jsonschema, which nbformat loads to check notebooks, uses rfc3987_syntax where JupyterLab has
brought it; no part of a notebook's schema asks for an address to be checked.
"""

from __future__ import annotations

import sys

GRAMMAR = "rfc3987_syntax"

_unheard_of = GRAMMAR not in sys.modules
if _unheard_of:
    sys.modules[GRAMMAR] = None  # type: ignore[assignment]  # an import of it fails
try:
    import nbformat
finally:
    if _unheard_of:
        del sys.modules[GRAMMAR]

__all__ = ["nbformat"]
