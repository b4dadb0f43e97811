"""What the validators of the formats themselves say of a release (`make validators`)."""

import csv
import json
from pathlib import Path

import pytest
import validators

pytestmark = pytest.mark.slow

# The validator fetches the JSON-LD context of RO-Crate. Offline it gets one that is made of the crate's own terms:
# those of schema.org that RO-Crate takes as they are, and the few that it maps otherwise.
CRATE = """
import json, sys
from pathlib import Path
from unittest import mock
import rdflib.plugins.shared.jsonld.context as jsonld
from rocrate_validator import models, services
from rocrate_validator.utils.http import HttpRequester
graph = json.loads(Path(sys.argv[1], "ro-crate-metadata.json").read_text("utf-8"))["@graph"]
kinds = {kind for one in graph for kind in ([one["@type"]] if isinstance(one["@type"], str) else one["@type"])}
terms = {key for one in graph for key in one if key[0] != "@"} | kinds
context = {term: f"http://schema.org/{term}" for term in terms}
context |= {"File": "http://schema.org/MediaObject", "conformsTo": "http://purl.org/dc/terms/conformsTo"}
document = {"@context": context}
answer = mock.Mock(status_code=200, headers={"Content-Type": "application/ld+json"}, text=json.dumps(document))
answer.json.return_value = document
with mock.patch.object(jsonld, "source_to_json", lambda *given, **more: (document, None)), \\
        mock.patch.object(HttpRequester, "get", lambda *given, **more: answer, create=True):
    result = services.validate(models.ValidationSettings(
        rocrate_uri=sys.argv[1], profile_identifier="ro-crate-1.2", requirement_severity=models.Severity[sys.argv[2]],
        skip_availability_check=True))
print(json.dumps([f"{issue.check.identifier} {issue.message}" for issue in result.get_issues()]))
"""
ENTITIES = """
import sys
from pathlib import Path
from followthemoney import model
from followthemoney.cli.util import path_entities
from followthemoney.proxy import EntityProxy
from followthemoney.statement import read_path_statements
from collections import Counter
import json
entities, statements = Path(sys.argv[1], "entities.ftm.json"), Path(sys.argv[1], "statements.csv")
for line in entities.read_text("utf-8").splitlines():
    told = json.loads(line)
    entity = model.get_proxy(told, cleaned=False)
    entity.schema.validate(told)
rows = list(read_path_statements(statements, format="csv"))
print(json.dumps({"rows": [[row.entity_id, row.schema, row.prop, row.prop_type, row.value, row.id, row.generate_key()]
      for row in rows]}))
"""
VALIDATE = "import sys; from followthemoney.cli.cli import cli; cli(['validate', '-i', sys.argv[1]])"


def test_the_crate_is_valid(bundle: Path) -> None:
    """What RO-Crate 1.2 requires; what it recommends beyond is mostly about the publisher (affiliation, contact)."""
    assert json.loads(validators.run(CRATE, str(bundle), "REQUIRED").splitlines()[-1]) == []


def test_ftm_validate_changes_nothing(bundle: Path) -> None:
    given = bundle / "followthemoney/entities.ftm.json"
    shown = [json.loads(line) for line in validators.run(VALIDATE, str(given)).splitlines()]
    told = [json.loads(line) for line in given.read_text("utf-8").splitlines()]
    assert [(one["id"], one["schema"], {k: sorted(v) for k, v in one["properties"].items()}) for one in shown] == [
        (one["id"], one["schema"], one["properties"]) for one in told
    ]
    assert {one["schema"] for one in told} == {
        "Article",
        "Documentation",
        "Membership",
        "Person",
        "Organization",
        "PublicBody",
    }


def test_statements_are_those_of_the_entities(bundle: Path) -> None:
    rows = json.loads(validators.run(ENTITIES, str(bundle / "followthemoney")))["rows"]
    told = [json.loads(line) for line in (bundle / "followthemoney/entities.ftm.json").read_text("utf-8").splitlines()]
    expected = {
        (one["id"], one["schema"], k, v) for one in told for k, values in one["properties"].items() for v in values
    }
    expected |= {(one["id"], one["schema"], "id", one["id"]) for one in told}
    assert {(entity, schema, prop, value) for entity, schema, prop, _, value, _, _ in rows} == expected
    assert all(key == made for *_, key, made in rows)
    with (bundle / "followthemoney/statements.csv").open(encoding="utf-8", newline="") as lines:
        kinds = {row["id"]: row["prop_type"] for row in csv.DictReader(lines)}
    assert all(kinds[key] == kind for _, _, _, kind, _, key, _ in rows)
