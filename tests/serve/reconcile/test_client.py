"""`reconciler`, a client that others wrote, against a running server: a column of a table finds whom it means."""

import pandas as pd
import pytest
from servers import Server


@pytest.mark.slow
def test_a_column_is_reconciled(server: Server) -> None:
    reconciler = pytest.importorskip("reconciler", reason="pip install reconciler")
    names = pd.Series(["Lvova-Belova, Maria", "KYIV", "Nikolai Kuleba", "Kuleba"])
    found = reconciler.reconcile(names, reconciliation_endpoint=f"{server.url}/reconcile")
    rows = {row["input_value"]: (row["name"], row["score"], row["match"]) for row in found.to_dict("records")}
    assert rows == {
        "Lvova-Belova, Maria": ("Maria Lvova-Belova", 100.0, True),
        "KYIV": ("Kyiv", 100.0, True),
        "Nikolai Kuleba": ("Mykola Kuleba", 96.0, True),
        "Kuleba": ("Mykola Kuleba", 70.0, False),
    }


@pytest.mark.slow
def test_types_and_other_columns_are_taken_into_account(server: Server) -> None:
    reconciler = pytest.importorskip("reconciler", reason="pip install reconciler")
    table = pd.DataFrame({"name": ["Mykola Kuleba", "Maria Lvova-Belova"], "body": ["Save Ukraine", "Red Cross"]})
    found = reconciler.reconcile(
        table["name"],
        type_id="Person",
        property_mapping={"organization": table["body"]},
        reconciliation_endpoint=f"{server.url}/reconcile",
    )
    assert list(found["match"]) == [True, False] and list(found["type_id"]) == ["Person", "Person"]
    assert list(found["score"]) == [100.0, 75.0]
