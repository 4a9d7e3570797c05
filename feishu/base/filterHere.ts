import { InputError } from '../input';
import { isObject } from '../json';
import { FIELD, type BaseField } from './baseField';
import { number, ticked } from './cellValues';
import { comparisonOf, comparisonOfSeveral } from './comparisons';
import { fieldNamed } from './fieldNamed';
import { fitsDays, isTimeGiven, type Clock } from './fitsDays';
import { isTime, takesNoValue, takesSeveral } from './filterOperators';
import { dayAsWritten, listOf, relativeDay, type Moment } from './filterValues';
import { plainCell } from './readCell';
import { canFilter, type FilterGroup, type FilterRow } from './recordFilter';
import { dayIn } from './relativeDays';

/** What the platform filters by, and what is left to be looked at here. */
export interface SplitFilter {
	there: FilterGroup;
	here: FilterGroup;
}

/**
 * Divides a filter where the platform can't filter by all of it: of rows that all have to fit it takes those that it can,
 * of any it takes none.
 * @throws InputError where the table has no such field
 */
export function splitFilter(group: FilterGroup, fields: readonly BaseField[]): SplitFilter {
	const { conjunction, rows, groups = [] } = group;
	const none: FilterGroup = { conjunction: 'and', rows: [] };
	const isWhole = (one: FilterGroup) => one.rows.every((row) => canFilter(row, fields));
	if (isWhole(group) && groups.every(isWhole)) return { there: group, here: none };
	if (conjunction === 'or') return { there: none, here: group };
	return {
		there: { conjunction, rows: rows.filter((row) => canFilter(row, fields)), groups: groups.filter(isWhole) },
		here: {
			conjunction,
			rows: rows.filter((row) => !canFilter(row, fields)),
			groups: groups.filter((one) => !isWhole(one)),
		},
	};
}

/** Whether a filter compares with days, of which somebody has to know the zone. @throws InputError where the table has no such field */
export function isAboutDays({ rows, groups = [] }: FilterGroup, fields: readonly BaseField[]): boolean {
	const isOne = ({ field, operator, value }: FilterRow) =>
		!takesNoValue(operator) && (isTime(fieldNamed(field, field, fields)) || relativeDay(value) !== undefined);
	return rows.some(isOne) || groups.some((group) => isAboutDays(group, fields));
}

/** Whether a record fits, by its cells as the platform gives them. */
export type Fits = (cells: Readonly<Record<string, unknown>>) => boolean;

/** By what days are told. */
export interface Calendar {
	/** Of days, by which the platform compares dates: that of the base. */
	timeZone: string;
	/** Milliseconds since 1970, at which somebody asks. */
	now: number;
}

/**
 * Looks at records here, as the platform would: people, groups and links by their IDs (people and groups by their names as
 * well), options by their names; what was computed by its size, or by its words.
 * @param calendar of days, by which the platform compares dates; without it moments are compared
 * @throws InputError about a row
 */
export function fitsGroup(group: FilterGroup, fields: readonly BaseField[], moment: Moment, calendar?: Calendar): Fits {
	const dayOf = calendar && dayIn(calendar.timeZone);
	return fitsAll(group, fields, { moment, now: calendar?.now ?? 0, ...(dayOf && { dayOf }) });
}

function fitsAll(group: FilterGroup, fields: readonly BaseField[], clock: Clock): Fits {
	const tests = [
		...group.rows.map((row) => fitsRow(row, fields, clock)),
		...(group.groups ?? []).map((one) => fitsAll(one, fields, clock)),
	];
	if (tests.length === 0) return () => true;
	return (cells) =>
		group.conjunction === 'and' ? tests.every((fits) => fits(cells)) : tests.some((fits) => fits(cells));
}

function fitsRow({ field: name, operator, value }: FilterRow, fields: readonly BaseField[], clock: Clock): Fits {
	const field = fieldNamed(name, name, fields);
	const relative = takesNoValue(operator) ? undefined : relativeDay(value);
	const inDays = relative && fitsDays(field, operator, relative, clock);
	if (inDays && isTime(field)) return (cells) => inDays(plainCell(field, cells[field.field_name]));
	const wanted = takesNoValue(operator) ? [] : wantedOf(field, value, clock);
	const ofSeveral = takesSeveral(field) ? comparisonOfSeveral(operator) : undefined;
	const compare = comparisonOf(operator);
	return (cells) => {
		const plain = plainCell(field, cells[field.field_name]);
		// Only what a formula came to tells whether it is about times.
		if (inDays && isTimeGiven(plain)) return inDays(plain);
		if (ofSeveral) return ofSeveral([plain].flat().map(said).filter(isSaid), wanted);
		const has = isTime(field) && plain !== null ? [dayOf(field, plain, clock)] : said(plain);
		return compare(has, wanted, (one) => sizeOf(field, one, clock));
	};
}

/** What a row asks for, in the words that cells are compared by. */
function wantedOf(field: BaseField, value: unknown, clock: Clock): string[] {
	if (field.type === FIELD.checkbox) return [String(ticked(field, value))];
	if (field.type === FIELD.number) return [String(number({ ...field, ui_type: 'Number', property: null }, value))];
	if (isTime(field)) return [dayOf(field, value, clock)];
	return (takesSeveral(field) ? listOf(value) : [value].flat()).flatMap((one) => said(one).slice(0, 1));
}

const isSaid = (words: readonly string[]): boolean => words.length > 0;

/** The words of a value: of people and groups ID and name. */
function said(value: unknown): string[] {
	if (value === null || value === undefined || value === '') return [];
	if (Array.isArray(value)) return value.flatMap(said);
	if (isObject(value) && /^\[object \w+\]$/.test(String(value))) return Object.values(value).flatMap(said);
	return [String(value).trim()];
}

/** The day as days since 1970, or the moment itself where days don't count. @throws InputError where it is no date */
function dayOf(field: BaseField, value: unknown, { moment, dayOf: day }: Clock): string {
	const ms = moment(field.field_name, value);
	if (ms === undefined)
		throw new InputError(field.field_name, `The filter by '${field.field_name}' has no value`, 'Enter a date');
	if (!day) return new Date(ms).toISOString();
	const written = dayAsWritten(value);
	return String(written === undefined ? day(ms) : Math.floor(written / 86_400_000));
}

/** A number, or the milliseconds of a time; undefined for words. */
function sizeOf(field: BaseField, word: string, { moment }: Clock): number | undefined {
	if (word === '') return undefined;
	const size = Number(word);
	if (!Number.isNaN(size)) return size;
	if (!/^\d{4}-\d\d/.test(word)) return undefined;
	return moment(field.field_name, word);
}
