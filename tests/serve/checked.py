"""What a check of a draft answers the server, made by hand."""

EVIL = "<script>alert(1)</script>\"'&"


def reply(text: str) -> dict[str, object]:
    """The answer on a draft that holds '33', written where the record has 'nearly 33', in a text full of scripts."""
    at = text.index("33")
    words = {"start": at, "end": at + 2, "text": "33"}
    sentence = f"{EVIL} nearly 33 came."
    told = {"start": 5 + len(EVIL) + 1, "end": 5 + len(EVIL) + 10, "text": "nearly 33"}
    source = {
        "source": f"a{EVIL}.txt",
        "published": "2024-05-02",
        "article": "https://w3id.org/onrecord/article/a-1",
        "node": "https://w3id.org/onrecord/article/a-1#figure-33",
        "words": told,
        "sentence": {"start": 5, "end": 5 + len(sentence), "text": sentence},
    }
    finding = {
        "matter": "figure",
        "verdict": "hedge dropped",
        "words": words,
        "sentence": words,
        "why": "on record it is nearly 33",
        "changes": [{"draft": EVIL, "record": ""}],
        "sources": [source],
        "also": [],
    }
    plain = {"findings": [], "opens": [], "verdict": "", "severity": ""}
    return {
        "status": 200,
        "draft": "draft",
        "build": "1",
        "counts": {"hedge dropped": 1},
        "findings": [finding],
        "stretches": [
            {"text": text[:at], **plain},
            {"text": "33", "findings": [1], "opens": [1], "verdict": "hedge dropped", "severity": "warning"},
            {"text": text[at + 2 :], **plain},
        ],
    }
