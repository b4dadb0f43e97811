"""What articles tell together, decided anew: acts, events, holders of offices, counts and disagreements."""

from collections.abc import Iterator

import pyoxigraph as ox

from onrecord.graph import Triple, compared_graph, shared_graph
from onrecord.linking import figure_records, records
from onrecord.linking.acts import shared_acts
from onrecord.linking.disagreements import disagreements
from onrecord.linking.events import shared_events
from onrecord.linking.office_holders import holders
from onrecord.linking.revisions import revisions
from onrecord.linking.shared_figures import shared_figures


def told_together(database: ox.Store) -> Iterator[Triple]:
    """The triples of what articles tell together, and of where their figures disagree."""
    held = holders(records.offices(database), records.positions(database))
    events = shared_events(records.events(database))
    figures = list(figure_records.figures(database, events))
    yield from shared_graph(shared_acts(records.acts(database)), events, held)
    yield from compared_graph(shared_figures(figures), revisions(figures), disagreements(figures))
