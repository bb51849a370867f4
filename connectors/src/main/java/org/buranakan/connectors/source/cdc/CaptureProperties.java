package org.buranakan.connectors.source.cdc;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The databases that are captured.
 *
 * @param agencies by the agency's id; each is hosted by this process too
 */
@ConfigurationProperties("buranakan.capture")
record CaptureProperties(@DefaultValue Map<String, CaptureSettings> agencies) {
}
