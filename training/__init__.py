"""How the language pipelines and the scorer are trained. Not part of the package that users install."""
