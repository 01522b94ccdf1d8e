package dev.reelway.media.text.ttml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a document.
 *
 * @param name without its namespace
 * @param attributes by name without namespace
 * @param children elements and pieces of text, in order
 * @param line where it starts
 */
record TtmlNode(String name, Map<String, String> attributes, List<Object> children, int line) {

  private static final int MAX_DEPTH = 64;
  private static final int MAX_NODES = 500_000;

  /**
   * Reads a document. Entities are not defined by the document, and nothing outside it is read.
   *
   * @throws XMLStreamException if it is not well-formed, or nested or large beyond reason
   */
  static TtmlNode parse(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
    Deque<TtmlNode> open = new ArrayDeque<>();
    TtmlNode root = null;
    int nodes = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          TtmlNode node = node(reader);
          if (++nodes > MAX_NODES || open.size() > MAX_DEPTH) {
            throw new XMLStreamException("it has too many elements");
          }
          if (open.isEmpty()) {
            root = node;
          } else {
            open.peek().children.add(node);
          }
          open.push(node);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.peek().children.add(reader.getText());
          }
        }
        default -> {}
      }
    }
    return root;
  }

  private static TtmlNode node(XMLStreamReader reader) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    int line = reader.getLocation().getLineNumber();
    return new TtmlNode(reader.getLocalName(), attributes, new ArrayList<>(), line);
  }

  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  /** The child elements. */
  List<TtmlNode> elements() {
    return children.stream().filter(TtmlNode.class::isInstance).map(TtmlNode.class::cast).toList();
  }

  /** All elements of this name inside, at any depth. */
  List<TtmlNode> all(String wanted) {
    List<TtmlNode> found = new ArrayList<>();
    for (TtmlNode child : elements()) {
      if (child.name.equals(wanted)) {
        found.add(child);
      }
      found.addAll(child.all(wanted));
    }
    return found;
  }
}
