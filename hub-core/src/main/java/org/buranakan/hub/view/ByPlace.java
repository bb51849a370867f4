package org.buranakan.hub.view;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A statement in two forms, for PostgreSQL plans a condition that might not be asked for
 * as if it always were: what stands between {@code /* somewhere *}{@code /} and
 * {@code /* . *}{@code /} is there only where a place is named, and what follows
 * {@code /* everywhere *}{@code /} only where none is. Of a place few rows are found, and
 * kept; those of everywhere ({@code NOT MATERIALIZED}) are many, and are counted and
 * ordered by indexes.
 */
public record ByPlace(String somewhere, String everywhere) {

	private static final Pattern SOMEWHERE = Pattern.compile("/\\* somewhere \\*/.*?/\\* \\. \\*/", Pattern.DOTALL);

	private static final Pattern EVERYWHERE = Pattern.compile("/\\* everywhere \\*/.*?/\\* \\. \\*/", Pattern.DOTALL);

	public static ByPlace of(String statement) {
		return new ByPlace(EVERYWHERE.matcher(statement).replaceAll("").replace("NOT MATERIALIZED", "MATERIALIZED"),
				SOMEWHERE.matcher(statement).replaceAll(""));
	}

	/** The form for a search; what is null, or a blank zone, is not asked for. */
	public String of(@Nullable String zone, @Nullable String province, @Nullable String area) {
		return ((zone == null || zone.isBlank()) && province == null && area == null) ? this.everywhere
				: this.somewhere;
	}

}
