"""Loads and asks rdflib for the command bench: a request a line in, an answer a line out."""

import json
import platform
import sys

import rdflib

graph = rdflib.ConjunctiveGraph()


def value(term):
    if isinstance(term, rdflib.Literal) and isinstance(term.value, (int, float)):
        return term.value
    return None if term is None else str(term)


def answer(request):
    if request.get("load"):
        with open(request["load"], "rb") as file:
            graph.parse(file, format="nquads")
        return {}
    if not request.get("ask"):
        return {"version": f"{rdflib.__version__}, Python {platform.python_version()}"}
    return {"rows": [[value(row[name]) for name in request["columns"]] for row in graph.query(request["ask"])]}


for line in sys.stdin:
    try:
        out = answer(json.loads(line))
    except Exception as e:  # whatever it is, the caller tells it
        out = {"error": repr(e)}
    print(json.dumps(out), flush=True)
