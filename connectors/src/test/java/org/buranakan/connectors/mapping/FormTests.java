package org.buranakan.connectors.mapping;

import java.util.List;

import org.buranakan.connectors.reading.FewAreas;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormTests {

	private static final String PROFILE = """
			agency: pacoc-19
			system: แบบรายงาน
			era: buddhist
			sources:
			  - name: complaints
			    push: เรื่องร้องทุกข์
			    events:
			      - family: complaint
			        key: "{เลขที่}"
			        when: {นับ: [ใช่, มี], ส่งแล้ว: "*"}
			        revision: {from: ฉบับที่}
			        fields:
			          area: {from: พื้นที่, as: area}
			          channel: {constant: page}
			          periodStart: {from: เดือน, as: period-start}
			          periodEnd: {from: เดือน, as: period-end}
			          received: {from: รับเรื่อง, as: quantity}
			          resolved: {from: แก้ไขแล้ว, as: quantity}
			          status: {constant: COUNTED}
			""";

	@Test
	void aFormAsksForAllThatItsEventsAreReadFromWhatDecidesAboutThemIncluded() {
		// When
		List<Form> forms = forms(PROFILE);
		// Then
		assertThat(forms).singleElement().satisfies((form) -> {
			assertThat(form.type()).isEqualTo("เรื่องร้องทุกข์");
			assertThat(form.fields()).containsExactlyInAnyOrder(field("เลขที่", "text", true),
					field("พื้นที่", "area", true), field("เดือน", "period-start", true),
					field("รับเรื่อง", "quantity", true), field("แก้ไขแล้ว", "quantity", false),
					field("ฉบับที่", "quantity", false), field("นับ", "text", true, "มี", "ใช่"),
					field("ส่งแล้ว", "text", true));
		});
	}

	@Test
	void whereOneOfSeveralEventsIsMeantTheWordsOfAllAreChoicesAndNoneIsRequired() {
		// Given
		String event = PROFILE.substring(PROFILE.indexOf("      - family"));
		// When
		List<Form> forms = forms(PROFILE + event.replace("[ใช่, มี]", "[ไม่, \"\"]"));
		// Then
		assertThat(forms).singleElement()
			.satisfies((form) -> assertThat(form.fields()).contains(field("นับ", "text", false, "มี", "ใช่", "ไม่"),
					field("ส่งแล้ว", "text", false)));
	}

	@Test
	void whatAColumnIsReadAsIsKeptThoughItDecidesToo() {
		assertThat(forms(PROFILE.replace("{นับ: [ใช่, มี], ส่งแล้ว: \"*\"}", "{แก้ไขแล้ว: \"*\"}"))).singleElement()
			.satisfies((form) -> assertThat(form.fields()).contains(field("แก้ไขแล้ว", "quantity", true)));
	}

	@Test
	void aTypeThatNoFormCouldSayWholeHasNone() {
		// Given
		String plan = """
				      - family: plan
				        key: "{เลขที่}"
				        fields:
				          fiscalYear: {from: ปี, as: fiscal-year}
				          programme: {constant: x}
				          title: {th: ชื่อ}
				          lead: {constant: codi}
				          areas: {constant: []}
				          milestones: {each: จังหวะก้าว, fields: {title: {th: รายการ}}}
				          status: {constant: ADOPTED}
				""";
		// When, Then
		assertThat(forms(PROFILE + plan)).isEmpty();
		assertThat(forms(PROFILE + plan.replace("milestones: {each: จังหวะก้าว, fields: {title: {th: รายการ}}}",
				"note: {th: หมายเหตุ}")))
			.hasSize(1);
	}

	private static List<Form> forms(String profile) {
		return Form.of(new Yaml(profile).mapping(new FewAreas(List.of())).profile());
	}

	private static Form.Field field(String name, String kind, boolean required, String... choices) {
		return new Form.Field(name, kind, required, false, List.of(choices));
	}

}
