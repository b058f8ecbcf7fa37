"""A deck's bytes as text: where they lie, and how they are encoded.

Nearly any bytes can be decoded as GB 18030, and most of those as Big5 too, so that decoding proves
nothing. What tells them apart is how Chinese is written: half of all running text is made of few
characters, and both standards keep their common characters in a first level, in the order of
pronunciation (GB 2312: lead bytes B0 to D7) or of strokes (Big5: A4 to C6). Read in the wrong one,
text falls on rare characters, on kana and on areas for private use. Where neither is clear, as with
two characters or with Korean, nothing is named. Sources: GB 2312-1980 and Big5-1984, their levels;
the characters are those of the usual lists of frequency, in both forms.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from presenter.deck.diagnostics import Diagnostic, Place
from presenter.deck.safe_files import open_regular
from presenter.words import Language

_PACKAGE = Path(__file__).resolve().parent.parent

MOST_BYTES = 32 * 1024 * 1024

STANDARD_INPUT = "<stdin>"
"""The path under which diagnostics speak of a deck from standard input."""

_LEAST = 1.5
"""The mean score of what is surely Chinese: running text has about two, Korean taken for it one."""

_AHEAD = 0.5

_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想"
    "实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文"
    "体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立"
    "及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做"
    "接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难"
    "且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争"
    "运标工作机关单位服务管理经济效益改革质量技术单元介绍总结报告计划项目团队发展问题方案目标数据系统用户"
    "這個們來為國說時會對後發裡經動現沒當還進樣從實軍無與長關點業將兩間問戰頭體見產東聲員論處義幾認條"
    "氣題爾別變總電數報結務場計資許統區隊決馬書則聽達強難權設記類據張該規萬覺術領確傳師觀讓識帶導爭運標"
    "單濟質紹劃項團戶講簡幻燈片會議謝謝大綱簡報"
)


class Source(Struct, frozen=True):
    """A deck as text, and the name under which diagnostics speak of it.

    `folder` holds the files that it may name; None if there is no such folder.
    """

    path: str
    text: str
    folder: Path | None = None


class UnreadableError(Exception):
    """The deck cannot be read at all; `diagnostic` says why and where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def read_source(path: Path) -> Source:
    """The text of the deck at `path`.

    Raises OSError if there is no such file, or it is a folder, a FIFO or a device (which is never
    waited for); UnreadableError if it is too large or no UTF-8 (or UTF-16 with its mark).
    """
    with open_regular(path) as file:
        if os.fstat(file.fileno()).st_size > MOST_BYTES:
            raise _too_large(str(path))
        data = file.read(MOST_BYTES + 1)
    return decode(data, str(path), path.parent)


def decode(data: bytes, path: str, folder: Path | None = None) -> Source:
    """`data` as text with line feeds. Raises UnreadableError as `read_source` does."""
    if len(data) > MOST_BYTES:
        raise _too_large(path)
    encoding = "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "ignore")
        place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise UnreadableError(
            Diagnostic(
                path=path,
                place=place,
                code=chinese_encoding(data) or "encoding",
                values={"byte": f"0x{data[error.start]:02X}"},
            )
        ) from None
    return Source(path, text.replace("\r\n", "\n").replace("\r", "\n"), folder)


def bundled_deck(language: Language = "zh") -> Path:
    """The sample talk in `language`.

    The Chinese one is the ``slides.yaml`` at the top of a checkout; a wheel carries it beside the
    English one, inside the package.
    """
    inside = _PACKAGE / "samples" / f"{language}.yaml"
    return inside if inside.exists() else _PACKAGE.parent / "slides.yaml"


def _too_large(path: str) -> UnreadableError:
    megabytes = MOST_BYTES // (1024 * 1024)
    return UnreadableError(
        Diagnostic(path=path, place=Place(), code="too-large", values={"megabytes": megabytes})
    )


def chinese_encoding(data: bytes) -> str:
    """``gb18030`` or ``big5`` if `data` reads as Chinese in it, and less well in the other."""
    scores = {name: _score(data, name) for name in ("gb18030", "big5")}
    best, other = sorted(scores, key=lambda name: -scores[name])
    return best if scores[best] >= _LEAST and scores[best] >= scores[other] + _AHEAD else ""


def _score(data: bytes, encoding: str) -> float:
    """How much like Chinese `data` reads: the mean of its characters beyond ASCII."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    scores = [_of(character, encoding) for character in _beyond_ascii(text)]
    return sum(scores) / len(scores) if len(scores) > 1 else 0.0


def _beyond_ascii(text: str) -> Iterator[str]:
    found = 0
    for character in text:
        if character >= "\x80":
            yield character
            found += 1
            if found >= 20_000:  # enough to know
                return


def _of(character: str, encoding: str) -> float:
    if character in _COMMON:
        return 3.0
    if "\u4e00" <= character <= "\u9fff":
        lead = character.encode(encoding)[0]
        first, last = (0xB0, 0xD7) if encoding == "gb18030" else (0xA4, 0xC6)
        return 1.0 if first <= lead <= last else -1.0
    if "\u3000" <= character <= "\u303f" or "\uff01" <= character <= "\uff65":
        return 1.0
    return 1.0 if character in "“”‘’—…·" else -2.0
