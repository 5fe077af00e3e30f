"""Reads the CSV exports with Python's csv and says what it finds there."""
import csv
import sys

statements, contrasts, events = sys.argv[1:]


def read(path, **form):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True, **form))
    assert len({len(row) for row in rows}) == 1, f"{path}: rows of several lengths"
    return [dict(zip(rows[0], row)) for row in rows[1:]]


s, c, e = read(statements), read(contrasts), read(events, delimiter=";")
print("statements", len(s), len({row["id"] for row in s}))
print("contrasts", len(c))
ids = {row["id"] for row in s}
print("both ends known", all(row["claim_id"] in ids and row["counter_id"] in ids for row in c))
print("events", len(e), [int(row["statement_id"]) for row in e] == list(range(1, len(e) + 1)))
print("agreement", sorted({row["agreement"] for row in e}))
print("the same in both", all(a["id"] == b["id"] and a["agreement"] == b["agreement"] for a, b in zip(s, e)))
print("columns", ";".join(list(e[0])[:16]))
