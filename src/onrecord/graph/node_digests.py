"""Digests of what a graph says of each of its nodes: so it shows later of which of them something else is said.

Of nodes that bear a class; evidence bears none, and is known by its offsets and words (`iri.evidence`).
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping

from onrecord.graph.vocabulary import RDF

DIGITS = 8
_TYPE = f"<{RDF.type}>".encode()


def node_digests(ntriples: bytes) -> Mapping[str, str]:
    """The digest of each node with a class, by its IRI; the triples are given in N-Triples, in any order."""
    told: dict[bytes, list[bytes]] = defaultdict(list)
    typed = set[bytes]()
    for line in ntriples.splitlines():
        subject, rest = line.split(b" ", 1)
        told[subject].append(rest)
        if rest.startswith(_TYPE):
            typed.add(subject)
    return {
        subject.decode().strip("<>"): hashlib.sha256(subject + b"\n".join(sorted(told[subject]))).hexdigest()[:DIGITS]
        for subject in typed
    }
