package org.buranakan.connectors.mapping;

import java.util.Map;

import org.buranakan.schemas.topic.Family;

/**
 * One event that a row can give.
 *
 * @param key the local part of its entity id
 * @param fields by the field's name in the contract
 */
record EventProfile(Family family, Template key, Condition when, Map<String, Derivation> fields) {
}
