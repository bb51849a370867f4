package org.buranakan.hub.view;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A statement in two forms, for PostgreSQL plans a condition that might not be asked for
 * as if it always were: what stands between {@code /* somewhere *}{@code /} and
 * {@code /* . *}{@code /} is there only where a place is named. Then few rows are found,
 * and kept; those of everywhere ({@code NOT MATERIALIZED}) are many, and are counted and
 * ordered by indexes.
 */
public record ByPlace(String somewhere, String everywhere) {

	private static final Pattern CONDITION = Pattern.compile("/\\* somewhere \\*/.*?/\\* \\. \\*/", Pattern.DOTALL);

	public static ByPlace of(String statement) {
		return new ByPlace(statement.replace("NOT MATERIALIZED", "MATERIALIZED"),
				CONDITION.matcher(statement).replaceAll(""));
	}

	/** The form for a search; what is null, or a blank zone, is not asked for. */
	public String of(@Nullable String zone, @Nullable String province, @Nullable String area) {
		return ((zone == null || zone.isBlank()) && province == null && area == null) ? this.everywhere
				: this.somewhere;
	}

}
