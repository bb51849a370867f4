package org.buranakan.connectors.source.spreadsheet;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;

import javax.xml.stream.XMLStreamException;

/**
 * A file is not what its name says, is damaged, or would harm who reads it. Unchecked: it
 * may show in the middle of a stream of lines.
 */
final class UnreadableFile extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final FileFault fault;

	UnreadableFile(FileFault fault) {
		this(fault, "");
	}

	/** The detail completes the reason; it never quotes what stands in a cell. */
	UnreadableFile(FileFault fault, String detail) {
		super(detail.isEmpty() ? fault.text() : fault.text() + " (" + detail + ")");
		this.fault = fault;
	}

	/** Parsers wrap what their streams throw. */
	static RuntimeException of(Throwable failure) {
		return (failure instanceof XMLStreamException parsing && parsing.getNestedException() instanceof IOException io
				&& !isOfContent(io)) ? new UncheckedIOException(io) : new UnreadableFile(FileFault.DAMAGED);
	}

	/**
	 * Whether such a failure says what the bytes are, and not that a disk does not yield
	 * them now.
	 */
	static boolean isOfContent(IOException failure) {
		return failure instanceof ZipException || failure instanceof EOFException
				|| failure instanceof CharacterCodingException || failure instanceof CharConversionException
				|| failure instanceof UnsupportedEncodingException;
	}

	FileFault fault() {
		return this.fault;
	}

	String reason() {
		return String.valueOf(getMessage());
	}

}
