package org.buranakan.platform.shared;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.buranakan.platform.Database;
import org.buranakan.platform.PartName;
import org.buranakan.platform.Platform;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedPlatformIT {

	private final Platform platform = SharedPlatform.get();

	@Test
	void aTestGetsADatabaseOfItsOwn() throws Exception {
		// When
		Database database = this.platform.newDatabase();
		// Then
		try (Connection connection = DriverManager.getConnection(database.url(), database.owner().user(),
				database.owner().password())) {
			assertThat(connection.getCatalog()).isEqualTo(database.name());
		}
	}

	@Test
	void aKilledBrokerComesBackOnItsPortWithItsData() throws Exception {
		// Given
		String cluster = cluster();
		this.platform.part(PartName.KAFKA).kill();
		// When
		this.platform.part(PartName.KAFKA).start();
		// Then
		assertThat(cluster()).isEqualTo(cluster);
	}

	private String cluster() throws Exception {
		try (Admin admin = Admin.create(this.platform.superuser())) {
			return admin.describeCluster().clusterId().get(10, TimeUnit.SECONDS);
		}
	}

}
