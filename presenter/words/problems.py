"""What can be wrong with a deck, and what to write instead.

``code`` is the sentence, ``code.help`` the way out; the codes are those of the diagnostics.
"""

from presenter.words.words import Text

PROBLEMS = {
    "did-you-mean": Text("did you mean “{near}”?", "是不是想写“{near}”？"),
    # The file as a whole.
    "too-large": Text("this file is larger than {megabytes} MB", "文件超过 {megabytes} MB"),
    "too-large.help": Text(
        "a deck is text; keep pictures in files beside it",
        "幻灯片文件只放文字；图片请另存，放在旁边",
    ),
    "encoding": Text(
        "this is not UTF-8: byte {byte} does not belong here",
        "不是 UTF-8 编码：此处的字节 {byte} 不合规则",
    ),
    "encoding.help": Text("save the file as UTF-8 in your editor", "请在编辑器里另存为 UTF-8"),
    "gb18030": Text(
        "this file is in GB 18030 (GBK), not in UTF-8", "文件是 GB 18030（GBK）编码，不是 UTF-8"
    ),
    "gb18030.help": Text(
        "convert it: iconv -f GB18030 -t UTF-8 old.yaml > new.yaml",
        "请转换：iconv -f GB18030 -t UTF-8 旧.yaml > 新.yaml",
    ),
    "big5": Text("this file is in Big5, not in UTF-8", "文件是 Big5 编码，不是 UTF-8"),
    "big5.help": Text(
        "convert it: iconv -f BIG5 -t UTF-8 old.yaml > new.yaml",
        "请转换：iconv -f BIG5 -t UTF-8 旧.yaml > 新.yaml",
    ),
    "empty-deck": Text("there is nothing in this deck", "文件里什么也没有"),
    "empty-deck.help": Text(
        "“presenter new” writes a deck to start from", "“presenter new”会写出一份可供修改的样例"
    ),
    "deck-not-mapping": Text(
        "a deck begins with keys such as “title: …”, not like this",
        "文件应以“title: …”这样的键开头",
    ),
    "deck-not-mapping.help": Text(
        "write “title: …”, then “points:” with a list of slides (“presenter new” shows how)",
        "请先写“title: …”，再写“points:”和各张幻灯片（“presenter new”给出样例）",
    ),
    "not-text": Text(
        "this is no text: it holds more than {most} control characters",
        "这不是文本文件：控制字符超过 {most} 个",
    ),
    "not-text.help": Text(
        "is it the right file? a deck is saved as UTF-8", "请看看是不是选错了文件；应存为 UTF-8"
    ),
    "hostile-character": Text(
        "the control character {character} is shown as a symbol",
        "控制字符 {character} 以符号代替显示",
    ),
    "hostile-character.help": Text(
        "delete it; it could upset a terminal or turn a line around",
        "请删去；它会扰乱终端或颠倒文字的次序",
    ),
    "invisible-character": Text(
        "the invisible character {character} is left out", "看不见的字符 {character} 已略去"
    ),
    "invisible-character.help": Text(
        "delete it; nothing needs it here, and it may hide words",
        "请删去；此处用不着它，它还可能藏着别的文字",
    ),
    "hostile-more": Text(
        "from here on, more such characters are shown as symbols or left out",
        "此后还有这样的字符，也以符号代替或略去",
    ),
    "hostile-more.help": Text("is this a text file?", "请看看这是不是文本文件"),
    "more-problems": Text("there are {more} more problems", "另有 {more} 处问题"),
    "more-problems.help": Text(
        "mend the first ones, then check again", "请先改好前面的，再检查一遍"
    ),
    # Text that is no YAML.
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
    # Keys.
    "unknown-key": Text("unknown key “{key}”", "不认识的键“{key}”"),
    "unknown-key.help": Text(
        "nearest to it here: {known}; docs/format.md lists all, and keys that begin with “x-” "
        "are yours",
        "此处与它最接近的：{known}；docs/format.md 列有全部，以“x-”开头的键可自行使用",
    ),
    "later-key": Text("this version has no “{key}” yet", "本版本还没有“{key}”"),
    "later-key.help": Text(
        "delete it, or keep it as “x-{key}” for a later version",
        "请删去，或改写为“x-{key}”，留待以后的版本",
    ),
    "later-form": Text(
        "this version takes only a text for “{key}”", "本版本的“{key}”只能是一段文字"
    ),
    "later-form.help": Text("write it in one line: “{key}: …”", "请写成一行：“{key}: …”"),
    "text-colon": Text(
        "“{text}” is taken for a key, as a colon and a space follow",
        "“{text}”后面是冒号和空格，因此被当作键",
    ),
    "text-colon.help": Text(
        'put the text in quotes: "{text}: …"', '若是文字，请加引号："{text}: …"'
    ),
    "not-a-warning": Text(
        "no warning has the code “{name}”; errors cannot be ignored",
        "没有代号为“{name}”的警告；错误不能略过",
    ),
    "not-a-warning.help": Text(
        "write the code that stands in brackets behind a warning: [no-notes]",
        "请写警告后面方括号里的代号，如 [no-notes]",
    ),
    "key-twice": Text("“{key}” stands already in line {line}", "“{key}”在第 {line} 行已经有了"),
    "key-twice.help": Text(
        "keep one of them; blocks of one kind go into “content:” as a list",
        "请只留一个；同类的内容块请列在“content:”下面",
    ),
    "key-not-text": Text(
        "a key is a word, not a list or a mapping", "键应是一个词，不能是列表或映射"
    ),
    "key-not-text.help": Text("write “key: value”", "请写成“键: 值”"),
    "missing-key": Text("“{key}” is missing", "缺少“{key}”"),
    "missing-key.help": Text("write “{key}: …”", "请写上“{key}: …”"),
    "merge-not-mapping": Text("“<<” merges mappings only", "“<<”只能并入映射"),
    "merge-not-mapping.help": Text(
        "refer to a mapping: “<<: *name”", "请引用一个映射：“<<: *名字”"
    ),
    "tag": Text("the tag “{tag}” means nothing here", "标记“{tag}”在此处没有意义"),
    "tag.help": Text("delete the tag, or put the text in quotes", "请删去标记；若是文字，请加引号"),
    # The outline.
    "both-shapes": Text(
        "a deck has either “slides” or an outline, not both", "“slides”与提纲不能同时使用"
    ),
    "both-shapes.help": Text(
        "move these slides into “introduction”, “points” or “conclusion”",
        "请把这些张移到“introduction”“points”或“conclusion”",
    ),
    "no-slides": Text("there is no slide to show", "没有可以放映的幻灯片"),
    "no-slides.help": Text("write “points:” with a list of slides", "请写“points:”，下面列出各张"),
    "empty-slide": Text("there is nothing in this slide", "这一张什么也没有"),
    "empty-slide.help": Text(
        "write its title after the dash, or delete the dash", "请在短横后面写上标题，或删去短横"
    ),
    "slide-not-mapping": Text(
        "a slide is a title or a mapping, not a list", "一张幻灯片应是标题或映射，不是列表"
    ),
    "slide-not-mapping.help": Text(
        "write “- title: …” with its blocks under it", "请写成“- title: …”，内容写在下面"
    ),
    "blank-slide": Text("this slide shows nothing", "这一张没有可显示的内容"),
    "blank-slide.help": Text(
        "write a title or a block such as “bullets”, or “hidden: true”",
        "请写标题或“bullets”等内容，或写“hidden: true”",
    ),
    "id-all-digits": Text("the id “{id}” looks like a slide's number", "id“{id}”像是页码"),
    "id-all-digits.help": Text("begin it with a letter", "请以字母开头"),
    "id-twice": Text(
        "the id “{id}” stands already in line {line}", "id“{id}”在第 {line} 行已经用过"
    ),
    "id-twice.help": Text("give each slide an id of its own", "各张的 id 不能相同"),
    "content-item": Text(
        "each item of “content” is one block: one key and its value",
        "“content”的每一项是一个内容块：一个键和它的值",
    ),
    "content-item.help": Text(
        "write “- text: …”, “- bullets: …”, one block to a dash",
        "请写成“- text: …”“- bullets: …”，一个短横一块",
    ),
    "slide-texts": Text(
        "this slide holds {number} texts; at most {most} are shown",
        "这一张有 {number} 段文字，最多能显示 {most} 段",
    ),
    "slide-texts.help": Text("make several slides of it", "请拆成几张"),
    "slide-characters": Text(
        "this slide holds {number} characters; at most {most} are shown",
        "这一张有 {number} 个字符，最多能显示 {most} 个",
    ),
    "slide-characters.help": Text("make several slides of it", "请拆成几张"),
    # Values.
    "too-long": Text(
        "this text has {length} characters; at most {most} may stand here",
        "这段文字有 {length} 个字符，此处最多 {most} 个",
    ),
    "too-long.help": Text(
        "shorten it, or spread it over several slides", "请精简，或分到几张幻灯片上"
    ),
    "mapping-for-text": Text("a text is wanted here, not a mapping", "此处应是文字，不是映射"),
    "mapping-for-text.help": Text(
        "write the text; put it in quotes if it contains “: ”", "请写文字；文字里有“: ”时请加引号"
    ),
    "list-for-text": Text("a text is wanted here, not a list", "此处应是文字，不是列表"),
    "list-for-text.help": Text(
        "write one text; put it in quotes if it begins with “[”",
        "请只写一段文字；以“[”开头时请加引号",
    ),
    "not-a-list": Text("a list is wanted here", "此处应是列表"),
    "not-a-list.help": Text(
        "begin each item on its own line with “- ”, or write “[…, …]”",
        "请把各项分行写，以“- ”开头，或写成“[…, …]”",
    ),
    "list-for-prose": Text("a text is wanted here, not a list", "此处应是文字，不是列表"),
    "list-for-prose.help": Text(
        "write “bullets:” for a list; put a text that begins with “[” in quotes",
        "列表请写在“bullets:”下面；以“[”开头的文字请加引号",
    ),
    "dash-space": Text("a space is missing after this dash", "短横后面缺少空格"),
    "dash-space.help": Text(
        "begin each item with “- ”, a dash and a space", "每项以“- ”开头：短横加一个空格"
    ),
    "list-mark": Text("“{mark}” begins no item of a list", "“{mark}”不能用在列表各项的前面"),
    "list-mark.help": Text(
        "begin each item with “- ”, a hyphen and a space", "每项以“- ”开头：半角短横加一个空格"
    ),
    "full-width-bracket": Text("“{mark}” begins no list", "“{mark}”不能用来写列表"),
    "full-width-bracket.help": Text(
        "write “[one, two]” with half-width brackets and commas",
        "请用半角的方括号和逗号：“[一, 二]”",
    ),
    "full-width-space": Text(
        "this line begins with a full-width or unbreakable space, which does not indent it",
        "这一行以全角空格或不换行空格开头，不能用来缩进",
    ),
    "full-width-space.help": Text("indent with ordinary spaces", "请用半角空格缩进"),
    "item-comment": Text(
        "there is nothing in this item: “#” begins a comment", "这一项是空的：“#”开始了注释"
    ),
    "item-comment.help": Text('put the text in quotes: - "#1 …"', '若是文字，请加引号：- "#1 …"'),
    # What is right and may be meant otherwise.
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
    "not-a-mapping": Text("keys with values are wanted here", "此处应是带有键的映射"),
    "not-a-mapping.help": Text("write “key: value”, each on its own line", "请分行写成“键: 值”"),
    "empty-item": Text("there is nothing in this item", "这一项是空的"),
    "empty-item.help": Text("write something, or delete the dash", "请写上内容，或删去短横"),
    "empty-value": Text("“{key}” has no value", "“{key}”没有值"),
    "empty-value.help": Text("write “{key}: …”", "请写成“{key}: …”"),
    "item-keys": Text(
        "an item is a text, or one text with a list under it",
        "一项应是一段文字，或一段文字下面带一个列表",
    ),
    "item-keys.help": Text(
        "give each text its own dash; put a text that contains “: ” in quotes",
        "请让每段文字各占一个短横；文字里有“: ”时请加引号",
    ),
    "too-few": Text(
        "there are {number} here, at least {least} are wanted",
        "此处有 {number} 项，至少应有 {least} 项",
    ),
    "too-few.help": Text("add to the list", "请补足"),
    "not-a-boolean": Text("“{value}” is neither true nor false", "“{value}”不是 true 或 false"),
    "not-a-boolean.help": Text(
        "write true or false, without quotes", "请写 true 或 false，不加引号"
    ),
    "not-an-integer": Text("“{value}” is no whole number", "“{value}”不是整数"),
    "not-an-integer.help": Text("write digits without quotes: 3", "请写数字，不加引号：3"),
    "not-a-number": Text("“{value}” is no number", "“{value}”不是数"),
    "not-a-number.help": Text(
        "write digits without quotes, commas or units: 1200.5",
        "请写数字，不加引号、逗号和单位：1200.5",
    ),
    "too-small": Text("{value} is too small", "{value} 太小"),
    "too-small.help": Text("write {least} or more", "请写 {least} 或更大的数"),
    "too-great": Text("{value} is too great", "{value} 太大"),
    "too-great.help": Text("write {most} or less", "请写 {most} 或更小的数"),
    "not-above": Text("{value} is too small", "{value} 太小"),
    "not-above.help": Text("write more than {least}", "请写大于 {least} 的数"),
    "not-below": Text("{value} is too great", "{value} 太大"),
    "not-below.help": Text("write less than {most}", "请写小于 {most} 的数"),
    "not-a-percentage": Text(
        "“{value}” is no percentage from 1% to 100%", "“{value}”不是 1% 到 100% 的百分数"
    ),
    "not-a-percentage.help": Text("write 60%", "请写成 60%"),
    "not-a-choice": Text("“{value}” is not one of the choices", "“{value}”不在可选之列"),
    "not-a-choice.help": Text("write one of: {choices}", "请从中选一个：{choices}"),
    "bare-number-time": Text("“{value}” has no unit of time", "时间“{value}”没有单位"),
    "bare-number-time.help": Text(
        "write {value}m for minutes or {value}s for seconds", "分钟请写 {value}m，秒请写 {value}s"
    ),
    "not-a-time": Text("“{value}” is no length of time", "“{value}”不是时长"),
    "not-a-time.help": Text("write 90s, 15m, 1h30m or 12:30", "请写 90s、15m、1h30m 或 12:30"),
    "not-a-language": Text("“{lang}” is no language tag", "“{lang}”不是语言标签"),
    "not-a-language.help": Text(
        "write a BCP 47 tag: zh-Hans, zh-Hant, en, ja", "请写 BCP 47 标签：zh-Hans、zh-Hant、en、ja"
    ),
    # Files that a deck names.
    "file-missing": Text("there is no file “{file}”", "没有文件“{file}”"),
    "file-missing.help": Text(
        "write its path from the deck's folder", "请写出从幻灯片所在文件夹起的路径"
    ),
    "file-case": Text(
        "the file is called “{real}”, not “{file}”; other systems will not find it",
        "文件名是“{real}”，不是“{file}”；换一个系统就找不到了",
    ),
    "file-case.help": Text("write “{real}”", "请写“{real}”"),
    "file-outside": Text(
        "“{file}” lies outside the deck's folder", "“{file}”不在幻灯片所在的文件夹里"
    ),
    "file-outside.help": Text("copy it into the deck's folder", "请把它复制到幻灯片所在的文件夹"),
    "file-not-regular": Text("“{file}” is a folder or a device", "“{file}”是文件夹或设备"),
    "file-not-regular.help": Text("name a file", "请写文件的名字"),
    "file-unreadable": Text("“{file}” cannot be read", "无法读取“{file}”"),
    "file-unreadable.help": Text("check its name and its permissions", "请检查名字和权限"),
    "file-remote": Text("“{file}” is an address on the network", "“{file}”是网络地址"),
    "file-remote.help": Text(
        "download it into the deck's folder; a talk opens no connection",
        "请先下载到幻灯片所在的文件夹；放映时不联网",
    ),
    "file-no-folder": Text(
        "“{file}” cannot be found for a deck from standard input",
        "幻灯片来自标准输入，找不到“{file}”",
    ),
    "file-no-folder.help": Text("save the deck as a file", "请先把幻灯片存成文件"),
    "file-too-large": Text("“{file}” is larger than {kilobytes} KB", "“{file}”超过 {kilobytes} KB"),
    "file-too-large.help": Text(
        "show a part of it in a smaller file", "请截取需要的部分，另存为小文件"
    ),
    "file-encoding": Text("“{file}” is not UTF-8", "“{file}”不是 UTF-8 编码"),
    "file-encoding.help": Text("save it as UTF-8 in your editor", "请在编辑器里另存为 UTF-8"),
    "file-hostile": Text(
        "“{file}” holds control characters; they are shown as symbols",
        "“{file}”含有控制字符，以符号代替显示",
    ),
    "file-hostile.help": Text("delete them", "请删去"),
    "file-invisible": Text(
        "“{file}” holds invisible characters; they are left out", "“{file}”含有看不见的字符，已略去"
    ),
    "file-invisible.help": Text("delete them", "请删去"),
    # What `presenter check` finds beyond the loader's problems.
    "does-not-fit": Text(
        "this slide does not fit {size}: it continues over {pages} pages",
        "这一张在 {size} 的屏幕上放不下，要分 {pages} 页",
    ),
    "does-not-fit.help": Text(
        "shorten it, move some into the notes, or make two slides of it",
        "请精简，把一部分移到 notes，或拆成两张",
    ),
    "does-not-fit-as-picture": Text(
        "as a picture this slide does not fit {size}: it continues over {pages} pages",
        "这一张作为图片，在 {size} 的屏幕上放不下，要分 {pages} 页",
    ),
    "does-not-fit-as-picture.help": Text(
        "shorten it, move some into the notes, or make two slides of it",
        "请精简，把一部分移到 notes，或拆成两张",
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
        "this table has no room in columns at {size}: each row is set as a list",
        "表格在 {size} 的屏幕上排不成列，每行改作列表",
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
    # Theme files.
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
    "code-source-or-file": Text(
        "a code block shows either “source” or “file”", "代码块要么写 source，要么写 file"
    ),
    "code-source-or-file.help": Text(
        "write one of the two: “file: example.py”, or the code under “source: |”",
        "两者取一：“file: example.py”，或把代码写在“source: |”之下",
    ),
    "code-language": Text("no colours are known for “{language}”", "不认识编程语言“{language}”"),
    "code-language.help": Text(
        "write a name that Pygments knows: python, go, bash, yaml, text …",
        "请写 Pygments 认识的名字：python、go、bash、yaml、text 等",
    ),
    "code-plain-long": Text(
        "this code is shown without colours: it has more than {most} characters",
        "这段代码不着色：超过 {most} 个字符",
    ),
    "code-plain-long.help": Text(
        "show the part that matters: “from” and “to” cut a file",
        "请只放要讲的部分；取自文件的可用 from 和 to 截取",
    ),
    "code-plain-slow": Text(
        "this code is shown without colours: “{language}” takes too long to colour it",
        "这段代码不着色：“{language}”的着色规则用时过长",
    ),
    "code-plain-slow.help": Text(
        "all of it is shown; “language: text” says that it shall be so, shorter lines may help",
        "内容仍会完整显示；确认不着色请写“language: text”，或把长行拆短再试",
    ),
    "code-plain-altered": Text(
        "this code is shown without colours: “{language}” would leave out or change some of it",
        "这段代码不着色：“{language}”的着色规则会漏掉或改动内容",
    ),
    "code-plain-altered.help": Text(
        "all of it is shown; is it the right language? “language: text” says that it has none",
        "内容仍会完整显示；请看看语言是否写对，确认不着色请写“language: text”",
    ),
    "code-plain-failed": Text(
        "this code is shown without colours: colouring “{language}” failed",
        "这段代码不着色：“{language}”的着色出错",
    ),
    "code-plain-failed.help": Text(
        "all of it is shown; “language: text” says that it shall be so",
        "内容仍会完整显示；确认不着色请写“language: text”",
    ),
    "code-from-to": Text(
        "there are no lines {first} to {last}: the code has {count}",
        "没有第 {first} 到 {last} 行：代码共 {count} 行",
    ),
    "code-from-to.help": Text(
        "let “from” come before “to”, both within the code", "from 须在 to 之前，且都在代码范围之内"
    ),
    "code-lines": Text("“{value}” names no lines", "“{value}”不是行号"),
    "code-lines.help": Text(
        "write line numbers, steps parted by |: “1-3|5|all”",
        "请写行号，步与步之间用 | 隔开：“1-3|5|all”",
    ),
    "code-lines-range": Text(
        "there is no line {number} here: the lines go from {first} to {last}",
        "没有第 {number} 行：行号从 {first} 到 {last}",
    ),
    "code-lines-range.help": Text(
        "count as “numbers: true” shows", "请按“numbers: true”所显示的行号来写"
    ),
    # Pictures.
    "image-no-alt": Text("this picture has no alt text", "图片没有替代文字"),
    "image-no-alt.help": Text(
        "say in words what it shows, for those who cannot see it: “alt: …”",
        "请用文字说明画面内容，供看不到图片的人了解：“alt: …”",
    ),
    "image-animated": Text(
        "“{file}” is an animation: its first picture is shown, and stands still",
        "“{file}”是动画，只显示第一幅，静止不动",
    ),
    "image-animated.help": Text(
        "save the picture that says most as PNG, or name it in “ignore” if the first one does",
        "请把最能说明问题的一幅另存为 PNG；若第一幅就合适，可写进“ignore”",
    ),
    "image-format": Text(
        "“{file}” is no PNG, JPEG, GIF or WebP picture", "“{file}”不是 PNG、JPEG、GIF 或 WebP 图片"
    ),
    "image-format.help": Text("convert it to PNG or JPEG", "请转换成 PNG 或 JPEG"),
    "image-svg": Text("“{file}” is an SVG picture", "“{file}”是 SVG 图片"),
    "image-svg.help": Text(
        "convert it to PNG: rsvg-convert -w 1600 drawing.svg -o drawing.png",
        "请转换成 PNG：rsvg-convert -w 1600 drawing.svg -o drawing.png",
    ),
    "image-broken": Text("“{file}” is a broken picture", "图片“{file}”已损坏"),
    "image-broken.help": Text("export or copy it anew", "请重新导出或复制"),
    "image-file-too-large": Text(
        "“{file}” is larger than {megabytes} MB", "“{file}”超过 {megabytes} MB"
    ),
    "image-file-too-large.help": Text(
        "save it in fewer pixels; a screen shows about 2000 by 1000",
        "请缩小后另存；屏幕大约只显示 2000 × 1000 像素",
    ),
    "image-too-large": Text("“{file}” has {size} pixels", "“{file}”有 {size} 像素"),
    "image-too-large.help": Text(
        "save it in fewer pixels; a screen shows about 2000 by 1000",
        "请缩小后另存；屏幕大约只显示 2000 × 1000 像素",
    ),
    "qr-length": Text(
        "a QR code holds 1 to {most} bytes of text, not {bytes}",
        "二维码能容纳 1 到 {most} 个字节，此处有 {bytes} 个",
    ),
    "qr-length.help": Text(
        "give a short address that leads there: “qr: https://example.org/talk”",
        "请改用短网址：“qr: https://example.org/talk”",
    ),
    "table-row-cells": Text(
        "row {row} has {cells} cells, the header has {columns}",
        "第 {row} 行有 {cells} 格，表头只有 {columns} 格",
    ),
    "table-row-cells.help": Text(
        "put text that holds a comma in quotes, or name the further columns in the header",
        "含逗号的文字请加引号，或在表头补上列名",
    ),
}
