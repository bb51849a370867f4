package org.buranakan.hub.intake;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table and what stands in it.
 *
 * @param <S> what a row is made from
 * @param type PostgreSQL's name of its type
 * @param value as PostgreSQL's text form of that type, or a {@link Long}
 */
record Column<S>(String name, String type, Function<S, @Nullable Object> value) {

	/** The type of the array that carries a batch of these; arrays travel as text. */
	String carrier() {
		return this.type.endsWith("[]") ? "text" : this.type;
	}

	/** The values of a batch, in its order. */
	Object[] values(List<S> batch) {
		return isNumber() ? batch.stream().map(this.value).toArray(Long[]::new)
				: batch.stream().map(this.value).toArray(String[]::new);
	}

	private boolean isNumber() {
		return this.type.equals("bigint");
	}

}
