package org.buranakan.schemas.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The contract of one kind of topic: the text of all its committed versions, oldest
 * first.
 */
public record Contract(Topics kind, List<String> versions) {

	private static final Map<Topics, Contract> ALL = load();

	public Contract {
		if (versions.isEmpty()) {
			throw new IllegalArgumentException("No version of the contract of " + kind + " is committed");
		}
		versions = List.copyOf(versions);
	}

	/** The contract of the kind; kinds without Avro values have none. */
	public static Optional<Contract> of(Topics kind) {
		return Optional.ofNullable(ALL.get(kind));
	}

	/** The contract that the generated class follows. */
	public static Contract of(Class<? extends SpecificRecord> value) {
		return Arrays.stream(Topics.values())
			.filter((kind) -> kind.value().filter((type) -> type == value).isPresent())
			.findFirst()
			.flatMap(Contract::of)
			.orElseThrow(() -> new IllegalArgumentException("No topic carries " + value.getName()));
	}

	/** All contracts, in the order of the catalogue. */
	public static List<Contract> all() {
		return List.copyOf(ALL.values());
	}

	/** The version that this build writes. */
	public String newest() {
		return this.versions.getLast();
	}

	private static Map<Topics, Contract> load() {
		Map<Topics, Contract> contracts = new EnumMap<>(Topics.class);
		for (Topics kind : Topics.values()) {
			List<String> versions = versions(kind);
			if (!versions.isEmpty()) {
				contracts.put(kind, new Contract(kind, versions));
			}
		}
		return Collections.unmodifiableMap(contracts);
	}

	private static List<String> versions(Topics kind) {
		List<String> versions = new ArrayList<>();
		for (String text = read(kind, 1); text != null; text = read(kind, versions.size() + 1)) {
			versions.add(text);
		}
		return versions;
	}

	private static @Nullable String read(Topics kind, int version) {
		String path = "/contracts/" + kind.code() + "/v" + version + ".avsc";
		try (InputStream in = Contract.class.getResourceAsStream(path)) {
			return (in != null) ? new String(in.readAllBytes(), StandardCharsets.UTF_8) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Unreadable: " + path, ex);
		}
	}

}
