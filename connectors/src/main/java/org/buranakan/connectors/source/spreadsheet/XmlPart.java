package org.buranakan.connectors.source.spreadsheet;

import java.io.InputStream;
import java.util.Objects;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;

/** The elements of an XML part, one after the other; damaged XML is a damaged file. */
final class XmlPart implements AutoCloseable {

	private static final XMLInputFactory FACTORY = factory();

	/** A parser remembers every open element. */
	private static final int DEEPEST = 64;

	/** Excel's own cells end at 32,767 characters. */
	private static final int LONGEST_TEXT = 1_000_000;

	private final XMLStreamReader reader;

	private int depth;

	XmlPart(InputStream in) {
		try {
			this.reader = FACTORY.createXMLStreamReader(in);
		}
		catch (XMLStreamException ex) {
			throw UnreadableFile.of(ex);
		}
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = new InputFactoryImpl();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory;
	}

	/** Goes to the next element that starts or ends; false at the end. */
	boolean next() {
		try {
			while (this.reader.hasNext()) {
				int event = this.reader.next();
				if (event == XMLStreamConstants.START_ELEMENT) {
					deeper();
					return true;
				}
				if (event == XMLStreamConstants.END_ELEMENT) {
					this.depth--;
					return true;
				}
			}
			return false;
		}
		catch (XMLStreamException ex) {
			throw UnreadableFile.of(ex);
		}
	}

	private void deeper() {
		if (++this.depth > DEEPEST) {
			throw new UnreadableFile(FileFault.DAMAGED);
		}
	}

	String name() {
		return this.reader.getLocalName();
	}

	boolean starts() {
		return this.reader.isStartElement();
	}

	boolean ends(String name) {
		return this.reader.isEndElement() && name().equals(name);
	}

	/** The text up to the end of the element at hand, without that of elements in it. */
	String text() {
		try {
			String text = "";
			StringBuilder all = null;
			while (this.reader.next() != XMLStreamConstants.END_ELEMENT) {
				if (this.reader.isStartElement()) {
					deeper();
					skip();
				}
				else if (this.reader.isCharacters()) {
					String piece = this.reader.getText();
					if (text.isEmpty() && all == null) {
						text = piece;
					}
					else {
						all = ((all != null) ? all : new StringBuilder(text)).append(piece);
						bound(all.length());
					}
				}
			}
			this.depth--;
			return (all != null) ? all.toString() : text;
		}
		catch (UncheckedStreamException ex) {
			// The text is read when it is asked for.
			throw UnreadableFile.of(Objects.requireNonNull(ex.getCause()));
		}
		catch (XMLStreamException ex) {
			throw UnreadableFile.of(ex);
		}
	}

	private static void bound(int length) {
		if (length > LONGEST_TEXT) {
			throw new UnreadableFile(FileFault.DAMAGED);
		}
	}

	/** Goes to the end of the element at hand. */
	void skip() {
		for (int outside = this.depth - 1; this.depth > outside;) {
			if (!next()) {
				throw new UnreadableFile(FileFault.DAMAGED);
			}
		}
	}

	/** The value of an attribute in whatever namespace; empty where there is none. */
	String attribute(String name) {
		for (int index = 0; index < attributes(); index++) {
			if (attributeName(index).equals(name)) {
				return attributeValue(index);
			}
		}
		return "";
	}

	/** How many attributes the element at hand has. */
	int attributes() {
		return this.reader.isStartElement() ? this.reader.getAttributeCount() : 0;
	}

	/** The name of an attribute, without its namespace; from 0. */
	String attributeName(int index) {
		return this.reader.getAttributeLocalName(index);
	}

	/** The value of an attribute; from 0. */
	String attributeValue(int index) {
		return this.reader.getAttributeValue(index);
	}

	/** A yes or no of the format's. */
	boolean flag(String name) {
		String value = attribute(name);
		return value.equals("1") || value.equals("true");
	}

	/** A whole number from zero; the default where there is none. */
	int number(String name, int otherwise) {
		return whole(attribute(name), otherwise);
	}

	/** The same of a value. */
	static int whole(String value, int otherwise) {
		if (value.isEmpty()) {
			return otherwise;
		}
		try {
			return Integer.parseUnsignedInt(value);
		}
		catch (NumberFormatException ex) {
			throw new UnreadableFile(FileFault.DAMAGED);
		}
	}

	@Override
	public void close() {
		try {
			this.reader.close();
		}
		catch (XMLStreamException ex) {
			throw UnreadableFile.of(ex);
		}
	}

}
