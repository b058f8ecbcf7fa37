"""Fonts: which file is taken for a script and a style, and by which name.

`choice.font_for` answers for documents, `choice.fallbacks` for what the packaged font lacks.
"""
