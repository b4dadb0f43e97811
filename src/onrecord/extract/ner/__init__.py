"""Names: the encoder's spans, with the few rules that pay beyond them, and the words that stand for names.

In order: `candidates` and `boundaries` take over the spans and trim them, `organizations` joins bodies that were cut,
`gazetteer` looks well-known names up, `voting` decides one type for each form in an article, `reconcile` finds a name
again where it was missed, `abbreviations` links short names with full ones, `nominals` adds roles and pronouns.
"""
