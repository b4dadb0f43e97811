"""A store that is also kept elsewhere: what its builds change is sent there, graph by graph.

The store in a folder stays what builds work on: it knows what was read, and what was decided. The one elsewhere gets
its named graphs, and says from which state of which folder they are. What breaks off goes on with the next build.
"""

from collections.abc import Callable
from itertools import pairwise
from uuid import uuid4

from onrecord.errors import StoreError
from onrecord.store.outbox import Parcel
from onrecord.store.place import Address
from onrecord.store.remote.target import Target
from onrecord.store.writer import Writer

_TOGETHER = 50  # subjects


class Sending:
    """Sends what the builds of one folder change to one store elsewhere."""

    def __init__(self, writer: Writer, address: Address) -> None:
        """See that the store elsewhere can be filled from this folder, before anything is read.

        Raises:
            StoreError: it cannot be reached, takes no changes, or was filled from another folder.
        """
        self._writer, self._target = writer, Target(address)
        outbox, (state, build) = writer.outbox, self._target.marked()
        ours = bool(state) and state == outbox.state
        if not ours and not self._target.is_empty():
            raise StoreError(
                f"{address}: was filled from another folder than {writer.folder}, or before that was sent elsewhere: "
                "name the folder with --state, or empty the store (CLEAR ALL)"
            )
        if not ours or build < outbox.sent_build:  # an older copy of it was brought back
            outbox.begin(state if ours else uuid4().hex, [*writer.graphs(), *self._target.articles()])
            writer.catalogue.keep()
        self._target.mark(outbox.state, outbox.sent_build)  # that it takes no changes is told now, not after hours

    def send(self, tell: Callable[[int, int], None]) -> None:
        """Send all that is to be sent; `tell` is told how many graphs of how many are.

        Raises:
            StoreError: the store elsewhere cannot be reached any more.
        """
        writer, outbox = self._writer, self._writer.outbox
        total = outbox.count()
        if not total and outbox.sent_build == writer.catalogue.snapshot:
            return
        try:
            done = 0
            for parcel, following in pairwise((*outbox.parcels(_TOGETHER), None)):
                assert parcel is not None  # only the last has none that follows
                self._send(parcel)
                outbox.sent(parcel)
                writer.catalogue.keep()
                done += following is None or following.graph != parcel.graph
                tell(done, total)
            self._target.mark(outbox.state, writer.catalogue.snapshot)
            outbox.sent_build = writer.catalogue.snapshot
            writer.catalogue.keep()
        except StoreError as error:
            kept = f"what was read is kept in {writer.folder}, and the same command sends what is missing"
            raise StoreError(f"{error} ({kept})") from error

    def _send(self, parcel: Parcel) -> None:
        database = self._writer.database
        if not database.contains_named_graph(parcel.graph):
            self._target.drop(parcel.graph)
        elif not parcel.subjects:
            self._target.put(parcel.graph, self._writer.triples(parcel.graph.value))
        else:
            said = (database.quads_for_pattern(one, None, None, parcel.graph) for one in parcel.subjects)
            self._target.describe(parcel.graph, parcel.subjects, (quad.triple for quads in said for quad in quads))
