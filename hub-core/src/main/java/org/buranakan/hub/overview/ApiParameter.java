package org.buranakan.hub.overview;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What OpenAPI says of the parameters: one name means the same wherever it occurs. */
enum ApiParameter {

	PAGE("page", "หน้าที่ นับจาก 0 · Page of the list, from 0", 0, null, "0"),

	SIZE("size", "จำนวนรายการต่อหน้า · Items per page", 1, 500, "50"),

	DEPTH("depth", "ถึงระดับจังหวัด (1) อำเภอ (2) หรือตำบล (3) · Down to provinces, amphoe or tambons", 1, 3, "3"),

	FISCAL_YEAR("fiscalYear", "ปีงบประมาณ พ.ศ. · Fiscal year of the Buddhist era", 2500, 2699, "2565"),

	ZONE("zone", "พื้นที่รับผิดชอบของหน่วยงาน · Provinces of this agency, as reference data states them",
			"pacc-zone-1"),

	PROVINCE("province", "รหัสจังหวัด 2 หลัก · Province", "^[0-9]{2}$", "11"),

	AREA("area", "รหัสพื้นที่ 2, 4 หรือ 6 หลัก · Area of any level", "^[0-9]{2}([0-9]{2}){0,2}$", "1101"),

	AGENCY("agency", "รหัสหน่วยงาน · Id of an agency", "codi"),

	RULE("rule", "รหัสกฎของข้อสังเกต · Id of a rule", "left-out"),

	KIND("kind", "ประเภทกิจกรรม; milestone คือจังหวะก้าว · Kind of activity; `milestone` for milestones of plans",
			"training"),

	STATUS("status", "สถานะ ตามสัญลักษณ์ในคำตอบ · A status, by the symbol that answers carry", null),

	Q("q", "ข้อความไทยหรืออังกฤษ · Thai or English text", "อบรม"),

	FROM("from", "ตั้งแต่วันที่ (ค.ศ.) · First day, common era", "2021-10-01"),

	TO("to", "ถึงวันที่ (ค.ศ.) · Last day, inclusive, common era", "2022-09-30"),

	BUDGET_LINE("budgetLine", "รหัสรายการงบประมาณของหน่วยงาน · The agency's code of a budget line", null),

	ACTIVITY("activity", "รหัสกิจกรรม · Id of an activity", null),

	PHASE("phase", "ขั้นของเงิน · Phase of the money", "ALLOTTED"),

	RESTRICTION("restriction", "รหัสเหตุที่เงินถูกกัน · Code of a restriction", null),

	STANDING("standing", "จังหวะก้าวถึงกำหนดแล้วหรือไม่ · Where a milestone stands", null),

	CHANNEL("channel", "ช่องทางร้องทุกข์ · Channel of complaints", "page"),

	CODE("code", "รหัส · A code, as answers show it", null),

	ID("id", "รหัส ตามที่รายการแสดง · An id, as lists show it", null),

	LANG("lang", "ภาษา · Language", "^(th|en)$", "en"),

	AS_OF("asOf",
			"ภาพ ณ จุดตัด: รหัสจุดตัด, latest, วันเวลาพร้อมเขตเวลา หรือวันที่ · The view as it was at a cut: the cut's id, `latest`, or an instant with its offset or a date (until its end in Bangkok), which mean the newest cut taken until then",
			null),

	LAST_EVENT_ID("Last-Event-ID", "รหัสเหตุการณ์ล่าสุดที่ได้รับ · Id of the event that was received last", null);

	private final String parameter;

	private final String description;

	private final @Nullable Integer least;

	private final @Nullable Integer most;

	private final @Nullable String pattern;

	private final @Nullable String example;

	ApiParameter(String parameter, String description, int least, @Nullable Integer most, String example) {
		this(parameter, description, least, most, null, example);
	}

	ApiParameter(String parameter, String description, String pattern, String example) {
		this(parameter, description, null, null, pattern, example);
	}

	ApiParameter(String parameter, String description, @Nullable String example) {
		this(parameter, description, null, null, null, example);
	}

	ApiParameter(String parameter, String description, @Nullable Integer least, @Nullable Integer most,
			@Nullable String pattern, @Nullable String example) {
		this.parameter = parameter;
		this.description = description;
		this.least = least;
		this.most = most;
		this.pattern = pattern;
		this.example = example;
	}

	static Optional<ApiParameter> of(Parameter parameter) {
		return Arrays.stream(values()).filter((known) -> known.parameter.equals(parameter.getName())).findFirst();
	}

	/** Unless its place says more. */
	void describe(Parameter parameter) {
		if (parameter.getDescription() == null) {
			parameter.setDescription(this.description);
		}
		Object shown = example();
		if (shown != null && !parameter.getIn().equals("path")) {
			parameter.setExample(shown);
		}
		// Parameters of one type share theirs.
		Schema<?> schema = AnnotationsUtils.clone(parameter.getSchema(), true);
		parameter.setSchema(schema);
		if (this.least != null) {
			schema.setMinimum(BigDecimal.valueOf(this.least));
		}
		if (this.most != null) {
			schema.setMaximum(BigDecimal.valueOf(this.most));
		}
		if (!parameter.getIn().equals("path") && this.pattern != null) {
			schema.setPattern(this.pattern);
		}
	}

	private @Nullable Object example() {
		return (this.least != null && this.example != null) ? Integer.valueOf(this.example) : this.example;
	}

}
