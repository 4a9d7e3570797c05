import type { Cell } from '../state/bases';
import { kindOf } from './cellsOf';
import { dayOf, type Days, NAMED } from './days';
import type { Place } from './kind';
import { TYPES } from './kinds';
import { problem } from './problem';

/** Whether a cell, undefined when it is empty, meets a condition. */
export type Test = (cell: Cell | undefined) => boolean;

const invalid = () => problem(1254018);

function single(values: readonly string[]): string {
	const [value] = values;
	if (value === undefined || values.length > 1) throw invalid();
	return value;
}

const EMPTY: Readonly<Record<string, Test>> = {
	isEmpty: (cell) => cell === undefined,
	isNotEmpty: (cell) => cell !== undefined,
};

/** A condition by its operator; throws 1254018 for values that don't fit it. */
type Operators = Readonly<Record<string, (values: readonly string[], place: Place) => Test>>;

const wordsTest =
	(fits: (text: string, wanted: string) => boolean): Operators[string] =>
	(values, place) => {
		const wanted = single(values);
		return (cell) => fits(cell === undefined ? '' : kindOf(place.field).words(cell, place).join(','), wanted);
	};

const TEXTS: Operators = {
	is: wordsTest((text, wanted) => text === wanted),
	isNot: wordsTest((text, wanted) => text !== wanted),
	contains: wordsTest((text, wanted) => text.toLowerCase().includes(wanted.toLowerCase())),
	doesNotContain: wordsTest((text, wanted) => !text.toLowerCase().includes(wanted.toLowerCase())),
};

const amountTest =
	(fits: (amount: number, wanted: number) => boolean, empty = false): Operators[string] =>
	(values, { field }) => {
		const given = single(values);
		const wanted = Number(given);
		if (given.trim() === '' || Number.isNaN(wanted)) throw invalid();
		const { amount = Number } = kindOf(field);
		return (cell) => (cell === undefined ? empty : fits(amount(cell), wanted));
	};

const MORE_OR_LESS: Operators = {
	isGreater: amountTest((amount, wanted) => amount > wanted),
	isLess: amountTest((amount, wanted) => amount < wanted),
};

const NUMBERS: Operators = {
	...MORE_OR_LESS,
	is: amountTest((amount, wanted) => amount === wanted),
	isNot: amountTest((amount, wanted) => amount !== wanted, true),
	isGreaterEqual: amountTest((amount, wanted) => amount >= wanted),
	isLessEqual: amountTest((amount, wanted) => amount <= wanted),
};

/** The members of a cell as conditions name them. */
type MembersOf = (cell: Cell, place: Place) => string[];

const members = (membersOf: MembersOf): Operators => {
	const test =
		(alone: boolean, fits: (found: readonly string[], wanted: readonly string[]) => boolean): Operators[string] =>
		(values, place) => {
			if (values.length === 0) throw invalid();
			if (alone) single(values);
			return (cell) => fits(cell === undefined ? [] : membersOf(cell, place), values);
		};
	return {
		is: test(true, (found, [wanted = '']) => found.length === 1 && found[0] === wanted),
		isNot: test(true, (found, [wanted = '']) => !(found.length === 1 && found[0] === wanted)),
		contains: test(false, (found, wanted) => wanted.some((one) => found.includes(one))),
		doesNotContain: test(false, (found, wanted) => !wanted.some((one) => found.includes(one))),
	};
};

const options = members((cell, place) => kindOf(place.field).words(cell, place));
const ids = members((cell) => cell as string[]);
const people = members((cell, { store, app, idType }) =>
	(cell as string[]).map((openId) => store.directory.idFor(app, openId, idType)),
);

/** The days that a condition names: only one day can be compared. */
function daysOf(values: readonly string[], { base, store }: Place, compared: boolean): Days {
	const [name = '', given] = values;
	if (name === 'ExactDate') {
		if (values.length !== 2 || !/^-?\d+$/.test(given ?? '')) throw invalid();
		const day = dayOf(Number(given), base.time_zone);
		return { from: day, to: day };
	}
	const named = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
	if (!named || values.length !== 1 || (compared && !named.single)) throw invalid();
	return named.days(dayOf(store.clock.now(), base.time_zone));
}

const dateTest =
	(compared: boolean, fits: (day: number, wanted: Days) => boolean): Operators[string] =>
	(values, place) => {
		const wanted = daysOf(values, place, compared);
		return (cell) => cell !== undefined && fits(dayOf(cell as number, place.base.time_zone), wanted);
	};

const DATES: Operators = {
	is: dateTest(false, (day, { from, to }) => day >= from && day <= to),
	isGreater: dateTest(true, (day, { to }) => day > to),
	isLess: dateTest(true, (day, { from }) => day < from),
};

const CHECKBOX: Operators = {
	is(values) {
		const wanted = single(values);
		if (wanted !== 'true' && wanted !== 'false') throw invalid();
		return (cell) => (cell === true) === (wanted === 'true');
	},
};

const AUTO_NUMBERS: Operators = { ...TEXTS, ...MORE_OR_LESS };

/** By type; which operators a column takes, beside being empty or not. */
const BY_TYPE: Readonly<Record<number, Operators>> = {
	[TYPES.text]: TEXTS,
	[TYPES.phone]: TEXTS,
	[TYPES.url]: TEXTS,
	[TYPES.location]: TEXTS,
	[TYPES.autoNumber]: AUTO_NUMBERS,
	[TYPES.number]: NUMBERS,
	[TYPES.single]: options,
	[TYPES.multi]: options,
	[TYPES.date]: DATES,
	[TYPES.createdTime]: DATES,
	[TYPES.modifiedTime]: DATES,
	[TYPES.checkbox]: CHECKBOX,
	[TYPES.user]: people,
	[TYPES.createdUser]: people,
	[TYPES.modifiedUser]: people,
	[TYPES.group]: ids,
	[TYPES.singleLink]: ids,
	[TYPES.duplexLink]: ids,
	[TYPES.attachment]: {},
};

function operatorsOf({ field: { type }, store }: Place): Operators {
	const computed = type === TYPES.formula || type === TYPES.lookup;
	if (computed && store.settings.baseFormulaFilter === 'compared') return TEXTS;
	const found = BY_TYPE[type];
	if (!found) throw invalid();
	return found;
}

/**
 * The test of one condition; 1254018 where the type of the field knows no such operator or value.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-table-record/record-filter-guide
 */
export function testOf(place: Place, operator: string, values: readonly string[] | undefined): Test {
	const operators = operatorsOf(place);
	// What asks for no value still has to give an empty list.
	if (values === undefined) throw invalid();
	const empty = Object.hasOwn(EMPTY, operator) ? EMPTY[operator] : undefined;
	if (empty) {
		if (values.length > 0 || place.field.type === TYPES.checkbox) throw invalid();
		return empty;
	}
	const make = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
	if (!make) throw invalid();
	return make(values, place);
}
