"""Texts within XML."""

from __future__ import annotations

import re
from html import escape

from lxml import etree
from pptx.oxml import parse_xml

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

_NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document can hold. Source: XML 1.0, production 2."""


def allowed(text: str) -> str:
    """`text` without what XML cannot hold."""
    return _NO_CHARACTER.sub("\ufffd", text)


def escaped(text: str) -> str:
    """`text` as XML says it, also within an attribute."""
    return escape(allowed(text))


def element(xml: str) -> etree._Element:
    """The element that `xml` writes; its prefixes a, r and p are declared here."""
    head, _, rest = xml.partition(">")
    closed = "/" if head.endswith("/") else ""
    made: etree._Element = parse_xml(f"{head.removesuffix('/')} {NAMESPACES}{closed}>{rest}")
    return made
