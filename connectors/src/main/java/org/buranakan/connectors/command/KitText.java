package org.buranakan.connectors.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The texts of a kit, with the agency's own words in them. */
final class KitText {

	private KitText() {
	}

	/** The text with each {@code {word}} filled in. */
	static String filled(String name, Map<String, String> words) {
		try (InputStream in = Objects.requireNonNull(KitText.class.getResourceAsStream("/joining/" + name))) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			for (Map.Entry<String, String> word : words.entrySet()) {
				text = text.replace("{" + word.getKey() + "}", word.getValue());
			}
			return text;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
