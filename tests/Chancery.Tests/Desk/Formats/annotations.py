"""Reads JSON-LD (one document, or one a line) on standard input with PyLD and prints it as N-Quads in canonical order.

The context of the Web Annotation model is not fetched: the words of it that are used stand here, each with its name in the vocabulary.
"""
import json
import sys

from pyld import jsonld

OA, AS, XSD = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "http://www.w3.org/2001/XMLSchema#"


def link(name):
    return {"@id": OA + name, "@type": "@id"}


CONTEXT = {
    "id": "@id", "type": "@type", "Annotation": OA + "Annotation", "AnnotationPage": AS + "OrderedCollectionPage",
    "items": {"@id": AS + "items", "@type": "@id", "@container": "@list"},
    "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"}, "classifying": OA + "classifying", "identifying": OA + "identifying",
    "body": link("hasBody"), "target": link("hasTarget"), "source": link("hasSource"), "selector": link("hasSelector"),
    "TextQuoteSelector": OA + "TextQuoteSelector", "TextPositionSelector": OA + "TextPositionSelector",
    "exact": OA + "exact", "prefix": OA + "prefix", "suffix": OA + "suffix",
    "start": {"@id": OA + "start", "@type": XSD + "nonNegativeInteger"}, "end": {"@id": OA + "end", "@type": XSD + "nonNegativeInteger"},
    "created": {"@id": "http://purl.org/dc/terms/created", "@type": XSD + "dateTime"},
}


def load(url, _options=None):
    if url != "http://www.w3.org/ns/anno.jsonld":
        raise ValueError("unexpected context " + url)
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


jsonld.set_document_loader(load)
sys.stdout.reconfigure(encoding="utf-8")
text = sys.stdin.buffer.read().decode("utf-8")
try:
    documents = [json.loads(text)]
except json.JSONDecodeError:
    documents = [json.loads(line) for line in text.splitlines()]
for document in documents:
    print(jsonld.normalize(document, {"algorithm": "URDNA2015", "format": "application/n-quads"}), end="")
