"""What an import says of what it could not carry over."""

from presenter.words.words import Text

TEXTS = {
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
    "callout-kind": Text("a callout of the kind {what}", "提示的种类原为 {what}"),
    "language": Text(
        "the code's language is not known to Pygments: {what}", "Pygments 不认识的代码语言：{what}"
    ),
    "code-info": Text("settings of a code block: {what}", "代码块的设置未转入：{what}"),
    "empty-code": Text("a code block without code: {what}", "空的代码块：{what}"),
    "too-deep": Text("nested too deep; kept as it is written", "嵌套过深，按原样保留"),
    "character": Text("a control character made visible: {what}", "控制字符改为可见符号：{what}"),
    "shape": Text("a shape without text: {what}", "没有文字的图形：{what}"),
    "chart": Text("a chart kept as a table: {what}", "图表按表格保留：{what}"),
    "told": Text(
        "{count} things had no equivalent; they are comments in the outline",
        "共 {count} 处没有对应写法，已在提纲里用注释标出",
    ),
    "told-one": Text(
        "one thing had no equivalent; it is a comment in the outline",
        "有 1 处没有对应写法，已在提纲里用注释标出",
    ),
    "made": Text("{path}: {slides} slides", "{path}：{slides} 张"),
    "too-large": Text(
        "{path} is too large for a talk: over 10 MB, or over {most} lines and cells",
        "{path} 太大，不像一份讲稿：超过 10 MB，或超过 {most} 行（含表格单元）",
    ),
    "nothing": Text("there are no slides in {path}", "{path} 里没有幻灯片"),
}
