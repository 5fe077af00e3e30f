"""Reads every network in a folder with NetworkX and prints what it read as JSON."""
import json, pathlib, sys
import networkx as nx
from networkx.readwrite.gexf import GEXF

# NetworkX knows GEXF 1.3 since 3.4; an older one reads it once it has the namespace.
GEXF.versions.setdefault("1.3", dict(GEXF.versions["1.2draft"], NS_GEXF="http://gexf.net/1.3", NS_VIZ="http://gexf.net/1.3/viz", VERSION="1.3"))


def describe(path):
    if path.suffix == ".gexf":
        g = nx.read_gexf(path)
    else:
        g = nx.read_graphml(path, force_multigraph=True)
        g = nx.relabel_nodes(g, {n: d["name"] for n, d in g.nodes(data=True)})
    edges = []
    for u, v, d in g.edges(data=True):
        if not g.is_directed():
            u, v = ordered(g, u, v)
        edges.append(dict(d, source=u, target=v, weight=d.get("weight", 1.0)))
    edges.sort(key=lambda e: (e["source"], e["target"], e["tie"]))

    positive = nx.DiGraph() if g.is_directed() else nx.Graph()
    positive.add_nodes_from(g)
    positive.add_edges_from((e["source"], e["target"]) for e in edges if e["weight"] > 0 and e["source"] != e["target"])
    merged = nx.Graph()
    merged.add_nodes_from(g)
    for e in edges:
        if e["weight"] > 0 and e["source"] != e["target"]:
            u, v = e["source"], e["target"]
            merged.add_edge(u, v, weight=e["weight"] + merged.get_edge_data(u, v, {"weight": 0})["weight"])
    groups = {}
    for n, d in g.nodes(data=True):
        community = d.get("community") or n  # one without an edge is a group of its own
        groups.setdefault(str(community), set()).add(n)
    return {
        "Directed": g.is_directed(),
        "Nodes": dict(g.nodes(data=True)),
        "Edges": edges,
        "Betweenness": nx.betweenness_centrality(positive),
        "Modularity": nx.community.modularity(merged, groups.values()) if merged.size() else 0,
    }


def ordered(g, u, v):
    """The two ends of an undirected edge as we write them: speakers first, else by name."""
    speaks = lambda n: g.nodes[n]["mode"] in ("concept", "kind")
    return (u, v) if (speaks(u), u) <= (speaks(v), v) else (v, u)


json.dump({p.name: describe(p) for p in sorted(pathlib.Path(sys.argv[1]).iterdir())}, sys.stdout, default=str)
