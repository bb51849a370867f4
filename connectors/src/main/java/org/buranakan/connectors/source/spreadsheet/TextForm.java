package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How a text file is written.
 *
 * @param mark the length of its byte order mark
 */
record TextForm(Charset encoding, int mark, char separator) {

	private static final Charset THAI = Charset.forName("x-windows-874");

	private static final int LONGEST_LINE = 1_000_000;

	private static final int BUFFER = 8192;

	/**
	 * Finds out, by every character of the file.
	 * @throws UnreadableFile if it is no text, or no table
	 */
	static TextForm of(Path path) throws IOException {
		byte[] start;
		try (InputStream in = Files.newInputStream(path)) {
			start = in.readNBytes(3);
		}
		if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
			return of(path, StandardCharsets.UTF_8, 3);
		}
		if (startsWith(start, 0xFF, 0xFE)) {
			return of(path, StandardCharsets.UTF_16LE, 2);
		}
		if (startsWith(start, 0xFE, 0xFF)) {
			return of(path, StandardCharsets.UTF_16BE, 2);
		}
		try {
			return read(path, StandardCharsets.UTF_8, 0);
		}
		catch (CharacterCodingException ex) {
			return of(path, THAI, 0);
		}
	}

	private static TextForm of(Path path, Charset encoding, int mark) throws IOException {
		try {
			return read(path, encoding, mark);
		}
		catch (CharacterCodingException ex) {
			throw new UnreadableFile(FileFault.NOT_TEXT);
		}
	}

	private static TextForm read(Path path, Charset encoding, int mark) throws IOException {
		String start = "";
		int line = 0;
		char[] buffer = new char[BUFFER];
		try (InputStream in = Files.newInputStream(path)) {
			in.skipNBytes(mark);
			Reader reader = new InputStreamReader(in,
					encoding.newDecoder()
						.onMalformedInput(CodingErrorAction.REPORT)
						.onUnmappableCharacter(CodingErrorAction.REPORT));
			for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
				start = start.isEmpty() ? new String(buffer, 0, length) : start;
				line = lineAfter(line, buffer, length);
			}
		}
		return new TextForm(encoding, mark, separator(start));
	}

	/** How long the line at hand is after these characters. */
	private static int lineAfter(int before, char[] buffer, int length) {
		int line = before;
		for (int index = 0; index < length; index++) {
			char letter = buffer[index];
			if (letter == 0) {
				throw new UnreadableFile(FileFault.NUL);
			}
			line = (letter == '\n' || letter == '\r') ? 0 : line + 1;
			if (line > LONGEST_LINE) {
				throw new UnreadableFile(FileFault.LINE_TOO_LONG);
			}
		}
		return line;
	}

	private static char separator(String start) {
		return Stream.of('\t', ';', ',')
			.max((one, other) -> Long.compare(count(start, one), count(start, other)))
			.orElse(',');
	}

	private static long count(String text, char letter) {
		return text.chars().filter((each) -> each == letter).count();
	}

	private static boolean startsWith(byte[] bytes, int... mark) {
		for (int index = 0; index < mark.length; index++) {
			if (bytes.length <= index || (bytes[index] & 0xFF) != mark[index]) {
				return false;
			}
		}
		return true;
	}

}
