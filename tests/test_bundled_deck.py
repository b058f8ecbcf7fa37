"""The decks that come with presenter: whole, short on the slide, full in the notes."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from presenter.deck import Deck, Slide, load_deck
from presenter.deck.blocks import extract_text
from presenter.deck.source import bundled_deck
from presenter.typeset import PageOptions, set_slide
from presenter.words import Language


@cache
def _deck() -> Deck:
    loaded = load_deck(bundled_deck())
    assert loaded.problems == ()
    assert loaded.deck is not None
    return loaded.deck


def _shown(slide: Slide) -> list[str]:
    """What the audience reads under the heading, without the marks of bold type."""
    said = (said for block in slide.content for said in extract_text(block))
    return [each.text.replace("**", "") for each in said]


def test_it_has_an_introduction_five_points_and_a_conclusion() -> None:
    parts = [(slide.part.kind, slide.part.number, slide.part.of) for slide in _deck().slides]
    points = [("point", number, 5) for number in range(1, 6)]
    assert parts == [("introduction", 0, 0), *points, ("conclusion", 0, 0)]


def test_its_head_is_complete() -> None:
    deck = _deck()
    assert deck.title == "后勤工作的重要性"
    assert deck.lang == "zh-Hans"
    assert deck.subtitle
    assert deck.date


def test_times_of_the_slides_add_up_to_that_of_the_deck() -> None:
    times = [slide.time for slide in _deck().slides]
    assert all(times)
    assert sum(time or 0 for time in times) == _deck().time


def test_every_slide_states_a_point_in_few_words() -> None:
    cover, *rest = _deck().slides
    assert cover.subtitle
    assert _shown(cover) == []
    for slide in rest:
        assert 4 <= len(slide.title) <= 16, slide.title
        shown = _shown(slide)
        assert 3 <= len(shown) <= 7, slide.title
        assert max(map(len, shown)) <= 24, slide.title


def test_notes_say_more_than_the_slide() -> None:
    for slide in _deck().slides:
        assert len(slide.notes) > 2 * sum(map(len, _shown(slide))), slide.title


def test_notes_can_be_spoken_in_the_planned_time() -> None:
    """Chinese is read aloud at some 200 to 250 characters a minute."""
    for slide in _deck().slides:
        assert slide.time is not None
        assert len(slide.notes) / slide.time * 60 <= 250, slide.title


def test_punctuation_is_full_width() -> None:
    for slide in _deck().slides:
        text = "".join((slide.title, slide.subtitle, slide.notes, *_shown(slide)))
        assert not set(text) & set(",.;:!?()\"'"), slide.title


def test_quotation_marks_and_book_titles_are_paired() -> None:
    for slide in _deck().slides:
        counts = Counter("".join((slide.title, slide.notes, *_shown(slide))))
        for opening, closing in ("“”", "《》", "（）"):
            assert counts[opening] == counts[closing], slide.title


@pytest.mark.parametrize(
    ("number", "facts"),
    [
        (1, "保障 打底 政务 效率 干部职工 切身利益 社会主义市场经济体制 重要 特殊"),
        (2, "前提 基础 政务 事务 行政管理体系 资产 物质 技术 高效 有序 劳务性 技术性"),
        (2, "世贸组织 职能部门 角色 管理职能 保障机制 服务质量"),
        (3, "政治性 政策性 邓小平 碎 杂 中心工作 全局 路线 方针政策 服从大局 服务大局"),
        (4, "科学 学问 经济学 管理学 服务学 公共关系学 手段 配合 支持 科学技术 协调 有效"),
        (5, "机构改革 配套 管理 服务 分开 行政序列 生产力 精简 高效 统一 廉洁 分流 专业"),
        (5, "第三产业 自主经营 自负盈亏 约束自己 发展自己 主体 法人实体 经济实力"),
        (6, "效益 经济属性 对内 设施 设备 有偿服务 结算 制度 对外 资源 市场 社会 规律"),
        (7, "全局 党委 政府 领导 观念 重政务 轻事务 罗干 政治工作 业务工作 改革 宏观 研究"),
        (7, "指导 地区 单位 部门 机构 职能 界定 完善 班子 队伍 协调 困难 问题 主人翁"),
        (7, "管得更好 后勤经济 协会 桥梁 纽带 横向 上下 全省 一条战线 合力 体制改革 健康"),
    ],
)
def test_facts_are_in_the_slide_or_its_notes(number: int, facts: str) -> None:
    slide = _deck().slides[number - 1]
    text = "\n".join((slide.title, slide.subtitle, slide.notes, *_shown(slide)))
    assert [fact for fact in facts.split() if fact not in text] == []


# The English one


@cache
def _english() -> Deck:
    loaded = load_deck(bundled_deck("en"))
    assert loaded.problems == ()
    assert loaded.deck is not None
    return loaded.deck


def test_the_english_sample_has_the_same_parts_and_is_in_english() -> None:
    deck = _english()
    parts = [(slide.part.kind, slide.part.number, slide.part.of) for slide in deck.slides]
    assert parts == [
        (slide.part.kind, slide.part.number, slide.part.of) for slide in _deck().slides
    ]
    assert deck.lang == "en"
    assert deck.subtitle
    assert deck.date
    assert [each for each in bundled_deck("en").read_text(encoding="utf-8") if each > "⺀"] == []


def test_times_of_the_english_slides_add_up_and_can_be_kept() -> None:
    """English is spoken at some 110 to 150 words a minute, pauses between thoughts included."""
    deck = _english()
    assert sum(slide.time or 0 for slide in deck.slides) == deck.time
    for slide in deck.slides:
        assert slide.time is not None
        assert 75 <= len(slide.notes.split()) / slide.time * 60 <= 125, slide.title


def test_the_english_slides_are_short_and_varied() -> None:
    cover, *rest = _english().slides
    assert cover.subtitle
    assert _shown(cover) == []
    for slide in rest:
        assert len(slide.title) <= 40, slide.title
        assert max(map(len, _shown(slide))) <= 80, slide.title
    kinds = {block.key for slide in rest for block in slide.content}
    assert len(kinds) >= 5


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_each_slide_of_a_sample_is_one_page(language: Language, size: tuple[int, int]) -> None:
    deck = _english() if language == "en" else _deck()
    for index, slide in enumerate(deck.slides):
        assert set_slide(deck, index, PageOptions(*size, deck.lang)).pages[1:] == [], slide.title
