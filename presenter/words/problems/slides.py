"""How slides come out: whether they fit, what they lack, in which colours."""

from presenter.words.words import Text

TEXTS = {
    # How slides come out.
    "does-not-fit": Text(
        "this slide does not fit {size}: it continues over {pages} pages",
        "这一张在 {size} 的屏幕上放不下，要分 {pages} 页",
    ),
    "does-not-fit.help": Text(
        "shorten it, move some into the notes, or make two slides of it",
        "请精简，把一部分移到 notes，或拆成两张",
    ),
    "no-glyph": Text(
        "as a picture this slide shows a box for {characters}: no font here has them",
        "这一张作为图片，{characters} 只能显示为方框：这台机器没有这样的字体",
    ),
    "no-glyph.help": Text(
        "install a font that has them, or use others",
        "请安装含有这些字符的字体，或换用别的字符",
    ),
    "no-script": Text(
        "as a picture this slide shows boxes for {script} ({characters}): no font here has it",
        "这一张作为图片，{script}（{characters}）只能显示为方框：这台机器没有这样的字体",
    ),
    "no-script.help": Text(
        "install a font that has it, “{family}” say",
        "请安装这种文字的字体，如 {family}",
    ),
    "not-joined": Text(
        "as a picture this slide sets {script} letter by letter, not joined as it should be: "
        "the font “{font}” cannot do that",
        "这一张作为图片，{script}的字母没有连写、组合：字体 {font} 做不到",
    ),
    "not-joined.help": Text(
        "install a font that can, “{family}” say",
        "请安装做得到的字体，如 {family}",
    ),
    "emoji-cut": Text(
        "as a picture this slide shows of {characters} only the first part: no font here draws "
        "it as one",
        "这一张作为图片，{characters} 只显示第一部分：这台机器的字体不能把它画成一个图形",
    ),
    "emoji-cut.help": Text(
        "install a font that has it, “Noto Color Emoji” say, or use a single one",
        "请安装含有它的字体，如 Noto Color Emoji，或换用单个符号",
    ),
    "does-not-fit-as-picture": Text(
        "as a picture this slide does not fit {size}: it continues over {pages} pages",
        "这一张作为图片，在 {size} 的屏幕上放不下，要分 {pages} 页",
    ),
    "does-not-fit-as-picture.help": Text(
        "shorten it, move some into the notes, or make two slides of it",
        "请精简，把一部分移到 notes，或拆成两张",
    ),
    "small-as-picture": Text(
        "as a picture at {size}, `{key}` is set in type too small to be read from the back row",
        "这一张作为图片，在 {size} 的屏幕上，`{key}` 的字太小，后排看不清",
    ),
    "small-as-picture.help": Text(
        "shorten it; of a table show fewer columns, or make two tables of it",
        "请精简；表格请少放几列，或拆成两个",
    ),
    "too-much-for-picture": Text(
        "so much stands on this slide that check has not tried it as a picture: it would continue "
        "over dozens of pages",
        "这一张内容太多，没有试着画成图片：要分几十页",
    ),
    "too-much-for-picture.help": Text(
        "show the part that you talk about, or make several slides of it",
        "请只放要讲的部分，或拆成几张",
    ),
    "no-picture": Text(
        "this slide cannot be drawn as a picture: the stage shows it in cells",
        "这一张画不成图片，放映时以字符显示",
    ),
    "no-picture.help": Text(
        "write it more simply, or make two slides of it", "请写得简单些，或拆成两张"
    ),
    "slide-refused": Text(
        "slide {number} cannot be made into {format}; Typst says: {why}",
        "第 {number} 张做不成 {format}，Typst 说：{why}",
    ),
    "slide-refused.help": Text(
        "write it more simply, or leave it out with --slides; {instead} writes it as it is",
        "请写得简单些，或用 --slides 略过；照现在这样可以用 {instead} 写出来",
    ),
    "not-tried": Text(
        "there is so much in this deck that check stops here: it has not tried whether the "
        "slides from this one to {total} fit",
        "文件内容太多，检查到此为止：从这一张到第 {total} 张能否放下，没有试过",
    ),
    "not-tried.help": Text("make several decks of it", "请拆成几份文件"),
    "pictures-not-tried": Text(
        "there are so many pictures that check stops here: the rest may be broken",
        "图片太多，检查到此为止：其余的是否完好，没有看过",
    ),
    "pictures-not-tried.help": Text(
        "save them in fewer pixels, or make several decks of it", "请缩小图片，或拆成几份文件"
    ),
    "no-room": Text(
        "there is no room for “{block}” at {size}: its text is shown instead",
        "“{block}”在 {size} 的屏幕上放不下，只能显示文字",
    ),
    "no-room.help": Text(
        "give it a slide of its own, or shorten the rest",
        "请让它单独占一张，或精简其余内容",
    ),
    "table-as-list": Text(
        "this table has no room in columns at {size}: each row is set as a column or a list",
        "表格在 {size} 的屏幕上排不成列，每行改作一列或列表",
    ),
    "table-as-list.help": Text(
        "take fewer columns, shorten its cells, or make two tables of it",
        "请减少列数，精简单元格，或拆成两张表",
    ),
    "no-notes": Text(
        "{count} of {total} slides have no notes, where others have: {slides}",
        "{total} 张里有 {count} 张没有 notes：{slides}",
    ),
    "no-notes.help": Text("write what you want to say: “notes: …”", "请写下要讲的话：“notes: …”"),
    "times-beyond": Text(
        "the slides take {total}, {over} more than the {planned} of the talk",
        "各张合计 {total}，比全场的 {planned} 多出 {over}",
    ),
    "times-beyond.help": Text(
        "shorten slides' times, or write “time: {total}” here",
        "请缩短各张的 time，或在此处写“time: {total}”",
    ),
    # Themes and theme files.
    "theme-auto": Text("this version has no “theme: auto” yet", "本版本还没有“theme: auto”"),
    "theme-auto.help": Text(
        "write a theme's name: ink is dark, paper is light",
        "请写主题的名称：ink 深色，paper 浅色",
    ),
    "unknown-theme": Text("there is no theme “{theme}”", "没有名为“{theme}”的主题"),
    "unknown-theme.help": Text("presenter themes lists them all", "presenter themes 列出全部主题"),
    "low-contrast": Text(
        "text is hard to read in the theme “{theme}”: “{style}” has a contrast of {ratio}, "
        "less than {least}",
        "主题“{theme}”的字不易看清：“{style}”对比度 {ratio}，不足 {least}",
    ),
    "low-contrast.help": Text(
        "take a colour that stands out more from the background",
        "请换一种与背景反差更大的颜色",
    ),
    "theme-not-mapping": Text(
        "a theme is a mapping: “palette: …”, “styles: …”",
        "主题文件应由“palette: …”“styles: …”等键组成",
    ),
    "theme-not-mapping.help": Text(
        "write “extends: ink”, then the colours that you want otherwise",
        "请先写“extends: ink”，再写要改的颜色",
    ),
    "unknown-color": Text("a palette has no “{key}”", "调色板里没有“{key}”"),
    "unknown-color.help": Text(
        "docs/themes.md lists the colours' names", "颜色的名称见 docs/themes.md"
    ),
    "unknown-style": Text("there is no style “{key}”", "没有名为“{key}”的样式"),
    "unknown-style.help": Text("docs/themes.md lists all styles", "全部样式见 docs/themes.md"),
    "empty-color": Text("“{key}” has no value", "“{key}”没有值"),
    "empty-color.help": Text(
        'put a colour in quotes, as # begins a comment: “{key}: "#c0392b"”',
        '颜色请加引号，否则 # 会成为注释：“{key}: "#c0392b"”',
    ),
    "not-a-color": Text("“{value}” is no colour", "“{value}”不是颜色"),
    "not-a-color.help": Text('write it as "#c0392b" or "#c33"', '请写成 "#c0392b" 或 "#c33"'),
    "not-a-style-color": Text("“{value}” is no colour", "“{value}”不是颜色"),
    "not-a-style-color.help": Text(
        'write "#c0392b", or a colour of the palette: {colors}',
        '请写 "#c0392b"，或调色板里的颜色：{colors}',
    ),
}
