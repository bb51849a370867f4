package org.buranakan.hub.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what people see: every answer is one statement, so it shows one committed state
 * (several that must agree: {@link Snapshots}), and its only column is a JSON document of
 * the shape that a record names.
 */
@Component
public final class Documents {

	private final JdbcClient database;

	private final JsonMapper mapper;

	Documents(@Reading JdbcClient database, JsonMapper mapper) {
		this.database = database;
		this.mapper = mapper;
	}

	/**
	 * One page of a list.
	 * @param statement binds {@code :page}, {@code :size} and {@code :offset}, and
	 * answers one document, even for an empty page
	 */
	public <T> Page<T> page(String statement, Terms terms, Window window, Class<T> type) {
		JavaType page = this.mapper.getTypeFactory().constructParametricType(Page.class, type);
		return sheet(statement, terms, window, (document) -> this.mapper.<Page<T>>readValue(document, page));
	}

	/** One page of a list that carries more than its items. */
	public <T> T sheet(String statement, Terms terms, Window window, Class<T> type) {
		return sheet(statement, terms, window, (document) -> this.mapper.readValue(document, type));
	}

	/** A list that is always answered whole; a document per row. */
	public <T> List<T> list(String statement, Map<String, ?> parameters, Class<T> type) {
		return this.database.sql(statement)
			.params(parameters)
			.query((row, number) -> this.mapper.readValue(row.getString(1), type))
			.list();
	}

	/** The document of a statement that finds one row or none. */
	public <T> Optional<T> one(String statement, Map<String, ?> parameters, Class<T> type) {
		return this.database.sql(statement)
			.params(parameters)
			.query((row, number) -> this.mapper.readValue(row.getString(1), type))
			.optional();
	}

	/** The document of a statement that answers one row for any terms. */
	public <T> T single(String statement, Terms terms, Class<T> type) {
		return this.database.sql(statement)
			.params(terms.values())
			.query((row, number) -> this.mapper.readValue(row.getString(1), type))
			.single();
	}

	/**
	 * Hands over every document of a statement in its order. Among {@link Snapshots} they
	 * come as they are read, and none is kept.
	 */
	public <T> void each(String statement, Terms terms, Class<T> type, Consumer<T> reader) {
		this.database.sql(statement).params(terms.values()).query((row) -> {
			reader.accept(this.mapper.readValue(row.getString(1), type));
		});
	}

	private <T> T sheet(String statement, Terms terms, Window window, Function<String, T> reader) {
		Map<String, @Nullable Object> parameters = new HashMap<>(terms.values());
		parameters.put("page", window.page());
		parameters.put("size", window.size());
		parameters.put("offset", window.offset());
		return this.database.sql(statement)
			.params(parameters)
			.query((row, number) -> reader.apply(row.getString(1)))
			.single();
	}

}
