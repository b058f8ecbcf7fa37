"""Large type: text in glyphs that are built from block elements, Chinese included.

`large.set_large` and `large.set_side_by_side` set it, `kept.keep_in` keeps it from run to run.
"""
