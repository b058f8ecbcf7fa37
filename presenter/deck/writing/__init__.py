"""An outline as YAML that a person would have written: block texts, few quotes, no line noise.

What is written here loads to the same slides again. PyYAML's own dumper folds and escapes Chinese,
and quotes more than a reader wants to see.
"""

from presenter.deck.writing.blocks import block_node, block_yaml, blocks_entries
from presenter.deck.writing.nodes import Flow, Node, Plain, flow_text, write
from presenter.deck.writing.outline import head_node, write_outline

__all__ = [
    "Flow",
    "Node",
    "Plain",
    "block_node",
    "block_yaml",
    "blocks_entries",
    "flow_text",
    "head_node",
    "write",
    "write_outline",
]
