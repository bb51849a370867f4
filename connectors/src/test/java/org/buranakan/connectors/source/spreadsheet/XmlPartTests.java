package org.buranakan.connectors.source.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whose fault it is that a part is not read to its end. */
class XmlPartTests {

	private static final String BEGINNING = "<worksheet><sheetData>" + "<row/>".repeat(10_000);

	@Test
	void aDiskThatFailsInTheMiddleIsNoDamageToTheFile() {
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> readAll(failing(BEGINNING, new IOException("Input/output error"))))
			.withCauseExactlyInstanceOf(IOException.class);
	}

	@Test
	void itIsNoDamageInTheMiddleOfATextEither() {
		InputStream text = failing("<a>" + "x".repeat(100_000), new IOException("Input/output error"));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> readAll(text));
	}

	@Test
	void whatCannotBeInflatedOrIsNoXmlIsDamage() {
		assertDamaged(failing(BEGINNING, new ZipException("invalid distance too far back")));
		assertDamaged(bytes(BEGINNING + "<row"));
		assertDamaged(bytes("<?xml version='1.0' encoding='x-no-such-encoding'?>" + BEGINNING));
		assertDamaged(
				new ByteArrayInputStream(new byte[] { '<', 'a', '>', (byte) 0xC3, (byte) 0x28, '<', '/', 'a', '>' }));
	}

	private static void assertDamaged(InputStream content) {
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> readAll(content))
			.extracting(UnreadableFile::fault)
			.isEqualTo(FileFault.DAMAGED);
	}

	private static void readAll(InputStream content) {
		try (XmlPart xml = new XmlPart(content)) {
			while (xml.next()) {
				if (xml.starts() && xml.name().equals("a")) {
					xml.text();
				}
			}
		}
	}

	private static InputStream bytes(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	/** After half of the text. */
	private static InputStream failing(String text, IOException failure) {
		return new FilterInputStream(bytes(text)) {
			@Override
			public int read(byte[] buffer, int offset, int length) throws IOException {
				if (this.in.available() < text.length() / 2) {
					throw failure;
				}
				return super.read(buffer, offset, length);
			}
		};
	}

}
