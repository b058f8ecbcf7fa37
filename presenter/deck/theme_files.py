# ruff: noqa: I001
"""Moved to `presenter.deck.files`; its importers follow."""

from presenter.deck.files import (
    THEME_ENDINGS as THEME_ENDINGS,
    MOST_TEXT as MOST_TEXT,
    FileRefusedError as FileRefusedError,
    Files as Files,
    Found as Found,
    look_for as look_for,
    near_name as near_name,
    is_path as is_path,
    own_folder as own_folder,
    own_themes as own_themes,
    own_theme as own_theme,
    theme_file as theme_file,
)
