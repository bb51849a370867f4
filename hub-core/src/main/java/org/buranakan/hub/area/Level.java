package org.buranakan.hub.area;

/**
 * Levels of areas, from the widest.
 */
enum Level {

	PROVINCE, AMPHOE, TAMBON

}
