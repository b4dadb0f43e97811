"""Names: the encoder's spans, with what the encoder cannot know, and the words that stand for names.

In order: `candidates` takes over the spans, `conventions` follows the annotation guide on courts and bodies,
`gazetteer` looks well-known names up, `consistency` gives all mentions of a form one type, `reconcile` finds a name
again where it was missed, `abbreviations` links short names with full ones, `nominals` adds roles and pronouns.
"""
