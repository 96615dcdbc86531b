"""NLP.js, so that the evaluation can say what our understanding is worth beside it.

It needs Node, which the product does without: where there is none, the evaluation says so and goes on. Its packages
(package-lock.json here) go into .cache/nlpjs, only when an evaluation asks for them.
"""
