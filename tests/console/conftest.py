"""A meeting place and a deck of the test's own."""

from __future__ import annotations

from tests.talk.link.conftest import runtime

__all__ = ["runtime"]
