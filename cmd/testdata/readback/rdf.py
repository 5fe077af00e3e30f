"""Reads an N-Quads and a JSON-LD export with rdflib and says what it finds there."""
import sys
import rdflib

nquads, jsonld = sys.argv[1:]
quads = rdflib.ConjunctiveGraph()
quads.parse(nquads, format="nquads")
triples = rdflib.Graph()
triples.parse(jsonld, format="json-ld")

print("quads", len(list(quads.quads())))
print("the same triples", set(triples) == {(s, p, o) for s, p, o, _ in quads.quads()})
for term in (
    "http://schema.org/Quotation", "http://schema.org/NewsArticle", "http://www.w3.org/ns/prov#Agent", "http://www.arg.dundee.ac.uk/aif#CA-node",
    "http://www.w3.org/ns/oa#TextPositionSelector", "http://www.w3.org/2004/02/skos/core#Concept",
):
    print(term, sum(1 for _ in triples.subjects(rdflib.RDF.type, rdflib.URIRef(term))))
print("disputes", sum(1 for _ in triples.subject_objects(rdflib.URIRef("http://purl.org/spar/cito/disputes"))) > 0)

# Each selector's position is where its words are, counted in code points, as Python counts.
oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
text = rdflib.URIRef("http://schema.org/text")
places = wrong = 0
for target, source in triples.subject_objects(oa.hasSource):
    selectors = list(triples.objects(target, oa.hasSelector))
    start, end, exact = (next(v for s in selectors for v in triples.objects(s, oa[name])).toPython() for name in ("start", "end", "exact"))
    places += 1
    wrong += str(triples.value(source, text))[start:end] != exact
print("places", places > 0, "of them wrong", wrong)

# Literals have the types that they say: a date that is none would be ill-typed.
ill = [o for o in triples.objects() if isinstance(o, rdflib.Literal) and o.datatype and o.ill_typed] if hasattr(rdflib.Literal, "ill_typed") else []
print("ill-typed", len(ill))
