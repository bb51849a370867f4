package org.buranakan.hub.past;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.buranakan.hub.cut.Cut;
import org.buranakan.hub.cut.Cuts;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.BadParameter;
import org.buranakan.hub.view.NoPast;
import org.buranakan.hub.view.Unknown;

import org.springframework.stereotype.Component;

/** Which cut is meant. */
@Component
class AsOfCut {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

	private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

	private static final int LAST_COMMON_ERA_YEAR = 2200;

	private final Cuts cuts;

	AsOfCut(Cuts cuts) {
		this.cuts = cuts;
	}

	/**
	 * The cut of that id, the newest, or the newest until an instant or the end of a day.
	 * @throws Unknown if there is none of that id
	 * @throws NoPast if none was taken until then
	 * @throws BadParameter if it is none of these
	 */
	Cut of(String asOf) {
		if (ID.matcher(asOf).matches()) {
			return this.cuts.find(asOf).orElseThrow(() -> new Unknown("cut", asOf));
		}
		Optional<Cut> cut = asOf.equals(Cuts.LATEST) ? this.cuts.find(asOf) : this.cuts.at(instant(asOf));
		return cut.orElseThrow(() -> NoPast.beforeFirstCut(asOf));
	}

	private static Instant instant(String asOf) {
		try {
			Instant instant = asOf.contains("T")
					// The plus sign of an offset is a space where nobody encoded it.
					? OffsetDateTime.parse(asOf.replace(' ', '+')).toInstant() : endOf(LocalDate.parse(asOf));
			if (instant.atZone(BANGKOK).getYear() <= LAST_COMMON_ERA_YEAR) {
				return instant;
			}
		}
		catch (DateTimeParseException ex) {
			// Answered like a year of another era.
		}
		throw new BadParameter(AsOf.PARAMETER, asOf,
				"รหัสจุดตัด (64 หลัก), latest, วันเวลาพร้อมเขตเวลา เช่น 2026-01-24T16:00:00+07:00 หรือวันที่ ค.ศ. เช่น 2026-01-24",
				"a cut's id (64 digits), `latest`, an instant with its offset such as 2026-01-24T16:00:00+07:00, or a common-era date such as 2026-01-24");
	}

	private static Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(BANGKOK).toInstant().minus(Duration.ofNanos(1_000));
	}

}
