"""Slides with their notes on sheets of paper."""

from __future__ import annotations

from presenter.content.inline import plain_text
from presenter.handout.pdf import export
from tests.handout.jobs import BUNDLED, select
from tests.handout.poppler import contents, info, needs_poppler, squeezed, texts

pytestmark = needs_poppler


def test_notes_stand_below_their_slide() -> None:
    (data,) = export(select(BUNDLED, theme="paper", notes=True))
    pages = texts(data)
    slides = select(BUNDLED).deck.slides
    assert info(data)["Page size"].startswith("595.28 x 841.89 pts")
    assert len(pages) == len(slides)
    for slide, page in zip(slides, map(squeezed, pages), strict=True):
        at = page.index(squeezed(plain_text(slide.title)))
        for paragraph in slide.notes.split("\n\n"):
            found = page.index(squeezed(plain_text(paragraph)))
            assert found > at
            at = found


def test_long_notes_go_on_on_a_further_sheet() -> None:
    notes = "\n\n".join(f"      第{number}段：" + "后勤工作" * 20 for number in range(40))
    source = f"title: T\nlang: zh\nslides:\n  - title: 题\n    notes: |\n{notes}\n  - 下一张\n"
    (data,) = export(select(source, notes=True))
    pages = texts(data)
    assert len(pages) > 2
    joined = squeezed("".join(pages))
    assert all(f"第{number}段：" in joined for number in range(40))
    assert "下一张" in pages[-1]


def test_notes_are_markdown() -> None:
    source = """title: T
slides:
  - title: 题
    notes: |
      # 开场

      - 问好
          1. 先站稳

      > 慢一点

      ```
      x = [1]
      ```
"""
    (data,) = export(select(source, notes=True))
    (page,) = texts(data)
    for said in ("开场", "问好", "1. 先站稳", "慢一点", "x = [1]"):
        assert squeezed(said) in squeezed(page)
    assert "#" not in page
    assert "```" not in page


def test_no_byte_of_a_note_is_in_a_file_without_notes() -> None:
    source = "title: T\nslides: [{title: 题, text: 正文, notes: 绝密 SECRET}]"
    (data,) = export(select(source))
    (with_notes,) = export(select(source, notes=True))
    assert "绝密" in texts(with_notes)[0]
    raw = contents(data)
    assert "绝密" not in texts(data)[0]
    for encoding in ("utf-8", "utf-16-be"):
        assert "SECRET".encode(encoding) not in raw
        assert "绝密".encode(encoding) not in raw
    for character in "绝密":
        # Fonts list the characters that they hold.
        assert f"<{ord(character):04X}>".encode() not in raw.upper()
        assert f"<{ord(character):04X}>".encode() in contents(with_notes).upper()


def test_each_step_has_its_own_notes() -> None:
    source = """title: T
slides:
  - title: 题
    reveal: true
    bullets: [甲甲]
    notes: |
      先说题目
      [step]
      再说甲甲
"""
    (data,) = export(select(source, notes=True, steps=True))
    said = squeezed("".join(texts(data)))
    assert said.index("先说题目") < said.index("甲甲") < said.index("再说甲甲")


def test_a_slide_higher_than_its_place_keeps_its_steps() -> None:
    items = ", ".join(f"第{number}条" for number in range(1, 31))
    source = f"""title: T
slides:
  - title: 题
    reveal: true
    content: [{{bullets: [{items}]}}, {{text: 末了}}]
    notes: |
      先说题目
      [step]
      再说第一条
"""
    (data,) = export(select(source, notes=True, steps=True))
    said = squeezed("".join(texts(data)))
    assert said.count("末了") == 1
    assert said.count("第1条") == 31
    assert said.index("先说题目") < said.index("第1条") < said.index("再说第一条")
