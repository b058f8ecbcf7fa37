"""Raised and lowered text in the characters that Unicode has for it."""

from __future__ import annotations

from types import MappingProxyType

_RAISED = (
    "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ"
    "AᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂ"
)
_LOWERED = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓ"

_AS_THEY_ARE = " *†‡°′″™®©ªº"
"""Stand raised by themselves."""

RAISED = MappingProxyType(
    dict(zip(_RAISED[::2], _RAISED[1::2], strict=True)) | {each: each for each in _AS_THEY_ARE}
)
LOWERED = MappingProxyType(dict(zip(_LOWERED[::2], _LOWERED[1::2], strict=True)) | {" ": " "})


def in_script(text: str, shift: int) -> str:
    """`text` raised (`shift` above 0) or lowered (below); empty if a character has no such form."""
    forms = RAISED if shift > 0 else LOWERED
    return "".join(forms[each] for each in text) if all(each in forms for each in text) else ""
