"""The warnings, by their codes: what ``ignore`` and ``check --ignore`` may name.

Errors cannot be ignored: where there is one, something is not shown.
"""

from __future__ import annotations

WARNINGS = (
    "blank-slide",
    "code-language",
    "does-not-fit",
    "file-case",
    "file-hostile",
    "hostile-character",
    "hostile-more",
    "image-no-alt",
    "low-contrast",
    "no-notes",
    "no-room",
    "table-as-list",
    "times-beyond",
)
"""In the order of the alphabet."""
