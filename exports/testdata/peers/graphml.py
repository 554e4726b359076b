"""Reads GraphML with networkx and prints its nodes and edges, with attributes
of their types, as JSON."""
import json
import sys

import networkx

graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
nodes = [{"id": n, "attributes": a} for n, a in graph.nodes(data=True)]
edges = [{"id": k, "source": s, "target": t, "attributes": a} for s, t, k, a in graph.edges(keys=True, data=True)]
json.dump({"nodes": nodes, "edges": edges}, sys.stdout)
