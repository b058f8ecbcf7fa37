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
    "file-invisible",
    "folded-code",
    "folded-list",
    "folded-paragraphs",
    "full-width-comma",
    "hostile-character",
    "hostile-more",
    "image-animated",
    "image-no-alt",
    "invisible-character",
    "item-full-width",
    "item-joined",
    "low-contrast",
    "markdown-code",
    "markdown-heading",
    "markdown-image",
    "markdown-list",
    "markdown-quote",
    "markdown-rule",
    "markdown-table",
    "no-notes",
    "no-room",
    "not-tried",
    "pictures-not-tried",
    "table-as-list",
    "text-cut",
    "text-for-key",
    "times-beyond",
)
"""In the order of the alphabet."""
