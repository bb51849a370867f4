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
			.isThrownBy(() -> readAll(failingWith(new IOException("Input/output error"))))
			.withCauseExactlyInstanceOf(IOException.class);
	}

	@Test
	void whatCannotBeInflatedOrIsNoXmlIsDamage() {
		assertDamaged(failingWith(new ZipException("invalid distance too far back")));
		assertDamaged(bytes(BEGINNING + "<row"));
		assertDamaged(bytes("<?xml version='1.0' encoding='x-no-such-encoding'?>" + BEGINNING));
		assertDamaged(new ByteArrayInputStream(new byte[] { '<', 'a', '>', (byte) 0xC3, (byte) 0x28, '<', '/', 'a', '>' }));
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

	/** After some rows. */
	private static InputStream failingWith(IOException failure) {
		return new FilterInputStream(bytes(BEGINNING)) {
			@Override
			public int read(byte[] buffer, int offset, int length) throws IOException {
				if (this.in.available() < BEGINNING.length() / 2) {
					throw failure;
				}
				return super.read(buffer, offset, length);
			}
		};
	}

}
