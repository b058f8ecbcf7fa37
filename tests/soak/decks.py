"""The versions of the deck that is presented: good ones of the gallery's slides, and bad ones."""

from __future__ import annotations

import re
from random import Random

from tests.handout.jobs import GALLERY
from tests.mutations import mutated

MORE = [
    "  - 一个字\n",
    "  - title: ''\n    text: 没有标题的一张。\n",
    "  - title: 很长的一张\n    notes: |\n      说明一\n      [step]\n      说明二\n    bullets:\n"
    + "".join(
        f"      - 第{n}项：先懂全局，再办后勤，“政策性”强，要紧（很要紧）\n" for n in range(40)
    ),
    "  - title: 一大段\n    text: >-\n"
    + "      后勤连着大局，政策性强；《条例》第 12 条——“先懂全局”……再说 45% 的事。\n" * 30,
    "  - title: 逐项出现\n    reveal: true\n    bullets: [甲, 乙, {丙: [丙之一, 丙之二]}]\n",
]


def _slides() -> list[str]:
    """The gallery's slides, each as it stands in its file."""
    text = GALLERY.read_text(encoding="utf-8").partition("\nslides:\n")[2]
    return re.split(r"^(?=  - )", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE), flags=re.M)[1:]


SLIDES = [*_slides(), *MORE]
WORDS = [
    "后勤",
    "大局",
    "“政策”",
    "（要紧）",
    "Logistics matters",
    "第 12 条",
    "……",
    "45%",
    "《书》",
]


def good(seed: int) -> str:
    """A deck of 1 to 40 slides, some of them with other words than in the gallery."""
    chance = Random(seed)
    slides = chance.choices(SLIDES, k=chance.choice([1, 3, 8, 8, 12, 12, 20, 40]))
    for index in chance.sample(range(len(slides)), min(len(slides), 3)):
        slides[index] = re.sub(
            r"(?<=title: )(?=[^\"'{\[|>])", f"{chance.choice(WORDS[:2])}·", slides[index], count=1
        )
    head = {
        "title": "一场很长的放映",
        "lang": chance.choice(["zh-Hans", "zh-Hans", "en"]),
        "theme": chance.choice(["ink", "paper", "vermilion", "board"]),
        "reveal": chance.choice(["true", "false", "false"]),
        "time": "15m",
    }
    return (
        "".join(f"{key}: {value}\n" for key, value in head.items()) + "slides:\n" + "".join(slides)
    )


def other(seed: int) -> str:
    """One of these made wrong here and there, which may leave it good."""
    chance = Random(seed)
    return mutated(good(seed), chance, chance.randint(1, 4))
