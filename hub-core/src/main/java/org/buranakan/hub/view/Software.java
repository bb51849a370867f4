package org.buranakan.hub.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The hub's own software, as one digest over its classes, statements and migrations:
 * whatever an answer follows besides the logs. An upgrade has another one.
 */
@Component
public final class Software {

	private static final List<String> OWN = List.of("classpath*:org/buranakan/hub/**/*.*", "classpath*:db/*/*.sql");

	private final String digest;

	Software() {
		this(own());
	}

	Software(Stream<Resource> files) {
		// In whatever order a class path is read.
		this.digest = sha256(
				String.join("", files.map(Software::sha256).sorted().toList()).getBytes(StandardCharsets.US_ASCII));
	}

	/** In hexadecimal. */
	public String digest() {
		return this.digest;
	}

	private static Stream<Resource> own() {
		try {
			List<Resource> files = new ArrayList<>();
			for (String pattern : OWN) {
				files.addAll(List.of(new PathMatchingResourcePatternResolver().getResources(pattern)));
			}
			return files.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String sha256(Resource file) {
		try {
			return sha256(file.getContentAsByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
