package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.Faults;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Bytes to the elements of an MPD: no DTD, no entities from elsewhere, within bounds. */
final class MpdReader {
  static final int MAX_BYTES = 64 << 20;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_ELEMENTS = 1_000_000;
  private static final int MAX_TEXT_CHARS = 1 << 16;

  private final Faults faults;
  private final Deque<Open> open = new ArrayDeque<>();
  private Element root;
  private int elements;

  /** An element whose end was not seen yet. */
  private record Open(
      int line,
      String namespace,
      String name,
      Map<String, String> attributes,
      List<Element> children,
      StringBuilder text) {
    Element close() {
      return new Element(line, namespace, name, attributes, children, text.toString().trim());
    }
  }

  private MpdReader(Faults faults) {
    this.faults = faults;
  }

  /** Empty if there is no root element; else as much as could be read. */
  static Optional<Element> read(byte[] bytes, Faults faults) {
    MpdReader reader = new MpdReader(faults);
    try {
      reader.read(factory().createXMLStreamReader(new StringReader(decode(bytes, faults))));
    } catch (XMLStreamException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      // The JDK's reader has been seen to throw the other two on malformed encodings.
      int line =
          e instanceof XMLStreamException at && at.getLocation() != null
              ? Math.max(0, at.getLocation().getLineNumber())
              : 0;
      faults.add(DashRule.DASH_XML, line, "well-formed XML", String.valueOf(e.getMessage()));
    }
    return Optional.ofNullable(reader.root);
  }

  /** Decoded here, as the JDK's reader tells malformed bytes to the console. */
  private static String decode(byte[] bytes, Faults faults) {
    int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    Charset charset =
        mark == 0xfeff || mark == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    String text;
    try {
      text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      faults.add(DashRule.DASH_XML, 0, charset.name(), "bytes that are not");
      text = new String(bytes, charset);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLReporter((message, type, related, location) -> {});
    return factory;
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      int line = xml.getLocation().getLineNumber();
      if (event == XMLStreamConstants.DTD) {
        faults.add(DashRule.DASH_XML, line, "no document type", "<!DOCTYPE");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        if (++elements > MAX_ELEMENTS || open.size() == MAX_DEPTH) {
          faults.add(DashRule.DASH_LIMIT, line, "fewer or shallower elements", xml.getLocalName());
          return;
        }
        open.push(start(xml, line));
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        end();
      } else if (xml.hasText() && !open.isEmpty()) {
        text(xml);
      }
    }
  }

  private static Open start(XMLStreamReader xml, int line) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      boolean own = namespace == null || namespace.isEmpty();
      String name = xml.getAttributeLocalName(i);
      attributes.put(own ? name : "{" + namespace + "}" + name, xml.getAttributeValue(i));
    }
    String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
    return new Open(
        line, namespace, xml.getLocalName(), attributes, new ArrayList<>(), new StringBuilder());
  }

  private void end() {
    Element closed = open.pop().close();
    if (open.isEmpty()) {
      root = closed;
    } else {
      open.peek().children().add(closed);
    }
  }

  private void text(XMLStreamReader xml) {
    StringBuilder text = open.peek().text();
    if (text.length() < MAX_TEXT_CHARS && xml.getEventType() != XMLStreamConstants.COMMENT) {
      text.append(xml.getText());
    }
  }
}
