"""The pictures on a slide, cropped as they are shown there, and what else plays or is embedded."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from presenter.deck.blocks import Block, Image, Text
from presenter.deck.clean import clean
from presenter.deck.pictures import MOST_BYTES, kind_of
from presenter.imports.plain import literal_text
from presenter.imports.powerpoint.cut import WHOLE, cut_of
from presenter.imports.powerpoint.package import BrokenPartError
from presenter.imports.powerpoint.reading import Reading, name_of, properties_of
from presenter.imports.powerpoint.saved import Saved
from presenter.imports.powerpoint.xml import at, children, first, is_on, number

_EFFECTS = ("a:biLevel", "a:clrChange", "a:duotone", "a:grayscl")
_STRAIGHT = 60_000
"""A degree, in the unit of angles."""


def picture_blocks(shape: Element, reading: Reading, saved: Saved) -> list[Block]:
    """The block of a picture, a ``p:pic`` or a shape that is filled with one."""
    media = _media(shape)
    if media:
        reading.tell("media", f"{media}: {name_of(shape)}")
        if media == "audio":
            return []
    fill = at(shape, "p:blipFill")
    fill = fill if fill is not None else at(shape, "p:spPr", "a:blipFill")
    blip = at(fill, "a:blip")
    transform = at(shape, "p:spPr", "a:xfrm")
    alt = _alt(shape)
    name = alt or name_of(shape)
    kept: list[Block] = [Text(text=literal_text(alt))] if alt else []
    if blip is None or (blip.get("r:link") and not blip.get("r:embed")):
        link = reading.relations.get((blip.get("r:link") if blip is not None else None) or "")
        reading.tell("picture-linked", f"{name}: {link.target if link else '?'}")
        return kept
    try:
        part = reading.target(blip.get("r:embed"))
        data = reading.package.bytes_of(part, MOST_BYTES)
    except BrokenPartError:
        reading.tell("picture", name)
        return kept
    file = part.rpartition("/")[2]
    if saved.folder is None:
        reading.tell("picture-not-saved", file)
        return kept or [Text(text=literal_text(file))]
    cut = cut_of(fill, transform)
    path = saved.save(data, cut)
    if not path:
        reading.tell(
            "picture-cut" if cut != WHOLE and kind_of(data) else "picture", f"{name} ({file})"
        )
        return kept
    if cut != WHOLE and kind_of(data) == "gif":
        reading.tell("picture-moving", name)
    _tell_looks(blip, transform, name, reading)
    return [Image(path=path, alt=alt)]


def _alt(shape: Element) -> str:
    """What a picture shows in words; empty for one that is there as decoration."""
    properties = properties_of(shape)
    if properties is None or is_on(first(properties, "adec:decorative"), "val"):
        return ""
    return clean(properties.get("descr") or "")


def _media(shape: Element) -> str:
    """``video`` or ``audio`` for a picture that stands for one."""
    for outer in children(shape, "p:nvPicPr"):
        place = at(outer, "p:nvPr")
        for each in place if place is not None else ():
            if each.tag in ("a:videoFile", "a:quickTimeFile"):
                return "video"
            if each.tag in ("a:audioFile", "a:wavAudioFile", "a:audioCd"):
                return "audio"
    return ""


def _tell_looks(blip: Element, transform: Element | None, name: str, reading: Reading) -> None:
    """Tell what makes a picture look otherwise than its file."""
    looks = [each.tag[2:] for each in blip if each.tag in _EFFECTS]
    angle = number(transform, "rot") % (90 * _STRAIGHT)
    if min(angle, 90 * _STRAIGHT - angle) > _STRAIGHT:
        looks.append(f"{number(transform, 'rot') / _STRAIGHT:.0f}°")
    if looks:
        reading.tell("picture-words", f"{name}: {', '.join(looks)}")
