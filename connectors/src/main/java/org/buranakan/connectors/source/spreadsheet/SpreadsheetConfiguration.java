package org.buranakan.connectors.source.spreadsheet;

import java.util.List;
import java.util.Optional;

import org.buranakan.connectors.hosting.Hindrance;
import org.buranakan.connectors.hosting.HostedAgencies;
import org.buranakan.connectors.hosting.SourceState;
import org.buranakan.schemas.topic.AgencyId;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SpreadsheetConfiguration {

	@Bean
	FileIntakes fileIntakes(HostedAgencies agencies) {
		return FileIntakes.of(agencies.all());
	}

	@Bean
	FolderWatches folderWatches(HostedAgencies agencies, FileIntakes intakes, SpreadsheetSettings settings) {
		return new FolderWatches(agencies.all()
			.stream()
			.flatMap((agency) -> Optional.ofNullable(agency.settings().inbox())
				.map((inbox) -> new FolderWatch(agencies, agency, intakes.of(agency), inbox, settings.lookEvery()))
				.stream())
			.toList());
	}

	/** All watches of this process. */
	record FolderWatches(List<FolderWatch> watches) implements SourceState, AutoCloseable {

		@Override
		public String name() {
			return "spreadsheets";
		}

		@Override
		public boolean isAlive() {
			return this.watches.stream().allMatch(FolderWatch::isAlive);
		}

		@Override
		public long waiting(AgencyId agency) {
			return this.watches.stream().filter((watch) -> watch.isOf(agency)).mapToLong(FolderWatch::waiting).sum();
		}

		@Override
		public Optional<Hindrance> hindrance(AgencyId agency) {
			return this.watches.stream()
				.filter((watch) -> watch.isOf(agency))
				.flatMap((watch) -> watch.hindrance().stream())
				.findFirst();
		}

		@Override
		public void close() {
			this.watches.forEach(FolderWatch::close);
		}

	}

}
