"""What handouts say of themselves."""

from presenter.words.words import Text

TEXTS = {
    "notes": Text("Notes", "讲稿"),
    "progress": Text("Writing {name} … {done}", "正在写 {name} …… {done}"),
    "no-glyph": Text(
        "no font on this machine has {characters}: a box stands in their place",
        "本机字体缺少 {characters}，以方框代替",
    ),
}
