"""What is right, and may be meant otherwise."""

from presenter.words.words import Text

TEXTS = {
    "text-cut": Text(
        "the text ends before this “#”, which begins a comment", "“#”开始了注释，文字到此为止"
    ),
    "text-cut.help": Text(
        "if it belongs to the text, put that in quotes; write two spaces before a comment",
        "若是文字的一部分，请给整段文字加引号；若是注释，请在前面空两格",
    ),
    "item-joined": Text(
        "this line goes on with the text above it, “{text}”",
        "这一行接在上面的“{text}”后面，成了同一段文字",
    ),
    "item-joined.help": Text(
        "to nest a list, end the text above with a colon; else begin every item at the same "
        "column, with “- ”",
        "若是下一级列表，请在上面那段文字后面加半角冒号；若是同一级，请让各项的“- ”对齐",
    ),
    "item-full-width": Text(
        "this colon is full-width, so the list below goes on with the text",
        "这是全角冒号，下面的列表接在这段文字后面了",
    ),
    "item-full-width.help": Text("end the text with “:”, a half-width colon", "请改用半角冒号“:”"),
    "full-width-comma": Text(
        "this comma is full-width, so it parts no items: “{comma}”",
        "这是全角标点“{comma}”，不能隔开各项",
    ),
    "full-width-comma.help": Text(
        "write “, ” between items; put a text with commas in quotes",
        "各项之间请用半角逗号加空格；若是一段文字，请加引号",
    ),
    "text-for-key": Text(
        "this slide is only a text: no key ends with “{colon}” here",
        "这一张只是一段文字：此处的“{colon}”前面不算键",
    ),
    "text-for-key.help": Text(
        "write “{key}: ”, a half-width colon and a space; put a text in quotes",
        "请写“{key}: ”，用半角冒号加一个空格；若是文字，请加引号",
    ),
    "folded-paragraphs": Text(
        "YAML joins these paragraphs to one", "这样写，YAML 会把各段连成一段"
    ),
    "folded-paragraphs.help": Text(
        "write “|” behind the key, without “>” or quotes, and the text below it, indented",
        "请在键的冒号后写“|”，不用“>”和引号，文字从下一行起缩进书写",
    ),
    "folded-code": Text(
        "YAML joins these lines of code to one", "这样写，YAML 会把各行代码连成一行"
    ),
    "folded-code.help": Text(
        "write “|” behind the key, without “>” or quotes, and the code below it, indented",
        "请在键的冒号后写“|”，不用“>”和引号，代码从下一行起缩进书写",
    ),
    "folded-list": Text("“>” joins this line to the one above", "“>”会把这一行接到上一行后面"),
    "folded-list.help": Text(
        "write “|” in place of “>”; a list of the slide goes under “bullets:”",
        "请把“>”改成“|”；要显示的列表请写在“bullets:”下面",
    ),
    "markdown-list": Text(
        "a text holds no list: its items run together", "文字里不能有列表，各项会连成一段"
    ),
    "markdown-list.help": Text(
        "write it under “bullets:” or “numbers:”", "请写在“bullets:”或“numbers:”下面"
    ),
    "markdown-code": Text(
        "a text holds no code block: its lines run together", "文字里不能有代码块，各行会连成一段"
    ),
    "markdown-code.help": Text("write it under “code: |”", "请写在“code: |”下面"),
    "markdown-table": Text(
        "a text holds no table: its rows run together", "文字里不能有表格，各行会连成一段"
    ),
    "markdown-table.help": Text("write it under “table:”", "请写在“table:”下面"),
    "markdown-heading": Text(
        "a text holds no heading: its “#” is shown", "文字里不能有标题，“#”会原样显示"
    ),
    "markdown-heading.help": Text(
        "write “title:” or “subtitle:”, or make it bold: “**…**”",
        "请写成“title:”或“subtitle:”，或用“**…**”加粗",
    ),
    "markdown-quote": Text(
        "a text holds no quote: its “>” is shown", "文字里不能有引文，“>”会原样显示"
    ),
    "markdown-quote.help": Text("write it under “quote:”", "请写在“quote:”下面"),
    "markdown-image": Text(
        "a text holds no picture: its alt text is shown", "文字里不能有图片，只显示替代文字"
    ),
    "markdown-image.help": Text(
        "write “image: {{path: …, alt: …}}”", "请写成“image: {{path: …, alt: …}}”"
    ),
    "markdown-rule": Text(
        "a text holds no line: its characters are shown", "文字里不能有分隔线，会原样显示"
    ),
    "markdown-rule.help": Text("delete it, or make two slides of it", "请删去，或拆成两张"),
}
