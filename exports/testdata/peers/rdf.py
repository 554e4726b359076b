"""Reads RDF documents with rdflib and writes each as N-Triples into a folder,
its graphs merged and its literals as they were written. The names of the files
are numbers, in the order of the documents."""
import os
import sys

import rdflib

rdflib.NORMALIZE_LITERALS = False
formats = {".ttl": "turtle", ".trig": "trig", ".nt": "nt", ".nq": "nquads", ".jsonld": "json-ld", ".rdf": "xml"}

folder, *documents = sys.argv[1:]
for number, document in enumerate(documents):
    found = rdflib.ConjunctiveGraph()
    found.parse(document, format=formats[os.path.splitext(document)[1]])
    merged = rdflib.Graph()
    for triple in found.triples((None, None, None)):
        merged.add(triple)
    merged.serialize(os.path.join(folder, f"{number}.nt"), format="nt", encoding="utf-8")
