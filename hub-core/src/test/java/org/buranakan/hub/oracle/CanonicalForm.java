package org.buranakan.hub.oracle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The canonical form that package {@code audit} describes, written a second time. */
final class CanonicalForm {

	private static final List<String> TABLES = List.of("act", "activity", "activity_area", "agreement", "answer",
			"business_date", "complaint_count", "plan", "plan_area", "plan_milestone", "posting", "reference");

	private CanonicalForm() {
	}

	static String sha256(Map<String, List<List<@Nullable String>>> tables) {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		for (String table : TABLES) {
			text.writeBytes(("T" + table + "\n").getBytes(StandardCharsets.UTF_8));
			for (List<@Nullable String> row : tables.getOrDefault(table, List.of())) {
				text.write('R');
				for (String value : row) {
					text.writeBytes(bytes(value));
				}
				text.write('\n');
			}
		}
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toByteArray()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(@Nullable String value) {
		if (value == null) {
			return new byte[] { '-' };
		}
		int length = value.getBytes(StandardCharsets.UTF_8).length;
		return (length + ":" + value).getBytes(StandardCharsets.UTF_8);
	}

}
