package org.buranakan.connectors.source.spreadsheet;

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

	FileFault fault() {
		return this.fault;
	}

	String reason() {
		return String.valueOf(getMessage());
	}

}
