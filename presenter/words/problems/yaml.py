"""Text that is no YAML, or more of it than anybody writes."""

from presenter.words.words import Text

TEXTS = {
    "yaml": Text("this is no valid YAML: {problem}", "不是合法的 YAML：{problem}"),
    "yaml.help": Text(
        "check the indentation, quotes and colons here", "请检查此处的缩进、引号和冒号"
    ),
    "yaml-documents": Text("a second YAML document begins here", "此处开始了第二份 YAML 文档"),
    "yaml-documents.help": Text(
        "delete this “---”: a deck is one document; “presenter import” takes a Markdown deck",
        "请删去这个“---”，一份幻灯片只是一份文档（Markdown 幻灯片请用“presenter import”转换）",
    ),
    "yaml-after-end": Text("the deck has ended before this", "文件到此之前已经结束"),
    "yaml-after-end.help": Text(
        "delete what comes after it, or the bracket or “...” that ends it",
        "请删去后面的内容，或删去使它结束的括号或“...”",
    ),
    "yaml-colon": Text("this colon cannot stand here", "此处不能有冒号"),
    "yaml-colon.help": Text(
        "put a text that contains “: ” in quotes, and begin keys at the same column",
        "文字里有“: ”时请加引号；同级的键要左端对齐",
    ),
    "yaml-full-width-colon": Text(
        "this colon is full-width, so it ends no key", "这是全角冒号，不能用在键的后面"
    ),
    "yaml-full-width-colon.help": Text("write “:” and a space", "请改用半角冒号加一个空格"),
    "yaml-colon-space": Text("a space is missing after “{key}:”", "“{key}:”后面缺少空格"),
    "yaml-colon-space.help": Text("write “{key}: ” and the value", "请写成“{key}: ”，再写值"),
    "yaml-block-indent": Text(
        "this text is not indented below the “|” or “>” of line {line}",
        "第 {line} 行“|”或“>”下面的文字没有缩进够",
    ),
    "yaml-block-indent.help": Text(
        "begin all its lines at one column, deeper than the key", "请让各行左端对齐，比键缩进得更深"
    ),
    "yaml-after-quote": Text(
        "this text in quotes has ended, and more text follows", "引号已经结束，后面还有文字"
    ),
    "yaml-after-quote.help": Text(
        "put the whole text in quotes: '… \"…\" …'; inside '…' write '' for an apostrophe",
        "请给整段文字加引号：'… \"…\" …'；在 '…' 里面，撇号写作 ''",
    ),
    "yaml-quote-closed-later": Text(
        "this quotation mark is closed only in line {line}", "这个引号到第 {line} 行才配对"
    ),
    "yaml-quote-closed-later.help": Text("close it where the text ends", "请在文字结束处补上引号"),
    "yaml-after-bracket": Text(
        "“{character}” begins a list or a mapping, and more text follows behind its end",
        "“{character}”开始了一个列表或映射，结束之后还有文字",
    ),
    "yaml-after-bracket.help": Text(
        'put the whole text in quotes: "[link](…) first"',
        '请给整段文字加引号："[链接](…) 在前"',
    ),
    "yaml-comment-in-text": Text(
        "this “#” begins a comment, so the text cannot go on in the next line",
        "“#”开始了注释，文字不能在下一行继续",
    ),
    "yaml-comment-in-text.help": Text(
        "put the text in quotes, or delete the comment", "请给文字加引号，或删去注释"
    ),
    "yaml-comment-in-brackets": Text(
        "this “#” begins a comment, so the bracket before it is not closed",
        "“#”开始了注释，前面的括号没有配对",
    ),
    "yaml-comment-in-brackets.help": Text(
        'put the text in quotes: ["C #1", b]', '请给文字加引号：["C #1", b]'
    ),
    "yaml-full-width-mark": Text(
        "“{mark}” is full-width: it parts and closes nothing",
        "“{mark}”是全角的，不能分隔，也不能配对",
    ),
    "yaml-full-width-mark.help": Text(
        "write the half-width one, or put the text in quotes", "请改用半角；若是文字，请加引号"
    ),
    "yaml-curly-quote": Text(
        "“{mark}” is no quotation mark for YAML, and a colon and a space follow",
        "“{mark}”对 YAML 不是引号，而后面有冒号和空格",
    ),
    "yaml-curly-quote.help": Text(
        'put the whole text in straight quotes: "…"', '请给整段文字加半角引号："…"'
    ),
    "yaml-key-column": Text(
        "“{key}” begins at column {is}, the keys above it at column {column}",
        "“{key}”从第 {is} 列开始，上面的键从第 {column} 列开始",
    ),
    "yaml-key-column.help": Text("begin it at column {column}", "请从第 {column} 列开始"),
    "yaml-item-column": Text(
        "this item begins at column {is}, those above it at column {column}",
        "这一项从第 {is} 列开始，上面各项从第 {column} 列开始",
    ),
    "yaml-item-column.help": Text(
        "begin it at column {column}; to nest it, end the text above with a colon",
        "请从第 {column} 列开始；若是下一级，请在上面那段文字后面加半角冒号",
    ),
    "yaml-no-dash": Text(
        "“{key}” stands where an item of the list above begins", "“{key}”处在上面列表各项的位置"
    ),
    "yaml-no-dash.help": Text(
        "begin it with “- ”, or indent it as the key that it belongs beside",
        "请以“- ”开头，或与它并列的键对齐",
    ),
    "yaml-question-mark": Text("this question mark cannot stand here", "此处不能有问号"),
    "yaml-question-mark.help": Text("put the text in quotes", "请给文字加上引号"),
    "yaml-dash": Text("this dash cannot stand here", "此处不能有短横"),
    "yaml-dash.help": Text(
        "begin a list on its own line under its key, or put the text in quotes",
        "列表请在键的下面另起一行；若是文字，请加引号",
    ),
    "yaml-no-colon": Text("a key without a colon", "键的后面没有冒号"),
    "yaml-no-colon.help": Text(
        "write “key: value”, with a space after the colon", "请写成“键: 值”，冒号后有一个空格"
    ),
    "yaml-expected-key": Text(
        "this does not line up with the keys before it", "此处与前面的键没有对齐"
    ),
    "yaml-expected-key.help": Text(
        "begin keys at one column, lists deeper; nothing may follow a closing quote",
        "同级的键请左端对齐，列表要缩进；引号之后不能再有文字",
    ),
    "yaml-expected-dash": Text(
        "this does not line up with the list before it", "此处与前面的列表没有对齐"
    ),
    "yaml-expected-dash.help": Text(
        "begin each item with “- ” at the same column", "请让各项的“- ”左端对齐"
    ),
    "yaml-open-list": Text(
        "this list has no “]” in its place", "列表缺少“]”，或项与项之间缺少逗号"
    ),
    "yaml-open-list.help": Text(
        "part the items by commas, close with “]”, and put text with brackets or colons in quotes",
        "各项之间用半角逗号，末尾写“]”；含括号或冒号的文字请加引号",
    ),
    "yaml-open-mapping": Text(
        "this mapping has no “}}” in its place", "此处缺少“}}”，或各键之间缺少逗号"
    ),
    "yaml-open-mapping.help": Text(
        "part the entries by commas, close with “}}”, and put text with braces in quotes",
        "各键之间用半角逗号，末尾写“}}”；含花括号的文字请加引号",
    ),
    "yaml-no-value": Text("a value is missing before this", "此处之前缺少值"),
    "yaml-no-value.help": Text(
        "write a value, or put a text that begins so in quotes", "请写上值；若是文字，请加引号"
    ),
    "yaml-open-quote": Text("this quotation mark is never closed", "引号没有配对"),
    "yaml-open-quote.help": Text(
        "close the quote; inside '…' write '' for an apostrophe",
        "请补上引号；在 '…' 里面，撇号写作 ''",
    ),
    "yaml-escape": Text(
        "this backslash begins no escape that YAML knows", "YAML 没有这种反斜线写法"
    ),
    "yaml-escape.help": Text(
        "write two backslashes, or use '…', where a backslash is itself",
        "请写两个反斜线，或改用 '…'，其中的反斜线就是它本身",
    ),
    "yaml-tab": Text("a tab stands where YAML wants spaces", "此处用了制表符，YAML 只认空格"),
    "yaml-tab.help": Text("indent with spaces", "请用空格缩进"),
    "yaml-unknown-alias": Text("“{alias}” refers to nothing", "“{alias}”没有对应的锚点"),
    "yaml-unknown-alias.help": Text(
        "put a text that begins with “*” in quotes, or write its “&” before it",
        "以“*”开头的文字请加引号；若是引用，请先写出对应的“&”",
    ),
    "yaml-anchor-twice": Text(
        "this anchor stands already in line {line}", "这个锚点在第 {line} 行已经有了"
    ),
    "yaml-anchor-twice.help": Text("give it another name", "请另起一个名字"),
    "yaml-indicator": Text(
        "a text cannot begin with “{character}” here", "此处的文字不能以“{character}”开头"
    ),
    "yaml-indicator.help": Text("put the text in quotes", "请给文字加上引号"),
    "yaml-tag": Text("this “!” begins no tag that YAML knows", "这个“!”不是 YAML 认得的标记"),
    "yaml-tag.help": Text("put a text that begins with “!” in quotes", "以“!”开头的文字请加引号"),
    "yaml-version": Text("this is for another version of YAML", "这里写的是另一种 YAML 版本"),
    "yaml-version.help": Text(
        "delete the line that begins with “%YAML”", "请删去以“%YAML”开头的那一行"
    ),
    "yaml-block-text": Text(
        "only a comment may follow “|” or “>” in its line", "“|”或“>”的后面不能直接写字"
    ),
    "yaml-block-text.help": Text(
        "begin the text on the next line, indented", "请把文字移到下一行，并缩进"
    ),
    "too-deep": Text("this is nested more than {most} deep", "嵌套超过 {most} 层"),
    "too-deep.help": Text("make it flatter", "请减少层次"),
    "too-many": Text("there are more than {most} values", "值超过 {most} 个"),
    "too-many.help": Text("make several decks of it", "请拆成几份文件"),
    "alias-cycle": Text("this contains itself through an alias", "它经由引用包含了自己"),
    "alias-cycle.help": Text("write it out in place of the alias", "请去掉引用，直接写出内容"),
    "alias-bomb": Text(
        "aliases of this come to more than {most} values", "引用展开以后超过 {most} 个值"
    ),
    "alias-bomb.help": Text("use fewer aliases", "请减少引用"),
    "alias-text": Text(
        "aliases of texts such as this come to more than {most} characters",
        "这样的文字经引用展开以后超过 {most} 个字符",
    ),
    "alias-text.help": Text(
        "use fewer aliases, or of shorter texts", "请减少引用，或引用短一些的文字"
    ),
}
