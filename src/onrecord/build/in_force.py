"""What a way of reading brings into force, in each process that reads or decides."""

from onrecord import resources
from onrecord.lexicon import lexicon
from onrecord.settings import Reading


def bring_into_force(how: Reading) -> None:
    """Bring users' word lists and the shapes of their domain into force for this process."""
    resources.use(how.domain)
    lexicon.use(how.ontology)
