"""Finding names: borders by shape and grammar, kinds by votes, one decision for each name of an article.

Each component reads and writes `doc._.names`, candidates in order of the text. `words` reads the tokens once; `known`
takes well-known names; `bodies` joins the long names of organizations; `borders` cuts the capitalised words that are
left; `whole` minds what the reader takes for one name; `inside` and `around` let rules vote on what each candidate is;
`abbreviations` links short names with full ones; `agreement` decides for the article as a whole.
"""
