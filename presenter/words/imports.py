"""What an import says of what it could not carry over."""

from presenter.words.words import Text

IMPORTS = {
    "line": Text("line {number}: {text}", "第 {number} 行：{text}"),
    "slide": Text("slide {number}: {text}", "第 {number} 张：{text}"),
    "not-carried": Text("not carried over: {what}", "未能转入：{what}"),
    "setting": Text("a setting with no equivalent: {what}", "没有对应写法的设置：{what}"),
    "tag": Text("HTML let go, its text kept: {what}", "去掉了 HTML 标记，文字保留：{what}"),
    "silent": Text("a style or script left out: {what}", "略去样式或脚本：{what}"),
    "kept": Text("kept as text: {what}", "按文字保留：{what}"),
    "rule": Text("a rule between paragraphs left out", "略去段落之间的横线"),
    "picture": Text(
        "a picture that the outline cannot show, kept as text: {what}",
        "无法显示的图片，按文字保留：{what}",
    ),
    "picture-words": Text("a picture's settings: {what}", "图片的设置未转入：{what}"),
    "picture-not-saved": Text(
        "a picture is saved only with -o: {what}", "要写 -o 才会保存图片：{what}"
    ),
    "mixed-list": Text(
        "a list of another kind under an item: its numbers or marks are lost",
        "列表里套着另一种列表：编号与符号不再区分",
    ),
    "numbering": Text(
        "a numbered list is parted by other content, and begins again at 1",
        "编号列表被其他内容隔开，编号从 1 重新开始",
    ),
    "numbering-from": Text(
        "a numbered list that began at {what} begins at 1",
        "编号列表原从 {what} 开始，改为从 1 开始",
    ),
    "lost": Text("words that could not be placed: {what}", "未能安放的文字：{what}"),
    "attributes": Text("attributes left out: {what}", "略去属性：{what}"),
    "div": Text(
        "a block's kind left out, its text kept: {what}", "区块的类别未转入，文字保留：{what}"
    ),
    "raised-as": Text("a superscript written as {what}", "上标改写为 {what}"),
    "lowered-as": Text("a subscript written as {what}", "下标改写为 {what}"),
    "formula": Text("a formula kept as its source: {what}", "公式按源码保留：{what}"),
    "diagram": Text("a diagram kept as its source: {what}", "图示按源码保留：{what}"),
    "note-shown": Text(
        "stands on the slide; if it is a speaker note, move it to notes: {what}",
        "留在页面上；若是讲稿，请移到 notes：{what}",
    ),
    "other-file": Text(
        "slides of another file; import that by itself: {what}",
        "另一个文件里的幻灯片，请单独转入：{what}",
    ),
    "file-kept": Text(
        "code from a file that cannot be shown from here, kept as text: {what}",
        "无法引用的代码文件，按文字保留：{what}",
    ),
    "front-broken": Text(
        "the settings are no valid YAML here; read as plain text: {what}",
        "此处的设置不是正确的 YAML，按普通文字读取：{what}",
    ),
    "setting-again": Text(
        "a setting written twice; this one counts, and not: {what}",
        "设置写了两遍，以这里为准，未采用：{what}",
    ),
    "surplus-cells": Text(
        "a row has more cells than the header has names; columns without a name were added",
        "这一行的单元格比表头多，已补上没有名称的列",
    ),
    "table-drawn": Text(
        "a table whose cells span several columns or rows, kept as it is drawn",
        "有合并单元格的表格，按原样保留",
    ),
    "enclosed": Text(
        "what a quote or callout holds beside text stands below or between its parts",
        "引文或提示框里除文字外的内容移到了框外",
    ),
    "moved": Text(
        "what stands within an item follows the list instead",
        "列表项里的内容移到了列表之后",
    ),
    "item-paragraph": Text(
        "a paragraph behind the items under an item became an item",
        "下级列表之后的段落改成了一项",
    ),
    "too-long": Text(
        "a paragraph too long, or with too many marks, to be read; kept as it is written",
        "段落过长或标记过多，未解析，按原样保留",
    ),
    "callout-kind": Text("a callout of the kind {what}", "提示的种类原为 {what}"),
    "language": Text(
        "the code's language is not known to Pygments: {what}", "Pygments 不认识的代码语言：{what}"
    ),
    "code-info": Text("settings of a code block: {what}", "代码块的设置未转入：{what}"),
    "empty-code": Text("a code block without code: {what}", "空的代码块：{what}"),
    "too-deep": Text("nested too deep; kept as it is written", "嵌套过深，按原样保留"),
    "character": Text("a control character made visible: {what}", "控制字符改为可见符号：{what}"),
    "drawings": Text("drawn without text, left out: {what}", "没有文字的图形，未转入：{what}"),
    "chart": Text("a chart kept as a table: {what}", "图表按表格保留：{what}"),
    "chart-kind": Text("a chart of another kind: {what}", "图表换了样式，原为：{what}"),
    "chart-words": Text("words on a chart left out: {what}", "图表上的文字未转入：{what}"),
    "chart-unreadable": Text(
        "a chart whose numbers cannot be read: {what}", "无法读取数据的图表：{what}"
    ),
    "smart-art": Text("SmartArt kept as a list: {what}", "SmartArt 按列表保留：{what}"),
    "object": Text("an object of another program: {what}", "其他程序的对象未转入：{what}"),
    "media": Text("sound and video are left out: {what}", "声音和视频未转入：{what}"),
    "equation": Text("an equation kept as a line of text: {what}", "公式按一行文字保留：{what}"),
    "raised": Text("no longer raised: {what}", "不再是上标：{what}"),
    "lowered": Text("no longer lowered: {what}", "不再是下标：{what}"),
    "looks": Text(
        "bold, italic, strike or a link let go: {what}", "去掉了加粗、斜体、删除线或链接：{what}"
    ),
    "numerals": Text(
        "a numbered list of another kind counts 1, 2, 3: {what}",
        "编号样式改为 1、2、3，原为：{what}",
    ),
    "link": Text("a link let go: {what}", "去掉了链接：{what}"),
    "slide-link": Text("a link to a slide let go: {what}", "去掉了到另一张的链接：{what}"),
    "merged": Text("a table with merged cells: {what}", "表格里有合并的单元格：{what}"),
    "cell-lines": Text(
        "paragraphs in the cells of a table are one line each: {what}",
        "表格单元里的多段合为一行：{what}",
    ),
    "hidden-words": Text("words that were not shown: {what}", "原本就不显示的文字：{what}"),
    "hidden-shape": Text("hidden, and left out: {what}", "已隐藏，未转入：{what}"),
    "off-slide": Text("outside of the slide, and left out: {what}", "在页面之外，未转入：{what}"),
    "on-every-slide": Text(
        "on the slides' master, and left out: {what}", "母版上的内容未转入：{what}"
    ),
    "background": Text("a picture in the background left out", "背景图片未转入"),
    "picture-linked": Text("a picture outside of the file: {what}", "图片不在文件之内：{what}"),
    "picture-cut": Text(
        "a cropped picture that cannot be cropped here, left out: {what}",
        "无法裁剪的图片，未转入：{what}",
    ),
    "picture-moving": Text("a picture that no longer moves: {what}", "图片不再是动图：{what}"),
    "animation": Text("animations left out", "动画未转入"),
    "advance": Text("went on by itself after {what}", "原在 {what} 后自动换页"),
    "comment": Text("a comment left out: {what}", "批注未转入：{what}"),
    "section": Text("a section begins here: {what}", "从这里开始一节：{what}"),
    "macros": Text("macros left out", "宏未转入"),
    "slide-unreadable": Text("the slide cannot be read: {what}", "无法读取这一张：{what}"),
    "notes-unreadable": Text("the notes cannot be read: {what}", "无法读取备注：{what}"),
    "in-several": Text(
        "too much for one slide; it is {what} slides now", "一张容纳不下，分为 {what} 张"
    ),
    "block-too-large": Text("too large for a slide, left out: {what}", "太大，未转入：{what}"),
    "notes-cut": Text("notes too long, the rest left out: {what}", "备注太长，略去：{what}"),
    "too-many": Text(
        "too many slides; this many are left out: {what}", "幻灯片太多，略去 {what} 张"
    ),
    "told": Text(
        "{count} things had no equivalent; they are comments in the outline",
        "共 {count} 处没有对应写法，已在提纲里用注释标出",
    ),
    "told-one": Text(
        "one thing had no equivalent; it is a comment in the outline",
        "有 1 处没有对应写法，已在提纲里用注释标出",
    ),
    "made-one": Text("{path}: 1 slide", "{path}：1 张"),
    "made": Text("{path}: {slides} slides", "{path}：{slides} 张"),
    "too-large": Text(
        "{path} is too large for a talk: over 4 MB, or over {most} lines and cells",
        "{path} 太大，不像一份讲稿：超过 4 MB，或超过 {most} 行（含表格单元）",
    ),
    "nothing": Text("there are no slides in {path}", "{path} 里没有幻灯片"),
}
