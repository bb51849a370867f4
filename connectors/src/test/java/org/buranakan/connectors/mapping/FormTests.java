package org.buranakan.connectors.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.buranakan.connectors.reading.FewAreas;
import org.buranakan.connectors.reading.Text;
import org.buranakan.connectors.reference.PilotReference;
import org.buranakan.schemas.topic.Family;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
			assertThat(form.fields()).containsExactlyInAnyOrder(field("เลขที่", "text", true, "key"),
					field("พื้นที่", "area", true, "area"),
					new Form.Field("เดือน", List.of("periodStart", "periodEnd"), "period-start", true, false, List.of(),
							List.of("มี.ค. 2565", "ไตรมาส 2/2565")),
					field("รับเรื่อง", "quantity", true, "received"), field("แก้ไขแล้ว", "quantity", false, "resolved"),
					field("ฉบับที่", "quantity", false, "revision"), deciding("นับ", true, "มี", "ใช่"),
					deciding("ส่งแล้ว", true));
			assertThat(form.families()).containsExactly("complaint");
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
			.satisfies((form) -> assertThat(form.fields()).contains(deciding("นับ", false, "มี", "ใช่", "ไม่"),
					deciding("ส่งแล้ว", false)));
	}

	@Test
	void whatAColumnIsReadAsIsKeptThoughItDecidesToo() {
		assertThat(forms(PROFILE.replace("{นับ: [ใช่, มี], ส่งแล้ว: \"*\"}", "{แก้ไขแล้ว: \"*\"}"))).singleElement()
			.satisfies((form) -> assertThat(form.fields()).contains(field("แก้ไขแล้ว", "quantity", true, "resolved")));
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

	@Test
	void whatIsGivenWithoutTheRowIsNotRequiredAndWhatTheRowMustSayIs() {
		// When
		Form activity = pilot("pacoc-20", "activity");
		Form agreement = pilot("pacoc-20", "agreement");
		// Then
		assertThat(activity.fields()).filteredOn(Form.Field::required)
			.extracting(Form.Field::name)
			.containsExactlyInAnyOrder("activityNo", "category", "name", "areas", "begin", "finish", "dateDetail",
					"status", "host");
		assertThat(agreement.fields()).filteredOn(Form.Field::required)
			.extracting(Form.Field::name)
			.containsExactlyInAnyOrder("agreementNo", "jointPlan", "version", "party", "opinion", "date");
		assertThat(named(activity, "updatedAt").examples()).containsExactly("2022-03-01");
	}

	@Test
	void aListOffersAllThatStandsInTheReferenceInTheAgencysOwnWordsFirst() {
		// When
		Form activity = pilot("pacoc-20", "activity");
		// Then
		assertThat(named(activity, "category").choices())
			.contains(new Form.Choice("ลงนามความร่วมมือ", new Text("ลงนามความร่วมมือ", "Memorandum signed")))
			.anySatisfy((choice) -> assertThat(choice.value()).isEqualTo("training"));
		assertThat(named(activity, "host").choices())
			.anySatisfy((choice) -> assertThat(choice.label().th()).isEqualTo("สำนักงาน ปปท. เขต 2"));
		assertThat(named(activity, "status").choices()).extracting(Form.Choice::value).contains("เสร็จสิ้น").hasSize(5);
	}

	@ParameterizedTest
	@CsvSource({ "buddhist, 1 มี.ค. 2565, 01/03/2565", "undeclared, 1 มี.ค. 2565, 2022-03-01", "common, 2022-03-01, " })
	void theExamplesOfADateAreThoseThatItsEraLetsThrough(String era, String first, @Nullable String second) {
		// When
		List<Form> forms = forms(PROFILE.replace("buddhist", era).replace("period-start", "date"));
		// Then
		assertThat(named(forms.getFirst(), "เดือน").examples())
			.isEqualTo(Stream.of(first, second).filter(Objects::nonNull).toList());
	}

	@ParameterizedTest
	@EnumSource(Family.class)
	void thePageHasAWordInThaiAndEnglishForWhateverAFormMayAsk(Family family) throws IOException {
		// Given
		String words = page();
		List<String> fields = family.schema()
			.getFields()
			.stream()
			.map(Schema.Field::name)
			.filter(BlankEnvelope::isDerivable)
			.toList();
		// When, Then
		assertThat(words).contains("'family." + family.code() + "': ['", "'field.key': ['", "'field.revision': ['");
		assertThat(fields).allSatisfy((field) -> assertThat(words).contains("'field." + field + "': ['"));
	}

	private static String page() throws IOException {
		try (InputStream words = Form.class.getResourceAsStream("/officer/words.js")) {
			return new String(Objects.requireNonNull(words).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static Form pilot(String agency, String type) {
		return Form.of(PilotReference.mapping(agency).profile(), PilotReference.book().codes())
			.stream()
			.filter((form) -> form.type().equals(type))
			.findFirst()
			.orElseThrow();
	}

	private static Form.Field named(Form form, String name) {
		return form.fields().stream().filter((field) -> field.name().equals(name)).findFirst().orElseThrow();
	}

	private static List<Form> forms(String profile) {
		return Form.of(new Yaml(profile).mapping(new FewAreas(List.of())).profile(), (kind) -> Map.of());
	}

	private static Form.Field field(String name, String kind, boolean required, String means) {
		return new Form.Field(name, List.of(means), kind, required, false, List.of(), List.of());
	}

	private static Form.Field deciding(String name, boolean required, String... words) {
		return new Form.Field(name, List.of(), "text", required, false,
				Stream.of(words).map((word) -> new Form.Choice(word, new Text(word, null))).toList(), List.of());
	}

}
