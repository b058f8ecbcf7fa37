from presenter.deck.blocks import Bullets, Item, Numbers, Quote, Text
from tests.deck.decks import load, slide_of, told


def test_a_string_is_a_title() -> None:
    assert slide_of("谢谢").title == "谢谢"
    assert slide_of("2026").title == "2026"


def test_blocks_keep_the_order_in_which_they_are_written() -> None:
    slide = slide_of("""
        quote: 甲
        title: 题
        numbers: [一]
        text: 乙
        bullets: [二]
        """)
    assert [type(block) for block in slide.content] == [Quote, Numbers, Text, Bullets]


def test_content_holds_two_blocks_of_a_kind_and_stands_among_the_others() -> None:
    slide = slide_of("""
        text: 首
        content:
          - text: 甲
          - text: {text: 乙}
          - quote:
        quote: 尾
        """)
    assert slide.content == (Text(text="首"), Text(text="甲"), Text(text="乙"), Quote(text="尾"))


def test_items_are_texts_or_one_key_mappings() -> None:
    slide = slide_of("""
        bullets:
          - 甲
          - 2026
          - yes
          - 丙: [丙之一, {丙之二: [深处]}]
          - 丁:
        """)
    assert slide.content == (
        Bullets(
            items=(
                Item("甲"),
                Item("2026"),
                Item("yes"),
                Item("丙", (Item("丙之一"), Item("丙之二", (Item("深处"),)))),
                Item("丁"),
            )
        ),
    )


def test_the_long_form_of_a_block_takes_its_fields() -> None:
    slide = slide_of("""
        bullets: {items: [甲], reveal: true}
        quote: {text: 乙, by: 某人, x-source: 书}
        """)
    assert slide.content == (
        Bullets(items=(Item("甲"),), reveal=True),
        Quote(text="乙", by="某人"),
    )


def test_an_empty_value_counts_as_not_written() -> None:
    slide = slide_of("""
        title: 题
        notes:
        time:
        bullets:
        quote: {text: 甲, by: }
        """)
    assert (slide.notes, slide.time) == ("", None)
    assert slide.content == (Quote(text="甲"),)


def test_a_quoted_empty_text_is_written() -> None:
    assert slide_of("bullets: ['', 甲]").content == (Bullets(items=(Item(""), Item("甲"))),)


def test_what_a_slide_says_about_itself() -> None:
    slide = slide_of("""
        title: 题
        subtitle: 副题
        id: 首页
        notes: |
          第一行
          第二行
        time: 90s
        reveal: no
        layout: section
        x-mine: 1
        """)
    assert (slide.title, slide.subtitle, slide.id) == ("题", "副题", "首页")
    assert (slide.notes, slide.time) == ("第一行\n第二行\n", 90.0)
    assert (slide.reveal, slide.layout) == (False, "section")


def test_merged_entries_stand_where_the_merge_stands_and_own_keys_win() -> None:
    loaded = load("""\
        title: 试讲
        x-one: &one {text: 并入, title: 并入, quote: 一}
        x-two: &two {quote: 二, notes: 讲稿}
        slides:
          - numbers: [首]
            <<: [*one, *two]
            title: 自己
            bullets: [尾]
        """)
    assert loaded.problems == ()
    assert loaded.deck is not None
    (slide,) = loaded.deck.slides
    assert (slide.title, slide.notes) == ("自己", "讲稿")
    assert [type(block) for block in slide.content] == [Numbers, Text, Quote, Bullets]
    assert slide.content[2] == Quote(text="一")


def test_aliases_repeat_values() -> None:
    slide = slide_of("""
        bullets: &list [甲, &text 乙]
        numbers: *list
        title: *text
        """)
    assert slide.title == "乙"
    assert [block.items for block in slide.content if isinstance(block, Bullets)] == [
        (Item("甲"), Item("乙"))
    ] * 2


def test_a_harmless_tag_is_ignored_and_no_other_makes_an_object() -> None:
    assert slide_of("title: !!str 2026").title == "2026"
    loaded = load("title: 试讲\nslides:\n- title: !!python/object/apply:os.system ['true']")
    assert [told(each) for each in loaded.problems] == [(3, 10, "tag")]


def test_a_misspelt_key_is_suggested() -> None:
    loaded = load(
        "title: 试讲\nslides:\n- {heading: 甲}\n- {标题: 甲}\n- {bulets: 甲}\n- {zzz: 甲}"
    )
    assert [each.values["near"] for each in loaded.problems] == ["title", "title", "bullets", ""]


def test_a_required_key_that_is_only_misspelt_is_told_once() -> None:
    loaded = load("titel: 试讲\nslides: [甲]")
    assert [told(each) for each in loaded.problems] == [(1, 1, "unknown-key")]
