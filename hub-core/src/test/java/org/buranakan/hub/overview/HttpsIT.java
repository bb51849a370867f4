package org.buranakan.hub.overview;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Profile {@code https}: certificates from files that somebody else renews. */
@SpringBootTest(classes = ReadingHub.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=hub", "spring.profiles.active=https", "management.server.port=0",
				"spring.ssl.bundle.watch.file.quiet-period=100ms", "hub.stream.heartbeat=200ms",
				"hub.intake.registry=http://127.0.0.1/" })
@ContextConfiguration(initializers = OnDatabase.NewDatabase.class)
class HttpsIT {

	@TempDir
	private static Path files;

	@Autowired
	private Environment environment;

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int management;

	@DynamicPropertySource
	static void certificate(DynamicPropertyRegistry properties) {
		issue("first");
		properties.add("https.certificate", () -> files.resolve("certificate.pem").toString());
		properties.add("https.private-key", () -> files.resolve("private-key.pem").toString());
	}

	@Test
	void aRenewedCertificateIsServedAndNobodyIsCutOff() throws Exception {
		// Given
		assertThat(served().getSubjectX500Principal().getName()).isEqualTo("CN=first");
		HttpsURLConnection reading = https("/api/v1/stream");
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(reading.getInputStream(), StandardCharsets.UTF_8))) {
			assertThat(lines.readLine()).isNotNull();
			// When
			issue("second");
			// Then
			await().until(() -> served().getSubjectX500Principal().getName().equals("CN=second"));
			for (int line = 0; line < 10; line++) {
				assertThat(lines.readLine()).as("the stream that was open goes on").isNotNull();
			}
		}
		finally {
			reading.disconnect();
		}
		assertThat(this.environment.getProperty("server.ssl.bundle")).isEqualTo("page");
	}

	@Test
	void whatDoesNotFitTogetherLeavesTheCertificateThatIsServed() throws Exception {
		// Given
		BigInteger before = served().getSerialNumber();
		// When
		Files.writeString(files.resolve("certificate.pem"), "-----BEGIN CERTIFICATE-----\nno\n");
		// Then
		assertThat(served().getSerialNumber()).isEqualTo(before);
		issue("third");
		await().until(() -> served().getSubjectX500Principal().getName().equals("CN=third"));
	}

	@Test
	void healthIsAskedForInTheClearOnThisMachineAlone() throws Exception {
		assertThat(
				new String(new HubClient(this.management).bytes("/actuator/health/liveness"), StandardCharsets.UTF_8))
			.contains("UP");
		assertThat(https("/api/v1/fingerprint").getResponseCode()).isEqualTo(200);
		assertThat(https("/actuator/health").getResponseCode()).isEqualTo(404);
		assertThat(new HubClient(this.port).ask("GET", "/api/v1/fingerprint").status()).as("in the clear")
			.isEqualTo(400);
	}

	private HttpsURLConnection https(String path) throws IOException, GeneralSecurityException {
		HttpsURLConnection connection = (HttpsURLConnection) URI
			.create("https://127.0.0.1:%d%s".formatted(this.port, path))
			.toURL()
			.openConnection();
		connection.setSSLSocketFactory(anybody().getSocketFactory());
		connection.setHostnameVerifier((host, session) -> true);
		return connection;
	}

	private X509Certificate served() throws IOException, GeneralSecurityException {
		try (SSLSocket socket = (SSLSocket) anybody().getSocketFactory().createSocket("127.0.0.1", this.port)) {
			socket.startHandshake();
			return (X509Certificate) socket.getSession().getPeerCertificates()[0];
		}
	}

	/** Trusts whoever answers: which certificate it is, is what is asked. */
	private static SSLContext anybody() throws GeneralSecurityException {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, new TrustManager[] { new X509TrustManager() {
			@Override
			public void checkClientTrusted(X509Certificate[] chain, String type) {
			}

			@Override
			public void checkServerTrusted(X509Certificate[] chain, String type) {
			}

			@Override
			public X509Certificate[] getAcceptedIssuers() {
				return new X509Certificate[0];
			}
		} }, new SecureRandom());
		return context;
	}

	/**
	 * As a program that renews certificates does: each file at once, one after the other.
	 */
	private static void issue(String name) {
		Path store = files.resolve(name + ".p12");
		try {
			Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
					"-genkeypair", "-keyalg", "EC", "-alias", "key", "-dname", "CN=" + name, "-ext", "san=ip:127.0.0.1",
					"-keystore", store.toString(), "-storepass", "changeit")
				.inheritIO()
				.start();
			assertThat(keytool.waitFor()).isZero();
			KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
			write("private-key.pem", "PRIVATE KEY", keys.getKey("key", "changeit".toCharArray()).getEncoded());
			write("certificate.pem", "CERTIFICATE", keys.getCertificate("key").getEncoded());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void write(String file, String kind, byte[] content) throws IOException {
		Path beside = files.resolve(file + ".new");
		Files.writeString(beside, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind,
				Base64.getMimeEncoder().encodeToString(content), kind));
		Files.move(beside, files.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

}
