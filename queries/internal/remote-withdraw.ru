# What a graph says of some subjects is taken out

DELETE { GRAPH <urn:the-graph> { ?subject ?property ?value } }
WHERE { VALUES ?subject { <urn:the-subjects> } GRAPH <urn:the-graph> { ?subject ?property ?value } }
