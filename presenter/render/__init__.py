"""Slides set by Typst: resolved slides as data, one fixed template, and pages of any size."""
