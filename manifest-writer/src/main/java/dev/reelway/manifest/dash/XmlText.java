package dev.reelway.manifest.dash;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.StringWriter;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Indented XML. Always the platform's own StAX implementation, whatever else is on the class path:
 * the bytes must not depend on it.
 */
final class XmlText {

  private interface Step {
    void run() throws XMLStreamException;
  }

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private int depth;

  XmlText() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw failure(e);
    }
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  }

  /** Starts an element that has children. */
  void open(String name) {
    line();
    step(() -> xml.writeStartElement(name));
    depth++;
  }

  /** Starts and ends an element that has attributes alone. */
  void empty(String name) {
    line();
    step(() -> xml.writeEmptyElement(name));
  }

  /** An attribute of the element just started. */
  void attribute(String name, Object value) {
    step(() -> xml.writeAttribute(name, value.toString()));
  }

  /** The same, left out if there is no value. */
  void attribute(String name, Optional<?> value) {
    value.ifPresent(present -> attribute(name, present));
  }

  /** An element with text alone. */
  void element(String name, String content) {
    line();
    step(() -> xml.writeStartElement(name));
    step(() -> xml.writeCharacters(content));
    step(xml::writeEndElement);
  }

  /** Ends the element that was opened last. */
  void close() {
    depth--;
    line();
    step(xml::writeEndElement);
  }

  private void line() {
    step(() -> xml.writeCharacters("\n" + "  ".repeat(depth)));
  }

  private static void step(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  private static ReelwayException failure(XMLStreamException cause) {
    return new ReelwayException(
        FailureKind.INVARIANT_BROKEN, "Could not write an MPD: " + cause.getMessage(), cause);
  }

  @Override
  public String toString() {
    step(xml::flush);
    return text + "\n";
  }
}
