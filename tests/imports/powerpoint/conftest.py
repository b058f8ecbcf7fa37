"""An empty deck."""

from __future__ import annotations

from typing import Any

import pytest
from pptx import Presentation


@pytest.fixture
def deck() -> Any:
    return Presentation()
