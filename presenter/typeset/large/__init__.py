"""Large type: text in glyphs that are built from block elements, Chinese included.

`layout.set_large` and `layout.set_side_by_side` set it; `glyph_cache` keeps it from run to run.
"""
