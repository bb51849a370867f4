package org.buranakan.hub.overview;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.buranakan.hub.view.BadParameter;
import org.buranakan.hub.view.Reading;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses codes that neither reference data nor any fact has, in the view that answers:
 * nothing must not look like an answer. A code that has ended is known, for what happened
 * under it is still there; and where reference data has no list of the kind, all are
 * taken.
 */
@Component
class KnownCodes implements HandlerInterceptor {

	/** The reference data whose codes a parameter takes. */
	private static final String LIST = " FROM reference WHERE kind = :kind AND (:attribute::text IS NULL OR jsonb_exists(attributes, :attribute))";

	/** Of a list that is longer, the rest is in topic {@code hub.reference}. */
	private static final int SHOWN = 100;

	private final JdbcClient database;

	KnownCodes(@Reading JdbcClient database) {
		this.database = database;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod) {
			for (Coded coded : Coded.values()) {
				Optional.ofNullable(request.getParameter(coded.parameter))
					// Text that cannot be a code is refused where the parameter is read.
					.filter((code) -> !code.isBlank() && code.chars().noneMatch(Character::isISOControl))
					.filter((code) -> !code.equals(coded.besides))
					.ifPresent((code) -> demandKnown(coded, code));
			}
		}
		return true;
	}

	private void demandKnown(Coded coded, String code) {
		boolean unknown = this.database
			.sql("SELECT NOT EXISTS (SELECT" + LIST + " AND code = :code) AND EXISTS (SELECT" + LIST
					+ ") AND NOT EXISTS (SELECT FROM " + coded.facts + ")")
			.param("kind", coded.kind)
			.param("attribute", coded.attribute)
			.param("code", code)
			.query(Boolean.class)
			.single();
		if (unknown) {
			Text where = (coded.address != null) ? new Text("ดูได้ที่ " + coded.address, "see " + coded.address)
					: listed(coded);
			throw new BadParameter(coded.parameter, code,
					"รหัสที่มีในข้อมูลอ้างอิง (" + coded.kind + "): " + where.th(),
					"a code that reference data has (" + coded.kind + "): " + where.en());
		}
	}

	private Text listed(Coded coded) {
		String codes = this.database
			.sql("SELECT string_agg(code, ', ' ORDER BY code COLLATE \"C\") FROM (SELECT code" + LIST
					+ " ORDER BY code COLLATE \"C\" LIMIT :most) AS shown")
			.param("kind", coded.kind)
			.param("attribute", coded.attribute)
			.param("most", SHOWN)
			.query(String.class)
			.single();
		return new Text(codes, codes);
	}

	/**
	 * Parameters that carry codes of reference data: one name means the same wherever it
	 * occurs.
	 */
	private enum Coded {

		AGENCY("agency", "agency", "hub.log WHERE agency = :code", "/api/v1/agencies"),

		ZONE("zone", "agency", "provinces", null, "reference WHERE false", null),

		PROVINCE("province", "area", "area_summary WHERE starts_with(area, :code)", "/api/v1/areas"),

		AREA("area", "area", "area_summary WHERE starts_with(area, :code)", "/api/v1/areas"),

		KIND("kind", "activity-kind", null, "milestone", "activity WHERE kind = :code", null),

		CHANNEL("channel", "channel", "complaint_count WHERE channel = :code", null),

		RESTRICTION("restriction", "restriction", "posting WHERE restriction = :code", null);

		private final String parameter;

		private final String kind;

		private final @Nullable String attribute;

		private final @Nullable String besides;

		private final String facts;

		private final @Nullable String address;

		Coded(String parameter, String kind, String facts, @Nullable String address) {
			this(parameter, kind, null, null, facts, address);
		}

		Coded(String parameter, String kind, @Nullable String attribute, @Nullable String besides, String facts,
				@Nullable String address) {
			this.parameter = parameter;
			this.kind = kind;
			this.attribute = attribute;
			this.besides = besides;
			this.facts = facts;
			this.address = address;
		}

	}

}
