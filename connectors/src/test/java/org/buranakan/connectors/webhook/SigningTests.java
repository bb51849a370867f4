package org.buranakan.connectors.webhook;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SigningTests {

	@TempDir
	private Path folder;

	/** The example of the Standard Webhooks specification's own libraries. */
	@Test
	void theSignatureIsThatOfTheSpecification() throws Exception {
		// Given
		Path secret = Files.writeString(this.folder.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
		// When
		String signature = Signing.of(secret)
			.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}");
		// Then
		assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	}

	@Test
	void aSecretThatIsShortOrOfAnotherFormIsRefused() throws Exception {
		// Given
		Path bare = Files.writeString(this.folder.resolve("bare"), Base64.getEncoder().encodeToString(new byte[32]));
		byte[] brief = "short".getBytes(StandardCharsets.UTF_8);
		// When, Then
		assertThatIllegalArgumentException().isThrownBy(() -> Signing.of(bare)).withMessageContaining("whsec_");
		assertThatIllegalArgumentException().isThrownBy(() -> new Signing(brief)).withMessageContaining("24 bytes");
	}

}
