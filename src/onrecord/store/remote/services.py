"""Which services a SPARQL store has at which of its addresses: for queries, for updates, for whole graphs.

The protocols say how to speak to each, not where it is. Where the known products have them is told here; of others,
ONRECORD_STORE_UPDATE and ONRECORD_STORE_GRAPHS name them.
"""

import os
from dataclasses import dataclass

from onrecord.errors import StoreError
from onrecord.store.place import Address
from onrecord.store.remote.client import Client

UPDATE, GRAPHS = "ONRECORD_STORE_UPDATE", "ONRECORD_STORE_GRAPHS"


@dataclass(frozen=True, slots=True)
class Services:
    """Addresses; empty where they are not known."""

    query: str
    update: str = ""
    graphs: str = ""  # Graph Store Protocol
    graphs_read: str = ""  # the same where only reading is allowed


@dataclass(frozen=True, slots=True)
class _Product:
    """Where a product has its services, below what their addresses have in common."""

    query: str
    update: str
    graphs: str
    graphs_read: str
    mark: str  # where there is something, and with the others nothing


_PRODUCTS = (
    _Product("query", "update", "store", "store", "store?default"),  # Oxigraph
    _Product("sparql", "sparql-auth", "sparql-graph-crud-auth", "sparql-graph-crud", "sparql-graph-crud"),  # Virtuoso
    _Product("sparql", "sparql", "graphs", "graphs", ".well-known/sparql-examples"),  # `onrecord serve`
    _Product("sparql", "update", "data", "data", "data?default"),  # Apache Jena Fuseki
    _Product("", "statements", "rdf-graphs/service", "rdf-graphs/service", "size"),  # RDF4J, GraphDB
)
_QUERY_PATHS = ("/sparql", "/query")


def services(client: Client) -> Services:
    """The services of a store.

    Raises:
        StoreError: it cannot be reached.
    """
    given = client.address.url
    update, graphs = os.environ.get(UPDATE, ""), os.environ.get(GRAPHS, "")
    if update or graphs:
        return Services(given, update, graphs, graphs)
    base = next((given.removesuffix(path) for path in _QUERY_PATHS if given.endswith(path)), given)
    for product in _PRODUCTS:
        if client.status(f"{base}/{product.mark}") < 400:
            paths = (product.query, product.update, product.graphs, product.graphs_read)
            return Services(*(f"{base}/{path}".rstrip("/") for path in paths))
    return Services(given)


def must_take_changes(address: Address, found: Services) -> None:
    """See that it is known where a store takes changes.

    Raises:
        StoreError: it is not.
    """
    if not (found.update and found.graphs):
        raise StoreError(
            f"{address}: it is not known where this store takes changes: set {UPDATE} to its address for SPARQL Update "
            f"and {GRAPHS} to that of its Graph Store Protocol"
        )
