"""How fast presenter is, beside a minimal Textual app on the same machine in the same run."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The project's top folder."""
