"""Values to quads and back, and what may be wrong with them.

`iris` mints, `statements` joins claims, `mapping` puts a graph together, `trig` writes it down, `validation` says in
plain words what is wrong with it, `json` is what one document gives. Nothing is imported here: rdflib and pySHACL are
heavy, and who asks for help should not wait for them.
"""
