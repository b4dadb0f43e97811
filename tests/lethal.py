"""Work for other processes that some articles end: a module of its own, since those processes import it."""

import os
import signal
from pathlib import Path

from onrecord.build.results import Outcome
from onrecord.sources.article import Article
from onrecord.values.ntriples import Ntriples


def read(articles: list[Article]) -> list[Outcome]:
    """Read articles, unless one says 'kill', which ends the process, or 'kill once FILE', which does so once."""
    for article in articles:
        if article.text == "kill" or (article.text.startswith("kill once ") and _first_time(Path(article.text[10:]))):
            os.kill(os.getpid(), signal.SIGKILL)
    return [Outcome(article, Ntriples.of(article.text)) for article in articles]


def _first_time(mark: Path) -> bool:
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
