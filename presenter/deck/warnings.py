# ruff: noqa: I001
"""Moved to `presenter.deck.diagnostics`; its importers follow."""

from presenter.deck.diagnostics import (
    Severity as Severity,
    Place as Place,
    Diagnostic as Diagnostic,
    WARNINGS as WARNINGS,
    nearest_three as nearest_three,
    meant as meant,
    nearest as nearest,
)
