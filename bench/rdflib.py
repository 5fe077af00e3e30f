"""Loads N-Quads into rdflib and asks it questions: python3 rdflib.py FILE QUESTIONS ASKS.

Prints one line of JSON, as every system here does.
"""
import itertools
import json
import platform
import resource
import sys
import time

# This file has the name of the library: look for that elsewhere first.
sys.path.append(sys.path.pop(0))
import rdflib
from rdflib.plugins.sparql import prepareQuery

file, questions, asks = sys.argv[1], sys.argv[2], int(sys.argv[3])
graph = rdflib.ConjunctiveGraph()
start = time.perf_counter()
graph.parse(file, format="nquads")
loads = [time.perf_counter() - start]

answers = []
for question in json.load(open(questions)):
    prepared = prepareQuery("PREFIX : <cc:> " + question["sparql"])
    ms = []
    for i in range(asks + 1):
        begun = time.perf_counter()
        found = list(itertools.islice(graph.query(prepared), 100))
        rows = [[str(row[c]) for c in question["columns"]] for row in found]
        if i > 0:
            ms.append((time.perf_counter() - begun) * 1000)
    answers.append({"name": question["name"], "rows": rows, "ms": ms})
print(json.dumps({
    "version": f"{rdflib.__version__}, Python {platform.python_version()}", "loads": loads, "answers": answers,
    "ask_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
}))
