import { FIELD, type BaseField } from './baseField';

/** How a cell is compared. */
export type Operator =
	| 'equals'
	| 'notEquals'
	| 'contains'
	| 'notContains'
	| 'greater'
	| 'greaterOrEqual'
	| 'less'
	| 'lessOrEqual'
	| 'empty'
	| 'notEmpty';

/** The same as the platform calls it. `like` and `in` are documented as not supported. Source: …/bitable-v1/app-table-record/record-filter-guide */
export const WIRE_OPERATOR: Readonly<Record<Operator, string>> = {
	equals: 'is',
	notEquals: 'isNot',
	contains: 'contains',
	notContains: 'doesNotContain',
	greater: 'isGreater',
	greaterOrEqual: 'isGreaterEqual',
	less: 'isLess',
	lessOrEqual: 'isLessEqual',
	empty: 'isEmpty',
	notEmpty: 'isNotEmpty',
};

export const takesNoValue = (operator: Operator): boolean => operator === 'empty' || operator === 'notEmpty';

const EMPTY: readonly Operator[] = ['empty', 'notEmpty'];
const SAME: readonly Operator[] = ['equals', 'notEquals'];
const WORDS: readonly Operator[] = [...SAME, 'contains', 'notContains', ...EMPTY];
const SIZES: readonly Operator[] = [...SAME, 'greater', 'greaterOrEqual', 'less', 'lessOrEqual', ...EMPTY];
const TIMES: readonly Operator[] = ['equals', 'greater', 'less', ...EMPTY];

const BY_TYPE: Readonly<Record<number, readonly Operator[] | undefined>> = {
	[FIELD.text]: WORDS,
	[FIELD.number]: SIZES,
	[FIELD.singleSelect]: WORDS,
	[FIELD.multiSelect]: WORDS,
	[FIELD.date]: TIMES,
	[FIELD.checkbox]: ['equals'],
	[FIELD.person]: WORDS,
	[FIELD.phone]: WORDS,
	[FIELD.url]: WORDS,
	[FIELD.attachment]: EMPTY,
	[FIELD.link]: WORDS,
	[FIELD.twoWayLink]: WORDS,
	[FIELD.location]: WORDS,
	[FIELD.group]: WORDS,
	[FIELD.createdTime]: TIMES,
	[FIELD.modifiedTime]: TIMES,
	[FIELD.createdBy]: WORDS,
	[FIELD.modifiedBy]: WORDS,
	[FIELD.autoNumber]: [...WORDS, 'greater', 'less'],
};

/** By what the platform can filter a field; nothing for formulas, lookups, stages and buttons. */
export const operatorsOf = ({ type }: Pick<BaseField, 'type'>): readonly Operator[] => BY_TYPE[type] ?? [];

const PEOPLE: readonly number[] = [FIELD.person, FIELD.createdBy, FIELD.modifiedBy];
const SEVERAL: readonly number[] = [
	FIELD.singleSelect,
	FIELD.multiSelect,
	FIELD.group,
	FIELD.link,
	FIELD.twoWayLink,
	...PEOPLE,
];

/** Whether `contains` takes several values, of which one has to be there. */
export const takesSeveral = ({ type }: Pick<BaseField, 'type'>): boolean => SEVERAL.includes(type);

export const isTime = ({ type }: Pick<BaseField, 'type'>): boolean =>
	type === FIELD.date || type === FIELD.createdTime || type === FIELD.modifiedTime;
