package org.buranakan.hub.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * SQL that stands in a file of its own, beside the class that runs it.
 */
public final class Statement {

	private Statement() {
	}

	/** The text of a resource in the package of a class. */
	public static String of(Class<?> owner, String file) {
		try (InputStream text = owner.getResourceAsStream(file)) {
			if (text == null) {
				throw new IllegalArgumentException("No statement " + file + " beside " + owner.getName());
			}
			return new String(text.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
