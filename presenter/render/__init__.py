"""Slides set by Typst: resolved slides as data, one fixed template, and pages of any size."""


def is_installed() -> bool:
    """Whether all is there that sets slides: the extra ``handout`` of the package."""
    from importlib.util import find_spec

    return all(find_spec(name) for name in ("typst", "fontpkg_noto_sans"))
