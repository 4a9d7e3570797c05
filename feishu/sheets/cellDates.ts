import { isObject } from '../json';
import { instantOf, wallOf } from '../zones';
import { isSerial, serialOfWall, wallOfSerial } from './serialDates';

/** How a cell shows a day, and a day with its time: the same number otherwise shows as a number. */
const DATE_FORMATS = { day: 'yyyy/MM/dd', time: 'yyyy/MM/dd HH:mm:ss' };

/** A date as a cell holds it. */
export interface DatedCell {
	/** The spreadsheet's serial. */
	value: number;
	format: string;
}

/** As ISO writes it, or as a sheet shows it. */
const WRITTEN =
	/^(\d{4})([-/])(\d{2})\2(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A date as text, a Date, or what n8n has for a moment, as a cell of a sheet in this zone shows it. A date without an
 * offset is shown as it is written. Undefined for what is no date, or one of which spreadsheets do not know.
 */
export function datedCell(value: unknown, timeZone: string): DatedCell | undefined {
	const ms = value instanceof Date ? value.getTime() : dateTimeOf(value);
	if (ms !== undefined) return Number.isNaN(ms) ? undefined : ofWall(wallOf(ms, timeZone), DATE_FORMATS.time);
	return typeof value === 'string' ? ofText(value.trim(), timeZone) : undefined;
}

/** Of a Luxon DateTime of whichever copy of Luxon. */
function dateTimeOf(value: unknown): number | undefined {
	if (!isObject(value) || typeof value.toISO !== 'function' || typeof value.toMillis !== 'function') return undefined;
	return Number(value.toMillis.call(value));
}

function ofText(written: string, timeZone: string): DatedCell | undefined {
	const [, year, , month, day, hour, minute, second, fraction, offset] = WRITTEN.exec(written) ?? [];
	if (year === undefined) return undefined;
	const [y, m, d, h, min, s] = [year, month, day, hour, minute, second].map((part) => Number(part ?? 0));
	const inSecond = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
	const wall = Date.UTC(y ?? 0, (m ?? 0) - 1, d, h, min, s, inSecond);
	// February 30 is no date, and neither is 25 o'clock: the calendar would make another of them.
	if (new Date(wall).toISOString().slice(0, 19) !== isoLike([year, month, day], [hour, minute, second]))
		return undefined;
	if (hour === undefined) return ofWall(wall, DATE_FORMATS.day);
	const shown = offset === undefined ? wall : wallOf(wall - offsetMs(offset), timeZone);
	return ofWall(shown, DATE_FORMATS.time);
}

const isoLike = (day: ReadonlyArray<string | undefined>, time: ReadonlyArray<string | undefined>): string =>
	`${day.join('-')}T${time.map((part) => part ?? '00').join(':')}`;

function offsetMs(offset: string): number {
	const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? [];
	return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

function ofWall(wall: number, format: string): DatedCell | undefined {
	const value = serialOfWall(wall);
	return isSerial(value) ? { value, format } : undefined;
}

/** What a number format shows of a serial. */
type Shown = 'day' | 'moment' | 'time';

/** Undefined for the formats of plain numbers; words in quotes and colours in brackets count for nothing. */
export function shownBy(format: string): Shown | undefined {
	const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/s\.0+/i, 's');
	if (/general|[#0@]/i.test(bare)) return undefined;
	const hasDay = /[yd]/i.test(bare) || /M/.test(bare);
	const hasTime = /[hs]/i.test(bare);
	if (hasDay) return hasTime ? 'moment' : 'day';
	return hasTime ? 'time' : undefined;
}

/** A serial in ISO words: the day, the time, or the moment with the offset of the sheet's zone. */
export function isoOfSerial(serial: number, shown: Shown, timeZone: string): string {
	const wall = wallOfSerial(serial);
	const [day = '', time = ''] = new Date(wall).toISOString().split(/[TZ]/);
	if (shown === 'day') return day;
	if (shown === 'time') return time.replace(/\.000$/, '');
	return `${day}T${time}${offsetText(wall - instantOf(wall, timeZone))}`;
}

function offsetText(ms: number): string {
	const minutes = Math.round(Math.abs(ms) / 60_000);
	const two = (number: number): string => String(number).padStart(2, '0');
	return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A date that a sheet shows as text, in ISO words; undefined for any other text. */
export function isoOfShown(text: string, timeZone: string): string | undefined {
	const dated = ofText(text.trim(), timeZone);
	return dated && isoOfSerial(dated.value, dated.format === DATE_FORMATS.day ? 'day' : 'moment', timeZone);
}
