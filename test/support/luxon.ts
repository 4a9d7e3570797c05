/** Luxon as n8n brings it: the judge of what clocks show. */
import { tryToParseDateTime } from 'n8n-workflow';

/** A moment on the clock of a zone. @param ms since 1970 */
export const onClock = (ms: number, zone: string) => tryToParseDateTime(new Date(ms).toISOString()).setZone(zone);

/** What a clock of a zone shows, as a moment. @param wall without an offset */
export const whenClockShows = (wall: string, zone: string) => tryToParseDateTime(wall, zone);
