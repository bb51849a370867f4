package org.buranakan.hub.guarantee;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

import org.buranakan.schemas.event.BudgetPosted;
import org.jspecify.annotations.Nullable;

/** A column of {@link BareLoop}'s table. */
record CopiedColumn(String name, String type, Function<BudgetPosted, @Nullable Object> value) {

	/** PostgreSQL counts days and microseconds from 1 January 2000. */
	private static final long EPOCH_DAY = 10_957;

	static final long EPOCH_MICROS = EPOCH_DAY * 86_400_000_000L;

	/** As binary COPY has it. */
	void write(DataOutputStream out, BudgetPosted posting) throws IOException {
		switch (this.value.apply(posting)) {
			case null -> out.writeInt(-1);
			case String text -> {
				byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
				out.writeInt(bytes.length);
				out.write(bytes);
			}
			case Long number -> number(out, number);
			case Instant instant -> number(out, ChronoUnit.MICROS.between(Instant.EPOCH, instant) - EPOCH_MICROS);
			case LocalDate date -> {
				out.writeInt(Integer.BYTES);
				out.writeInt((int) (date.toEpochDay() - EPOCH_DAY));
			}
			default -> throw new IllegalArgumentException(this.name);
		}
	}

	private static void number(DataOutputStream out, long number) throws IOException {
		out.writeInt(Long.BYTES);
		out.writeLong(number);
	}

	/** As a parameter of a statement. */
	@Nullable Object parameter(BudgetPosted posting) {
		Object stated = this.value.apply(posting);
		return (stated instanceof Instant instant) ? instant.atOffset(ZoneOffset.UTC) : stated;
	}

}
