"""The dialects of Markdown decks: a new one is a row here."""

from __future__ import annotations

from presenter.imports.markdown import commands, cutting, marp, patat, presenterm, slidev
from presenter.imports.markdown.dialect import Dialect

DIALECTS: dict[str, Dialect] = {
    each.name: each
    for each in (
        Dialect("presenter", cutting.at_rules, commands.PRESENTER, exact=True),
        Dialect(
            "presenterm",
            cutting.at_end_slide,
            commands.PRESENTERM,
            title_slide=True,
            setext_titles=True,
            own_comment=presenterm.comment,
            own_picture=presenterm.picture,
        ),
        Dialect(
            "marp",
            cutting.at_rules_and_dividers,
            comments_are_notes=True,
            revealing="*)",
            own_comment=marp.comment,
            own_picture=marp.picture,
        ),
        Dialect(
            "slidev",
            cutting.at_dashes_with_front_matter,
            own_comment=slidev.comment,
            own_paragraph=slidev.paragraph,
            own_front=slidev.front,
        ),
        Dialect(
            "patat",
            cutting.at_rules_or_headings,
            comments_are_notes=True,
            title_slide=True,
            own_comment=patat.comment,
            own_paragraph=patat.dots,
        ),
        Dialect("lookatme", cutting.at_rules_or_headings, commands.LOOKATME),
        Dialect("slides", cutting.at_dashes),
        Dialect("plain", cutting.at_rules_or_headings, commands.PLAIN, own_paragraph=patat.dots),
    )
}
"""By the names that ``--from`` takes."""
