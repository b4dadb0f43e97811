"""What the network tells of frames: `LABELS`, the columns of its scores, in the order in which they are trained.

The terms are those of the ontology; the test of the training data compares them.
"""

from onrecord.encoder.frames import Labels

OUTSIDE, FIGURE = 0, 1  # columns of the tags; the others are types of act
LABELS = Labels(
    tags=(
        *("outside", "figure"),
        *("ArrestWarrant", "Resolution", "Judgment", "Charge", "Sanction", "Decree", "Law", "Agreement"),
    ),
    attributes={
        "action": (
            *("other", "returned", "deported", "remaining", "identified", "missing", "killed", "injured", "detained"),
            *("exchanged", "charged", "sanctioned", "displaced", "adopted"),
        ),
        "scope": ("unspecified", "total", "increment"),
        "factuality": ("fact", "planned", "possible", "negated"),
        "standing": ("issued", "sought", "withdrawn", "rejected"),
    },
    roles=("counted", "source", "where", "date", "maker", "target", "actDate"),
)
OF_FIGURES = ("action", "scope", "factuality", "counted", "source", "where", "date")  # attributes and roles
OF_ACTS = ("standing", "maker", "target", "actDate")
ANNOTATED_STANDINGS = {"overturned": "withdrawn"}  # the annotators' words that are no terms; the others are
