"""Finding names: borders by shape and grammar, kinds by votes, one decision for each name of an article.

Each component reads and writes `doc._.names`, candidates in order of the text. `borders` cuts the capitalised runs,
`bodies` joins the long names of organizations, `tails` adds what belongs to a name though it is written small,
`evidence` lets rules vote on what each candidate is, `agreement` decides for the article as a whole.
"""
