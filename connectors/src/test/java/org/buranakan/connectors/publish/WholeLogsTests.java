package org.buranakan.connectors.publish;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.buranakan.schemas.wire.Decoding;
import org.buranakan.schemas.wire.Flaw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WholeLogsTests {

	private final ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("agency.codi.plan", 0, 7, "codi:1",
			new byte[0]);

	@ParameterizedTest
	@EnumSource(names = { "UNKNOWN_SCHEMA_ID", "FOREIGN_SCHEMA" })
	void aSchemaThatIsNotKnownHereIsAnOutage(Flaw flaw) {
		assertThatThrownBy(() -> WholeLogs.passOver(this.record, new Decoding.Malformed<>(flaw, "schema id 99")))
			.isInstanceOf(HubUnreachable.class)
			.hasMessageContaining("agency.codi.plan at 7");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "UNKNOWN_SCHEMA_ID", "FOREIGN_SCHEMA" })
	void whatIsMalformedIsPassedOver(Flaw flaw) {
		assertThatCode(() -> WholeLogs.passOver(this.record, new Decoding.Malformed<>(flaw, "damaged")))
			.doesNotThrowAnyException();
	}

}
