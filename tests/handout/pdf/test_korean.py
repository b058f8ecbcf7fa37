"""Korean as PDF: its lines end between words, which spaces part."""

from __future__ import annotations

from itertools import groupby

import pytest

from presenter.handout.pdf import export
from tests.handout.jobs import select
from tests.handout.poppler import needs_poppler, words

pytestmark = needs_poppler

SAID = (
    "회의자료작성요령을 미리확인하시고 **첨부**파일을 (공동연구기관)에서 `API`와 함께 "
    "제출하여주십시오, 감사하겠습니다!"
)


@pytest.mark.parametrize("block", ["text: '{}'", "bullets: ['{}', 나]", "callout: '{}'"])
def test_no_word_is_torn_that_has_room(block: str) -> None:
    texts = ["가나 " * before + SAID for before in range(12)]
    slides = ", ".join(f"{{title: 다, {block.format(text)}}}" for text in texts)
    (data,) = export(select(f"title: 가\nlang: ko\nslides: [{slides}]"))
    pages = [list(found) for _, found in groupby(words(data), lambda word: word.page)]
    for text, page in zip(texts, pages, strict=True):
        lines: list[str] = []
        last = 0.0
        for word in page:
            # In the order of the text; code is in another font, a little higher or lower.
            same = lines and abs(word.bottom - last) < 6
            lines[-1:] = [f"{lines[-1]} {word.text}"] if same else [*lines[-1:], word.text]
            last = word.bottom
        lines = [line.replace("API 와", "API와") for line in lines]
        for whole in text.replace("*", "").replace("`", "").split():
            assert any(whole in line.split() for line in lines), (whole, lines)


def test_a_word_wider_than_its_room_stays_in_it() -> None:
    column = "{text: '회의자료작성요령을미리확인하시고제출하여주십시오'}"
    source = f"title: 가\nlang: ko\nslides: [{{title: 다, columns: [{column}, {column}]}}]"
    (data,) = export(select(source))
    found = words(data)
    assert max(word.right for word in found) < 960
    assert not any(one.covers(other) for one in found for other in found if one is not other)
