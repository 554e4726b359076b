// Reads GEXF with graphology and prints its nodes and edges, with attributes of
// their types, as JSON.
import {readFileSync} from 'node:fs';
import {MultiDirectedGraph} from 'graphology';
import {parse} from 'graphology-gexf/node/index.js';

const graph = parse(MultiDirectedGraph, readFileSync(process.argv[2], 'utf8'), {addMissingNodes: false});
const nodes = graph.mapNodes((id, attributes) => ({id, attributes}));
const edges = graph.mapEdges((id, attributes, source, target) => ({id, source, target, attributes}));
process.stdout.write(JSON.stringify({nodes, edges}));
