package org.buranakan.hub.progress;

import java.time.LocalDate;

import org.buranakan.hub.view.Text;

/**
 * A month of a fiscal year.
 *
 * @param number from 1 (October) to 12 (September)
 * @param name with the year as people of the language count it: ตุลาคม 2564, October 2021
 * @param to last day, inclusive
 * @param ahead it begins after the business date, so that nothing can have happened in it
 */
record FiscalMonth(int number, Text name, LocalDate from, LocalDate to, boolean ahead) {

}
