"""The app before the audience. Importing this does not import Textual; `run` does."""

from presenter.stage.options import StageOptions, slide_named
from presenter.stage.run import run

__all__ = ["StageOptions", "run", "slide_named"]
